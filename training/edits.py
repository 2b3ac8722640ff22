"""Edits of one real sentence: each finds what it can change and returns the sentence changed, or None.

CONFLICTS make a sentence that can't be true of the same event; SAME say the same in other words; `shorten`
says less.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from training import wordlists as words

Edit = Callable[[str, random.Random], str | None]

_NUMBER = re.compile(r"(?<![\w$.,:/'-])\d{1,3}(?:,\d{3})*(?![\w:/'-]|[.,]\d| (?:st|nd|rd|th|[ap]\.?m\b))")
_SMALL = re.compile(rf"\b(?:{'|'.join(words.NUMBERS[2:])})\b(?= [a-z]+s\b)", re.IGNORECASE)
_VAGUE = re.compile(rf"\b(?:{words.VAGUE})\s*$", re.IGNORECASE)
_ORDINAL = re.compile(rf"\b(the|his|her|its|their) ({'|'.join(words.ORDINALS)})(?= [a-z]{{3,}})")
_WEEKDAY = re.compile(rf"\b({'|'.join(words.WEEKDAYS)})\b")
_YEAR = re.compile(r"\b(?:in|since|until|of|by|from|during) ((?:1[6-9]|20)\d\d)\b(?!\s?[A-Za-z%]*s\b)")
_MONTH = "|".join(words.MONTHS)
_DAY_OF_MONTH = re.compile(rf"\b({_MONTH}) (\d{{1,2}})\b(?!:)")
_MONTH_ALONE = re.compile(rf"\b(in|In|since|until|by|last|this) ({_MONTH})\b(?! \d{{1,2}}\b)")
_NAME = re.compile(rf"\b({'|'.join(words.FIRST_NAMES)}) (?:[A-Z]\. )?([A-Z][a-z]+(?:-[A-Z][a-z]+)?)\b(?! [A-Z])")
_AUXILIARY = re.compile(r"\b(is|are|was|were|has|have|had|will|would|can|could|should|must)\b(?! not|n't|\?)")
_NEGATED = re.compile(r"\b(is|are|was|were|has|have|had|will|would|can|could|should|must) not ")
_DID_NOT = re.compile(r"\b(?:did not|didn't) (\w+)\b")
_PAST = re.compile(rf"(?<=[a-z] )({'|'.join(words.PAST)})\b(?! by\b)")


def _replace(sentence: str, start: int, end: int, new: str) -> str:
    return sentence[:start] + new + sentence[end:]


def _pick(pattern: re.Pattern[str], sentence: str, draw: random.Random) -> re.Match[str] | None:
    found = list(pattern.finditer(sentence))
    return draw.choice(found) if found else None


def other(draw: random.Random, group: tuple[str, ...] | list[str], *used: str) -> str:
    """One of the group that is not among `used`."""
    return draw.choice([word for word in group if word not in used])


def change_number(sentence: str, draw: random.Random) -> str | None:
    """A flat count becomes another one of like size; "about 20" and the like are left alone."""
    dated = [m.span() for m in _DAY_OF_MONTH.finditer(sentence)]
    found = []
    for match in [*_NUMBER.finditer(sentence), *_SMALL.finditer(sentence)]:
        in_date = any(start <= match.start() < end for start, end in dated)
        if not in_date and not _VAGUE.search(sentence[: match.start()]):
            found.append(match)
    if not found:
        return None
    match = draw.choice(found)
    text = match.group()
    if text[0].isalpha():
        value = words.NUMBERS.index(text.lower())
        new = draw.choice([n for n in range(2, 21) if n != value and abs(n - value) <= 6])
        word = words.NUMBERS[new]
        return _replace(sentence, *match.span(), word.capitalize() if text[0].isupper() else word)
    value = int(text.replace(",", ""))
    share = re.match(r" ?(?:%|percent|per cent)", sentence[match.end() :])
    if value < 2 or (share and value > 60):
        return None
    new = value
    while new == value or new < 1:
        new = draw.choice(
            [
                value + draw.randint(1, max(3, value // 2)),
                value - draw.randint(1, max(2, value // 2)),
                value * 2,
            ]
        )
        if value >= 1000:
            new = round(new, -2) if value % 100 == 0 else new
    return _replace(sentence, *match.span(), f"{new:,}" if "," in text else str(new))


def change_ordinal(sentence: str, draw: random.Random) -> str | None:
    """second -> third."""
    match = _pick(_ORDINAL, sentence, draw)
    if match is None:
        return None
    near = words.ORDINALS[: max(5, words.ORDINALS.index(match.group(2)) + 3)]
    return _replace(sentence, *match.span(2), other(draw, near, match.group(2)))


def change_weekday(sentence: str, draw: random.Random) -> str | None:
    """Thursday -> Friday."""
    match = _pick(_WEEKDAY, sentence, draw)
    return match and _replace(sentence, *match.span(), other(draw, words.WEEKDAYS, match.group()))


def change_date(sentence: str, draw: random.Random) -> str | None:
    """Another day of the month, month or year."""
    if match := _pick(_DAY_OF_MONTH, sentence, draw):
        if draw.random() < 0.6:
            days = [str(n) for n in range(1, 29)]
            return _replace(sentence, *match.span(2), other(draw, days, match.group(2)))
        return _replace(sentence, *match.span(1), other(draw, words.MONTHS, match.group(1)))
    if match := _pick(_MONTH_ALONE, sentence, draw):
        return _replace(sentence, *match.span(2), other(draw, words.MONTHS, match.group(2)))
    if match := _pick(_YEAR, sentence, draw):
        year = int(match.group(1))
        shift = draw.choice([-20, -10, -7, -4, -3, -2, -1, 1, 2, 3, 4, 6, 10])
        return _replace(sentence, *match.span(1), str(min(year + shift, 2026) if year + shift != year else year - 1))
    return None


def change_place(sentence: str, draw: random.Random) -> str | None:
    """A country, city or US state after a preposition becomes another of its kind."""
    found = []
    for group in words.PLACES:
        pattern = re.compile(rf"\b(?:in|to|from|near|at|In) ({'|'.join(group)})\b(?![ -][A-Z])")
        found += [(match, group) for match in pattern.finditer(sentence)]
    if not found:
        return None
    match, group = draw.choice(found)
    return _replace(sentence, *match.span(1), other(draw, [p for p in group if p not in sentence], match.group(1)))


def change_person(sentence: str, draw: random.Random) -> str | None:
    """A full name becomes another full name."""
    match = _pick(_NAME, sentence, draw)
    if match is None or match.group(2) in words.WEEKDAYS + tuple(words.MONTHS):
        return None
    name = f"{other(draw, words.FIRST_NAMES, match.group(1))} {other(draw, words.LAST_NAMES, match.group(2))}"
    return _replace(sentence, *match.span(), name)


def change_title(sentence: str, draw: random.Random) -> str | None:
    """An office or occupation becomes another."""
    found = []
    for group in words.TITLES:
        pattern = re.compile(rf"(?<!vice )(?<!deputy )(?<!assistant )\b({'|'.join(group)})\b", re.IGNORECASE)
        found += [(match, group) for match in pattern.finditer(sentence)]
    if not found:
        return None
    match, group = draw.choice(found)
    new = other(draw, group, match.group().lower())
    if match.group()[0].isupper():
        new = new.title() if match.start() else new.capitalize()
    return _replace(sentence, *match.span(), new)


def change_negation(sentence: str, draw: random.Random) -> str | None:
    """The first verb is negated, or loses its negation."""
    if match := _NEGATED.search(sentence):
        return _replace(sentence, *match.span(), f"{match.group(1)} ")
    past = {base: form for form, base in words.PAST.items()}
    if (match := _DID_NOT.search(sentence)) and match.group(1) in past:
        return _replace(sentence, *match.span(), past[match.group(1)])
    if re.search(r"\bnot\b|n't\b|\bnever\b|\bno\b", sentence):
        return None
    first = [m for m in (_AUXILIARY.search(sentence), _PAST.search(sentence)) if m]
    if not first:
        return None
    match = min(first, key=lambda m: m.start())
    if match.start() > 60:
        return None
    verb = match.group(1)
    if verb in words.PAST:
        return _replace(sentence, *match.span(), f"did not {words.PAST[verb]}")
    short = {
        "is": "isn't",
        "was": "wasn't",
        "were": "weren't",
        "has": "hasn't",
        "will": "won't",
        "are": "aren't",
    }
    negated = short[verb] if verb in short and draw.random() < 0.3 else f"{verb} not"
    return _replace(sentence, *match.span(), negated)


def _swap_word(pairs: tuple[tuple[str, str], ...], sentence: str, draw: random.Random, one_way: bool) -> str | None:
    found = []
    for left, right in pairs:
        for old, new in ((left, right),) if one_way else ((left, right), (right, left)):
            match = re.search(rf"\b{re.escape(old)}\b(?! by\b)", sentence)
            if match:
                found.append((match, new))
    if not found:
        return None
    match, new = draw.choice(found)
    return _replace(sentence, *match.span(), new)


def change_antonym(sentence: str, draw: random.Random) -> str | None:
    """rose -> fell."""
    return _swap_word(words.ANTONYMS, sentence, draw, one_way=False)


CONFLICTS: dict[str, Edit] = {
    "number": change_number,
    "ordinal": change_ordinal,
    "weekday": change_weekday,
    "date": change_date,
    "place": change_place,
    "person": change_person,
    "title": change_title,
    "negation": change_negation,
    "antonym": change_antonym,
}


def say_synonym(sentence: str, draw: random.Random) -> str | None:
    """One word gives way to a synonym."""
    return _swap_word(words.SYNONYMS, sentence, draw, one_way=False)


def rewrite_number(sentence: str, draw: random.Random) -> str | None:
    """12 <-> twelve, 1,200 <-> 1200, 10 percent <-> 10%."""
    if match := re.search(r"(\d) (?:percent|per cent)\b", sentence):
        return _replace(sentence, *match.span(), f"{match.group(1)}%")
    if match := re.search(r"(\d)%", sentence):
        return _replace(sentence, *match.span(), f"{match.group(1)} percent")
    if match := _SMALL.search(sentence):
        return _replace(sentence, *match.span(), str(words.NUMBERS.index(match.group().lower())))
    dated = [m.span() for m in _DAY_OF_MONTH.finditer(sentence)]
    for match in _NUMBER.finditer(sentence):
        if any(start <= match.start() < end for start, end in dated):
            continue
        value = int(match.group().replace(",", ""))
        if "," in match.group():
            return _replace(sentence, *match.span(), str(value))
        if 2 <= value <= 20:
            word = words.NUMBERS[value]
            return _replace(sentence, *match.span(), word if match.start() else word.capitalize())
    return None


def rewrite_ordinal(sentence: str, draw: random.Random) -> str | None:
    """second <-> 2nd."""
    match = _ORDINAL.search(sentence)
    if match is None:
        return None
    place = words.ORDINALS.index(match.group(2)) + 1
    return _replace(sentence, *match.span(2), f"{place}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(place, 'th') }")


def rewrite_date(sentence: str, draw: random.Random) -> str | None:
    """October 19 <-> 19 October <-> Oct. 19."""
    match = _DAY_OF_MONTH.search(sentence)
    if match is None:
        return None
    month, day = match.groups()
    return _replace(sentence, *match.span(), draw.choice([f"{day} {month}", f"{words.SHORT_MONTHS[month]} {day}"]))


def move_day(sentence: str, draw: random.Random) -> str | None:
    """A closing "on Monday" moves to the front, an opening one to the end."""
    if match := re.search(rf",? on ({'|'.join(words.WEEKDAYS)})(?=[.]$)", sentence):
        head = sentence[: match.start()]
        return f"On {match.group(1)}, {head[0].lower() + head[1:] if _common_start(head) else head}."
    if match := re.match(rf"On ({'|'.join(words.WEEKDAYS)}), (\w.*)\.$", sentence):
        return f"{match.group(2)[0].upper()}{match.group(2)[1:]} on {match.group(1)}."
    return None


def contract(sentence: str, draw: random.Random) -> str | None:
    """did not <-> didn't, failed to <-> did not."""
    for old, new in (
        (r"\b(did|was|were|is|are|has|have|had|would|could) not\b", r"\1n't"),
        (r"\b(did|was|were|is|are|has|have|had|would|could)n't\b", r"\1 not"),
        (r"\bfailed to\b", "did not"),
    ):
        changed = re.sub(old, new, sentence, count=1)
        if changed != sentence:
            return changed
    return None


