"""Every constant of the source scores, once, with where it comes from (docs/scoring.md has the measurements)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ScoreOptions:
    """Constants of `score_observations`; the defaults are the ones that the benchmarks measure."""

    min_confidence: float = 0.5  # an extracted claim that is more likely misread than not scores nobody
    # Who copies whom (Dong, Berti-Equille and Srivastava, VLDB 2009)
    copy_rate: float = 0.8  # share of its values that a copier copies
    copy_prior: float = 0.1  # how common dependence is before anything is seen
    min_shared: int = 5  # contested items that two sources must share before dependence is judged
    max_item_sources: int = 150  # larger items don't enter pair counts: keeps the cost linear in observations
    # Agreement
    prior_cap: float = 8.0  # the prior never weighs more than this many claims
    usual_prior: tuple[float, float] = (3.0, 1.0)  # before there are sources to learn it from ...
    prior_spread: float = 0.5  # ... and how far from it others usually lie, in log-odds and in log size
    attribute_strength: float = 8.0  # claims that a source's rate on one attribute borrows from its other attributes
    label_strength: float = 2.0  # the same for each row of a closed slot's table of rates: two rates, two claims
    max_steps: int = 60
    tolerance: float = 1e-5  # in agreement: a thousandth of a point
    # Uncertainty
    # design effect (Kish 1965) of a source's claims on its interval: measured per run, drawn to the usual figure
    usual_correlation: float = 0.05
    correlation_pairs: float = 100.0
    correlation_bounds: tuple[float, float] = (0.01, 0.10)
    vote_correlation: float = 0.25  # design effect of the votes for a value on the belief in it
    mass: float = 0.90  # of the interval
    # When an attribute has two definitions
    clash_within: float = 0.80  # each camp agrees with itself at least so often on contested items ...
    clash_across: float = 0.25  # ... and with the other camp at most so often
    clash_items: int = 20  # contested items below which nothing is concluded
    clash_share: float = 0.15  # the smaller camp's share of the claims
    clash_copy: float = 0.98  # two sources that agree this often are one origin here
    # True: only one definition can be meant, so the camp that more likely agrees better elsewhere has it
    settle_clashes: bool = False
    settle_least: float = 0.75  # how likely that must be: of two camps that agree about as much neither is preferred
    # Display
    min_evidence: float = 5.0
    max_width: float = 0.40
    min_verified: int = 10
    own_vote_points: float = 10.0
