"""Article -> Claims: sentences, clauses, who says it, how firmly, and the facts in each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from checker.claims.attribution import Attribution, attribution_of
from checker.claims.clauses import split_clauses
from checker.claims.dateline import dateline_end
from checker.claims.parsing import parser
from checker.claims.quotes import left_open, opened_before
from checker.claims.references import Persons, fill_in, first_pronoun, person_names
from checker.facts import find_facts
from checker.facts.anchor import NAMES, content
from checker.facts.statements.certainty import certainty_of
from checker.records import Article, Claim, Voice

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

PRONOUNS = frozenset({"he", "she"})
UNCLEAR = frozenset({"they", "it", "who"})
LONGEST = 50_000  # characters in one call of the parser, which refuses 1,000,000 and slows down long before
MARKS = re.compile(r"[^\w\s]{60,}")  # a row of dots, or what is meant to stop the parser: 30,000 take it minutes
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
    """Where each paragraph starts and its text; a line end inside it is a space, for sentences run over lines, and so
    is each of a long row of marks."""
    start = 0
    for block in text.split("\n\n"):
        if block.strip():
            plain = MARKS.sub(lambda row: " " * len(row.group()), block)
            yield from _portions(start, plain.replace("\n", " "))
        start += len(block) + 2


def _without_dateline(article: Article) -> Iterator[tuple[int, str]]:
    """The paragraphs; the first that begins with a dateline from behind it on."""
    found = 0
    for start, block in _paragraphs(article.text):
        if not found and block.strip() != article.title.strip():
            found = dateline_end(block)
            yield start + found, block[found:]
        else:
            yield start, block


def _portions(start: int, block: str) -> Iterator[tuple[int, str]]:
    """A paragraph in portions that the parser takes; cut behind a sentence where one ends in the last tenth."""
    while len(block) > LONGEST:
        tail = block.rfind(". ", LONGEST * 9 // 10, LONGEST)
        cut = tail + 2 if tail > 0 else LONGEST
        yield start, block[:cut]
        start, block = start + cut, block[cut:]
    yield start, block


@dataclass
class _Reading:
    """What is known while one article is read, sentence by sentence."""

    article: Article
    persons: Persons
    number: int = 0  # of the sentence
    speaking: str = ""  # who spoke last in this paragraph
    within: str = ""  # the mark of a quotation that is still open


def _claims(article: Article) -> Iterator[Claim]:
    blocks = list(_without_dateline(article))
    reading = _Reading(article, Persons())
    count = 0
    for (start, block), doc in zip(blocks, parser().pipe(b for _, b in blocks), strict=True):
        reading.speaking, reading.within = "", opened_before(block)
        is_title = bool(article.title) and start == 0 and block.strip() == article.title.strip()
        found = [c for sentence in _sentences(doc) for c in _sentence_claims(reading, start, sentence)]
        for claim in _quotation_named_later(found):
            yield replace(claim, id=f"{claim.article_id}:{count:04d}", is_title=is_title)
            count += 1


def _sentences(doc: Doc) -> Iterator[Span]:
    """The sentences of a paragraph without outer white space; fragments under SHORTEST words are left out."""
    for sentence in doc.sents:
        tokens = [t for t in sentence if not t.is_space]
        if sum(t.is_alpha for t in tokens) >= SHORTEST:
            yield doc[tokens[0].i : tokens[-1].i + 1]


def _sentence_claims(reading: _Reading, base: int, sentence: Span) -> list[Claim]:
    """The claims of one sentence; `base` is where its paragraph starts in the article."""
    persons, number, within = reading.persons, reading.number, reading.within
    pronoun = persons.meant_by_pronoun(number)
    persons.read(number, person_names(sentence.doc, sentence.start, sentence.end))
    facts = find_facts(sentence, reading.article.published.day)
    lemmas = tuple(
        sorted({(t.lower_, t.lemma_.lower()) for t in sentence if t.is_alpha and t.lower_ != t.lemma_.lower()})
    )
    whole = _claim_of_sentence(reading, base, sentence, lemmas)
    claims = []
    last = reading.speaking
    for start, end in split_clauses(sentence, within):
        text = sentence.text[start:end]
        first, last_char = sentence.start_char + start, sentence.start_char + end
        clause = sentence.doc.char_span(first, last_char, alignment_mode="expand") or sentence
        opened = left_open(sentence.text[:start], within)
        found = attribution_of(clause, opened)
        speaker = _speaker(found, pronoun, reading.speaking)
        offset = base + sentence.start_char
        claims.append(
            replace(
                whole,
                text=text,
                span=reading.article.span(offset + start, offset + end),
                start=offset + start,
                end=offset + end,
                resolved=text
                if opened or _starts_quote(text)
                else fill_in(text, _meant(reading, clause, text, pronoun)),
                speaker=persons.full(speaker) if speaker else "",
                voice=found.voice,
                certainty=certainty_of(clause),
                facts=tuple(f for f in facts if start <= f.start < end),
                participants=_participants(clause),
                terms=content(list(clause)),
            )
        )
        last = speaker or last
    reading.speaking, reading.within = last, left_open(sentence.text, within)
    reading.number += 1
    return claims


def _claim_of_sentence(reading: _Reading, base: int, sentence: Span, lemmas: tuple[tuple[str, str], ...]) -> Claim:
    """What all claims of one sentence have in common."""
    article, offset = reading.article, base + sentence.start_char
    return Claim(
        id="",
        article_id=article.id,
        source=article.source,
        text=sentence.text,
        span=article.span(offset, offset + len(sentence.text)),
        start=offset,
        end=offset + len(sentence.text),
        sentence=sentence.text,
        sentence_start=offset,
        sentence_index=reading.number,
        context=article.title,
        lemmas=lemmas,
    )


def _meant(reading: _Reading, clause: Span, text: str, before: str) -> str:
    """Whom the clause's first pronoun means: the one person whom its own sentence has named by then.

    Without one it is `before`, whom the sentences before it speak of. "" for several, and for a clause that names
    the person itself.
    """
    at = first_pronoun(text)
    if at < 0:
        return ""
    pronoun = next((t.i for t in clause if t.idx - clause.start_char >= at), clause.end)
    if person_names(clause.doc, clause.start, pronoun):
        return ""
    names = person_names(clause.doc, clause.sent.start, clause.start)
    if not names:
        return before
    return reading.persons.full(names[0]) if len({n.split()[-1] for n in names}) == 1 else ""


def _starts_quote(text: str) -> bool:
    return text[:1] in ("“", '"')


def _speaker(found: Attribution, pronoun: str, speaking: str) -> str:
    """The speaker's name; "" for the own voice and for a pronoun that may mean several persons."""
    if found.speaker in PRONOUNS:
        return pronoun or speaking
    if found.speaker in UNCLEAR:
        return ""
    if not found.speaker and found.voice is Voice.QUOTED:
        return speaking  # a quotation goes on over several sentences
    return found.speaker


def _quotation_named_later(claims: list[Claim]) -> list[Claim]:
    """The claims of a paragraph, with the speaker who is only named behind a quotation: "“A. B,” said Jo Marsh."."""
    named = list(claims)
    for i in reversed(range(len(named) - 1)):
        this, following = named[i], named[i + 1]
        goes_on = this.sentence_index == following.sentence_index or left_open(this.sentence, "")
        if this.voice is Voice.QUOTED and not this.speaker and following.voice is Voice.QUOTED and goes_on:
            named[i] = replace(this, speaker=following.speaker)
    return named


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