def shorten_name(sentence: str, draw: random.Random) -> str | None:
    """A full name becomes the surname."""
    match = _NAME.search(sentence)
    return match and _replace(sentence, *match.span(), match.group(2))


def attribute(sentence: str, draw: random.Random) -> str | None:
    """The same statement, as reported; seldom, so that "said" does not come to mean "the same"."""
    if draw.random() < 0.65:
        return None
    body = sentence[0].lower() + sentence[1:] if _common_start(sentence) else sentence
    body = body.rstrip(".")
    if '"' in body or "?" in body or len(body) > 220:
        return None
    lead = draw.choice(["It was reported that", "According to the report,", "Officials said", "Local media said"])
    return draw.choice([f"{lead} {body}.", f"{sentence.rstrip('.')}, {draw.choice(['officials', 'reports'])} said."])


SAME: tuple[Edit, ...] = (
    say_synonym, rewrite_number, rewrite_ordinal, rewrite_date, move_day, contract, shorten_name, attribute,
)  # fmt: skip


def shorten(sentence: str, draw: random.Random) -> str | None:
    """The sentence without one detail: an aside, an opening phrase, a day or a closing clause. It entails
    less."""
    made = []
    if match := re.search(r" \([^()]{3,80}\)", sentence):
        made.append(_replace(sentence, *match.span(), ""))
    if match := re.search(r", (?:who|which|whose|where|when)\b[^,]{5,90},(?= [a-z])", sentence):
        made.append(_replace(sentence, *match.span(), ""))
    if match := re.match(r"(?:In|On|At|After|During|Since|By|For|With|From) [^,]{4,60}, (?=[A-Za-z])", sentence):
        rest = sentence[match.end() :]
        made.append(rest[0].upper() + rest[1:])
    if match := re.search(
        rf",? (?:on|last) (?:{'|'.join(words.WEEKDAYS)})(?: (?:morning|evening|night|afternoon))?\b", sentence
    ):
        made.append(_replace(sentence, *match.span(), ""))
    if match := re.search(rf",? (?:in|on) (?:{_MONTH})(?: \d{{1,2}})?(?:,? \d{{4}})?(?=[ ,.])", sentence):
        made.append(_replace(sentence, *match.span(), ""))
    clause = re.search(
        r",? (?:while|after|before|because|although|as|where|when|which|including|with) [^,]{12,}(?=\.$)",
        sentence,
    )
    if clause and clause.start() > 35:
        made.append(_replace(sentence, *clause.span(), ""))
    place = re.search(r",? (?:in|near|at|from) (?:the )?[A-Z][a-z]+(?: [A-Z][a-z]+)?(?=\.$)", sentence)
    if place and place.start() > 25:
        made.append(_replace(sentence, *place.span(), ""))
    made = [text for text in made if len(text.split()) >= 5]
    return draw.choice(made) if made else None


def _common_start(sentence: str) -> bool:
    return (
        re.match(
            r"(?:The|A|An|It|He|She|They|We|This|That|These|Those|His|Her|Their|Its|There|In|On|At)\b",
            sentence,
        )
        is not None
    )


def news_like(sentence: str) -> bool:
    """8 to 34 words of plain prose with something to change: a capital inside, a digit, or a news verb."""
    count = len(sentence.split())
    if not 8 <= count <= 34 or not sentence[0].isupper() or sentence[-1] not in '."':
        return False
    if re.search(r"\b(?:I|you|your|my|me|we|our|us|uh|um|yeah)\b|[?!;:{}\[\]=]|''|``|\.\.\.", sentence):
        return False
    return re.search(r"[a-z,] (?:[A-Z][a-z]|\d)", sentence) is not None
