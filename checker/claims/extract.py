"""Article -> Claims: sentences, clauses, who says it, how firmly, and the facts in each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from checker.claims.attribution import Attribution, attribution_of
from checker.claims.clauses import split_clauses
from checker.claims.parsing import parser
from checker.claims.references import Persons, fill_in, person_names
from checker.facts import Fact, find_facts
from checker.facts.anchor import NAMES, content
from checker.facts.certainty import certainty_of
from checker.records import Article, Claim, Voice

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

PRONOUNS = frozenset({"he", "she"})
SHORTEST = 3  # words: "Failed talks" is a heading, not a claim


def extract_claims(
    articles: Iterable[Article], done: Callable[[int], object] = lambda count: None
) -> tuple[Claim, ...]:
    """The claims of the articles, in the order of the articles and of their text. `done` gets the count read so far."""
    claims: list[Claim] = []
    for count, article in enumerate(articles, start=1):
        claims.extend(_claims(article))
        done(count)
    return tuple(claims)


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for block in text.split("\n\n"):
        if block.strip():
            yield start, block
        start += len(block) + 2


def _claims(article: Article) -> Iterator[Claim]:
    blocks = list(_paragraphs(article.text))
    persons = Persons()
    number = 0
    count = 0
    for (start, block), doc in zip(blocks, parser().pipe(b for _, b in blocks), strict=True):
        is_title = bool(article.title) and start == 0 and block.strip() == article.title.strip()
        speaking = ""
        for sentence in _sentences(doc):
            claims, speaking = _sentence_claims(article, start, sentence, number, persons, speaking, is_title)
            for claim in claims:
                yield _numbered(claim, count)
                count += 1
            number += 1


def _numbered(claim: Claim, count: int) -> Claim:
    from dataclasses import replace

    return replace(claim, id=f"{claim.article_id}:{count:04d}")


def _sentences(doc: Doc) -> Iterator[Span]:
    """The sentences of a paragraph without outer white space; fragments under SHORTEST words are left out."""
    for sentence in doc.sents:
        tokens = [t for t in sentence if not t.is_space]
        if sum(t.is_alpha for t in tokens) >= SHORTEST:
            yield doc[tokens[0].i : tokens[-1].i + 1]


def _sentence_claims(
    article: Article, base: int, sentence: Span, number: int, persons: Persons, speaking: str, is_title: bool
) -> tuple[list[Claim], str]:
    """The claims of one sentence, and who speaks from here on in the paragraph."""
    found = attribution_of(sentence)
    pronoun = persons.meant_by_pronoun(number)
    speaker = _speaker(found, pronoun, persons, speaking)
    persons.read(number, person_names(sentence.doc, sentence.start, sentence.end))
    facts = find_facts(sentence, article.published.day)
    certainty = certainty_of(sentence)
    offset = base + sentence.start_char
    claims = []
    for start, end in split_clauses(sentence):
        text = sentence.text[start:end]
        inside = sentence.doc.char_span(sentence.start_char + start, sentence.start_char + end, alignment_mode="expand")
        claims.append(
            Claim(
                id="",
                article_id=article.id,
                source=article.source,
                text=text,
                span=article.span(offset + start, offset + end),
                start=offset + start,
                end=offset + end,
                sentence=sentence.text,
                sentence_start=offset,
                sentence_index=number,
                resolved=fill_in(text, pronoun),
                context=article.title,
                speaker=persons.full(speaker) if speaker else "",
                voice=found.voice if found.speaker or not speaker else Voice.QUOTED,
                certainty=certainty,
                is_title=is_title,
                facts=_inside(facts, start, end),
                participants=_participants(inside),
                terms=content(list(inside or ())),
                lemmas=tuple(sorted({(t.lower_, t.lemma_.lower()) for t in sentence if t.is_alpha and t.lower_ != t.lemma_.lower()})),
            )
        )
    return claims, speaker or speaking


def _speaker(found: Attribution, pronoun: str, persons: Persons, speaking: str) -> str:
    if found.speaker in PRONOUNS:
        return pronoun or speaking or found.speaker
    if not found.speaker and found.voice is Voice.QUOTED:
        return speaking  # a quotation goes on over several sentences
    return found.speaker


def _inside(facts: tuple[Fact, ...], start: int, end: int) -> tuple[Fact, ...]:
    return tuple(f for f in facts if start <= f.start < end)


def _participants(span: Any) -> frozenset[str]:
    """The names in the clause, lower case; a person by the last name, so that short and full names meet."""
    names = set()
    for entity in span.ents:
        if entity.label_ not in NAMES:
            continue
        words = [t.lower_ for t in entity if t.pos_ in ("PROPN", "NOUN", "ADJ") and t.lower_ not in ("the",)]
        if words:
            names.add(words[-1] if entity.label_ == "PERSON" else " ".join(words))
    return frozenset(names)
