"""How numbers are said in words. A finding is "X says, Y says", never "X is wrong"."""

from __future__ import annotations

from checker.records import Published, Scope, Severity, SourceScore

NOT_TRUTH = (
    "Agreement is not truth: sources can agree and all be mistaken, and the one that differs can be right. "
    "A disagreement listed here says where to look, not who is wrong."
)
NOT_ENOUGH = "not enough evidence"

_PROBABILITY_WORDS = (
    (0.95, "almost certain"),
    (0.85, "very likely"),
    (0.7, "likely"),
    (0.5, "more likely than not"),
    (0.0, "doubtful"),
)
SEVERITY_MEANING = {
    Severity.HIGH: "a core fact, flatly opposed",
    Severity.MEDIUM: "clear, of less weight",
    Severity.LOW: "a detail, or approximate",
}
SCOPE_TITLE = {
    Scope.CROSS: "Disagreements between sources",
    Scope.INTERNAL: "Articles that disagree with themselves",
    Scope.DISPUTE: "Disputes between quoted parties",
}


def probability_words(probability: float) -> str:
    """E.g. "very likely (0.86)": how sure it is that two claims can't both be true as written, or that they are one."""
    words = next(words for least, words in _PROBABILITY_WORDS if probability >= least)
    return f"{words} ({probability:.2f})"


def count(number: int, noun: str, plural: str = "") -> str:
    """E.g. "1 story", "2 stories"."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def voice_name(source: str, speaker: str, scope: Scope) -> str:
    """Who is said to say something: the source, or in a dispute the speaker, "Nordlane (in Coast Wire)"."""
    return f"{speaker} (in {source})" if speaker and scope is Scope.DISPUTE else source


def interval(value: float | None, low: float | None, high: float | None) -> str:
    """E.g. "78 (64-88)"; "" where a number is missing."""
    if value is None or low is None or high is None:
        return ""
    return f"{value:.0f} ({low:.0f}-{high:.0f})"


def score_text(score: SourceScore) -> str:
    """A source's score with its interval, or why there is none; a number never stands without its counts."""
    shown = interval(score.agreement, score.low, score.high) if score.enough_evidence else ""
    return shown or NOT_ENOUGH


def date_text(published: Published) -> str:
    """A date for people: to the day, a range of days, or "date unknown"."""
    if published.day is not None:
        return published.day.isoformat()
    first, last = published.earliest, published.latest
    if first and last:
        return f"{first.isoformat()} to {last.isoformat()}"
    if first:
        return f"{first.isoformat()} or later"
    if last:
        return f"{last.isoformat()} or earlier"
    return "date unknown"


def weight_text(weight: float) -> str:
    """Log-odds with their sign and two decimals; a weight that rounds to nothing has no minus."""
    return f"{round(weight, 2) + 0.0:+.2f}"
