"""What `score_observations` gives back: six tables."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True, slots=True, eq=False)
class ScoreResult:
    """Six DataFrames; shares and beliefs are fractions of 1, points only appear in `display`.

    `scores`, one row per source (index `source`, sorted by name: there are no ranks)
        display           "78 (64-88)" or "not enough evidence"; enough_evidence: bool
        agreement         posterior mean of the rate at which its claims agree with independent reporting
        low, high         90% interval of that rate; beta_a, beta_b: the Beta distribution it comes from
        observed          k / n: the share of its comparable claims at hand that agree (no prior, so noisy when few)
        comparable        own claims that other origins also speak of; evidence: n, their summed weight (each 0..1)
        agreed            k; disputed: comparable claims on items with incompatible values; dissents: belief below 0.5
        others            mean weight of other origins per comparable claim
        uncorroborated, relayed, corrected, superseded, set_aside   claims that count for nothing, by why
        without_own_votes agreement when its own votes don't count; own_votes_matter: it moves > 10 points
        own_pairs, unresolved, self_consistency, self_low, self_high      itself against itself
        adjudicated, verified, verified_low, verified_high                against adjudicated facts (NaN under 10)
    `beliefs`, one row per item and value: item, attribute, voice, as_of, value, belief (that it is compatible with
        what is true), best (the value the model would pick), sources (voters), votes (their weight), contested,
        reason ("" where the item scores; "single source", "definition clash", "two definitions" ... where it is
        only shown); key numbers the items
    `observations`, one row per row given, in the order given and with its index: voter (the source, the origin of
        relayed text, or the name of shared text), counted (bool), contested (its item has an incompatible value),
        reason, support (belief in its value), others (belief without its own vote), evidence (its weight in n)
    `clashes`, one row per attribute with enough contested items: the two camps, whether they use two definitions, and
        which camp is `likelier` to agree better elsewhere ("left", "right", ""; `p_left` is the left one's probability)
    `dependence`, pairs of sources that seem to share an origin: left, right, probability (internal: suspicion isn't
        proof, and no report names it)
    `dissents`, lone dissents: source, item, attribute, value, against, belief_against (a minority report)
    """

    scores: pd.DataFrame
    beliefs: pd.DataFrame
    observations: pd.DataFrame
    clashes: pd.DataFrame
    dependence: pd.DataFrame
    dissents: pd.DataFrame
