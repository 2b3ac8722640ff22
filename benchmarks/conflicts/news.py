"""The annotated stories through the real stages, and what comes out at each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from benchmarks.conflicts.gold import AnnotatedStory, Record, is_record, severity_of_facts
from checker.conflicts.find import findings, possible_conflicts
from checker.loading import Models
from checker.records import Agreement, Claim, Comparison, Conflict, Disagreement
from checker.settings import Settings
from checker.stages import Compared, compare_articles, conclude

STAGES = ("claims", "candidates", "comparison", "threshold")


@dataclass(frozen=True, slots=True)
class Checked:
    """One annotated story with everything the stages found in it."""

    story: AnnotatedStory
    compared: Compared
    conflicts: tuple[Conflict, ...]
    agreements: tuple[Agreement, ...]
    disagreements: tuple[Disagreement, ...]

    @property
    def shown(self) -> list[Conflict]:
        """The conflicts between articles; an article against itself has no gold record."""
        return [c for c in self.conflicts if not c.pair.internal]


def check_stories(stories: Sequence[AnnotatedStory], settings: Settings, models: Models) -> list[Checked]:
    """Every story by itself, as `check FOLDER` would do it."""
    return [judge(story, compare_articles(story.articles, settings, models), settings) for story in stories]


def judge(story: AnnotatedStory, compared: Compared, settings: Settings) -> Checked:
    """The last stage only: conflicts and agreements of what was compared."""
    found = conclude(compared, settings)
    return Checked(story, compared, found.conflicts, found.agreements, found.disagreements)


def without_rule(checked: Sequence[Checked], rule: str, settings: Settings) -> list[Checked]:
    """The same stories judged as if one comparator were not there."""
    found = []
    for one in checked:
        kept = [[row for row in rows if row.rule != rule] for rows in one.compared.comparisons]
        found.append(judge(one.story, replace(one.compared, comparisons=kept), settings))
    return found


def figures(checked: Sequence[Checked]) -> dict[str, Any]:
    """Recall per disagreement and pair, precision among judged flags, same-claim recall, flags per article."""
    n: Counter[str] = Counter()
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for one in checked:
        flags = [(c.pair.left, c.pair.right) for c in one.shown]
        n["articles"] += len(one.story.articles)
        n["flags"] += len(flags)
        n["disagreements"] += len(one.disagreements)
        real = one.story.conflicts
        hit = {r["id"] for r in real if _found(r, flags)}
        facts = {r["fact"] for r in real if r["id"] in hit}
        n["pairs"] += len(real)
        n["pairs_found"] += len(hit)
        kind_of = {r["fact"]: r["kind"] for r in real}
        for fact, severity in severity_of_facts(real).items():
            for counter, key in ((n, severity), (kinds[kind_of[fact]], "all")):
                counter[key] += 1
                counter[f"{key}_found"] += fact in facts
        for left, right in flags:
            n[verdict_of(left, right, one.story)] += 1
        aligned = flags + [(a.pair.left, a.pair.right) for a in one.agreements]
        n["same"] += len(one.story.same_claims)
        n["same_found"] += sum(_found(r, aligned) for r in one.story.same_claims)
    weighty, weighty_found = n["high"] + n["medium"], n["high_found"] + n["medium_found"]
    return {
        "counts": dict(sorted(n.items())),
        "recall_high_medium": share(weighty_found, weighty),
        "recall_all": share(weighty_found + n["low_found"], weighty + n["low"]),
        "recall_pairs": share(n["pairs_found"], n["pairs"]),
        "judged_precision": share(n["right"], n["right"] + n["wrong"]),
        "same_claim_recall": share(n["same_found"], n["same"]),
        "shown_per_article": share(n["disagreements"], n["articles"]),
        "kinds": {k: {"disagreements": c["all"], "found": c["all_found"]} for k, c in sorted(kinds.items())},
    }


def verdict_of(left: Claim, right: Claim, story: AnnotatedStory) -> str:
    """ "right" where an annotated conflict matches, "wrong" where only a look-alike does, else "unjudged"."""
    if any(is_record(left, right, r) for r in story.conflicts):
        return "right"
    return "wrong" if any(is_record(left, right, r) for r in story.look_alikes) else "unjudged"


def _found(record: Record, pairs: Sequence[tuple[Claim, Claim]]) -> bool:
    return any(is_record(left, right, record) for left, right in pairs)


def share(part: int, whole: int) -> float:
    """Which share of the whole the part is, rounded to 4 places; 0 of nothing."""
    return round(part / whole, 4) if whole else 0.0


@dataclass(frozen=True, slots=True)
class Trace:
    """How far one annotated conflict comes, the likeliest finding on it, and that finding's probability."""

    story: str
    record: Record
    stage: str  # the last of STAGES that it passes; "" when even its sentences are no claims
    finding: Comparison | None
    probability: float
    typed: bool  # whether a typed rule found it, and not only the NLI model

    def passes(self, stage: str) -> bool:
        """Whether it survives the stage."""
        return bool(self.stage) and STAGES.index(self.stage) >= STAGES.index(stage)


def traces(checked: Sequence[Checked]) -> list[Trace]:
    """One trace per annotated conflict, in the order of the records."""
    return [_trace(one, record) for one in checked for record in one.story.conflicts]


def _trace(one: Checked, record: Record) -> Trace:
    compared, articles = one.compared, one.compared.by_id
    own = [
        (pair, rows)
        for pair, rows in zip(compared.pairs, compared.comparisons, strict=True)
        if is_record(pair.left, pair.right, record)
    ]
    if not own:
        files = (record["a_file"], record["b_file"])
        both = [[c for c in compared.claims if c.article_id == f] for f in files]
        claimed = any(is_record(a, b, record) for a in both[0] for b in both[1])
        return Trace(one.story.name, record, "claims" if claimed else "", None, 0.0, False)
    possible = [
        c
        for pair, rows in own
        if findings(rows)
        for c in possible_conflicts(pair, rows, articles, one.story.name, compared.echoes)
    ]
    if not possible:
        return Trace(one.story.name, record, "candidates", None, 0.0, False)
    best = max(possible, key=lambda c: c.probability)
    shown = any(is_record(c.pair.left, c.pair.right, record) for c in one.shown)
    stage = "threshold" if shown else "comparison"
    return Trace(one.story.name, record, stage, best.comparison, best.probability, best.rule != "nli")
