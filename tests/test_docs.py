"""The pages say what is: every rule has its section, every example holds, every link leads somewhere."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from checker.claims import extract_claims
from checker.conflicts import Exchanged, TypedFacts, Wording, exchange, substitution
from checker.conflicts.comparators import RULES
from checker.facts.terms import TermSimilarity, words_of
from checker.models import load_encoder, load_nli
from checker.records import Article, Claim, ClaimPair
from docs.make_excerpt import END, START, excerpt

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
LINK = re.compile(r"\]\((?!https?://|mailto:)([^)#\s]*)(?:#([^)\s]+))?\)")
EXAMPLE = re.compile(r"\| (conflict|agree|nothing) \| (.+?) \| (.+?) \|$")


def rule_names() -> set[str]:
    """The rules of the registry of typed facts, and the comparators beside it."""
    typed = {sys.modules[compare.__module__].RULE for _, _, compare in RULES}
    return typed | {substitution.RULE, exchange.RULE, "nli"}


def sections(page: str) -> dict[str, str]:
    """The text of every "## heading" of a page."""
    parts = re.split(r"^## (.+)$", page, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


RULES_PAGE = sections((ROOT / "docs" / "rules.md").read_text(encoding="utf-8"))
EXAMPLES = [
    pytest.param(rule, *match.groups(), id=f"{rule}-{match.group(1)}-{number}")
    for rule in sorted(rule_names())
    for number, line in enumerate(RULES_PAGE.get(rule, "").splitlines())
    if (match := EXAMPLE.match(line))
]


def test_every_rule_has_its_section() -> None:
    assert rule_names() <= set(RULES_PAGE), "SARIF points to docs/rules.md#<rule>"


def test_every_typed_rule_has_examples_of_both_kinds() -> None:
    shown = {(example.values[0], example.values[1]) for example in EXAMPLES}
    assert {(rule, verdict) for rule in rule_names() - {"nli"} for verdict in ("conflict",)} <= shown


@pytest.fixture(scope="module")
def similar() -> TermSimilarity:
    """Likeness of the words of all examples, so that the encoder is loaded once."""
    texts = [text for example in EXAMPLES for text in example.values[2:]]
    return TermSimilarity(
        load_encoder(), words_of(fact for text in texts for claim in claims(text) for fact in claim.facts)
    )


@pytest.fixture(scope="module")
def exchanged() -> Exchanged:
    return Exchanged(load_nli())


def claims(text: str, name: str = "a") -> tuple[Claim, ...]:
    return extract_claims([Article(name, name, "", text)])


@pytest.mark.models
@pytest.mark.parametrize(("rule", "verdict", "one", "other"), EXAMPLES)
def test_the_examples_of_the_rules_hold(
    rule: str, verdict: str, one: str, other: str, similar: TermSimilarity, exchanged: Exchanged
) -> None:
    pairs = [ClaimPair(a, b, 0.8, 0.8) for a in claims(one) for b in claims(other, "b")]
    found = {
        str(row.verdict)
        for compare in (TypedFacts(similar), Wording(), exchanged)
        for rows in compare(pairs)
        for row in rows
        if row.rule == rule
    }
    assert ("conflict" if found & {"contradict", "differ"} else "agree" if found else "nothing") == verdict


def slug(heading: str) -> str:
    """The anchor that a heading gets on a code host."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target, anchor in LINK.findall(page.read_text(encoding="utf-8")):
        path = (page.parent / target) if target else page
        assert path.exists(), f"{page.name} links to {target}"
        if anchor and path.suffix == ".md":
            headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
            assert anchor in {slug(heading) for heading in headings}, f"{page.name} links to {target}#{anchor}"


def test_the_excerpt_is_part_of_the_sample_report() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = readme.partition(START)[2].partition(END)[0].strip("\n")
    sample = (ROOT / "reports" / "sample" / "report.md").read_text(encoding="utf-8")
    assert shown.strip()
    assert shown in sample, "run: make sample"
    assert shown == excerpt(sample), "run: make sample"


def test_the_commands_of_the_readme_are_make_targets() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE))
    for page in PAGES:
        for target in re.findall(
            r"`make ([a-z-]+)`|^make ([a-z-]+)", page.read_text(encoding="utf-8"), flags=re.MULTILINE
        ):
            assert "".join(target) in targets, f"{page.name}: make {''.join(target)}"


def test_the_changelog_has_the_version() -> None:
    from checker import __version__

    assert f"## [{__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
