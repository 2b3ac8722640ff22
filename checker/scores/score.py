"""Observations (who says which value of what) -> how consistently each source agrees with independent reporting."""

from __future__ import annotations

import pandas as pd

from checker.scores.clash import find_clashes
from checker.scores.fits import fit_ballots
from checker.scores.gates import clashing_items, row_reasons
from checker.scores.options import ScoreOptions
from checker.scores.own import self_consistency, verified
from checker.scores.result import ScoreResult
from checker.scores.settle import judge_camps, silenced
from checker.scores.table import read_observations
from checker.scores.tally import agreement_table, count_rows
from checker.scores.tell import belief_table, lone_dissents, observation_table
from checker.scores.votes import cast_votes, voters_of


def score_observations(
    observations: pd.DataFrame,
    *,
    hierarchy: pd.DataFrame | None = None,
    truth: pd.DataFrame | None = None,
    options: ScoreOptions | None = None,
) -> ScoreResult:
    """Score every source of a table of observations, and say how far each value may be believed.

    Parameters
    ----------
    observations
        One row per claim. Needed: `source`, `item` (what it is about), `value` (equal text is the same value).
        Optional: `attribute` (kind of slot: items of one attribute share a definition; default: one for all);
        `as_of` (a window such as a day: different windows aren't compared); `published` (sortable text or a datetime;
        of two values from one source the later is a correction); `voice` ("own", or the speaker that is quoted: own
        words and each speaker's are different items); `origin` (who wrote the text, where that isn't the source: the
        origin gets one vote, the source none); `shared` (a name for text that several sources carry, where nobody
        knows whose it is: they have one vote together, and corroborate each other in nothing); `confidence` in 0..1;
        `span` (where it stands: rows without one score nobody; leave the column out where there are no spans);
        `status` ("superseded" or "corrected"); `definition`, `unit`, `scope` (an item that states two of either scores
        nobody); `item_kind` ("open", "closed" for a fixed set of labels, "yesno"; default: judged from the values);
        `claim` (an id that is handed through).
    hierarchy
        Columns `value` and `parent`: a value is compatible with everything above it. Open slots only.
    truth
        Columns `item` and `value` (and `attribute`): adjudicated facts, used for `verified` alone, never for agreement.
    options
        Constants; the defaults are the measured ones (docs/scoring.md).

    Returns
    -------
    ScoreResult: tables of scores, beliefs, observations, clashes, dependence and dissents. The order of the rows given
    makes no difference. Cost grows about linearly with the observations.

    Raises
    ------
    InputError: a column is missing or holds what it can't.
    """
    options = options or ScoreOptions()
    table = read_observations(observations)
    table["reason"] = row_reasons(table, options)
    ballots = cast_votes(table)
    clashes = find_clashes(ballots, options)
    item_reason = _item_reasons(table, ballots, clashes)
    sources = pd.Index(sorted({*table["source"].unique(), *ballots["source"].unique()} - {""}), name="source")
    per_ballot, values, pairs = fit_ballots(ballots, sources, item_reason != "", hierarchy, options)
    scores = agreement_table(per_ballot, values, sources, options)
    clashes = judge_camps(clashes, scores, pairs, options)
    settled = clashes[clashes["likelier"] != ""]
    if options.settle_clashes and len(settled):
        ballots["silent"] = silenced(ballots, settled)
        item_reason = _item_reasons(table, ballots, clashes.drop(settled.index))
        per_ballot, values, pairs = fit_ballots(ballots, sources, item_reason != "", hierarchy, options)
        scores = agreement_table(per_ballot, values, sources, options)
    table = observation_table(table, per_ballot, values, item_reason)
    scores = scores.join(count_rows(table, sources))
    scores = scores.join(self_consistency(table, sources, options)).join(verified(table, truth, sources, options))
    beliefs = belief_table(table, values, item_reason)
    dissents = lone_dissents(beliefs, per_ballot)
    shown = table.sort_values("position", kind="stable").set_index("row")
    shown.index.name = observations.index.name
    columns = ["source", "item", "value", "voter", "counted", "contested", "reason", "support", "others", "evidence"]
    return ScoreResult(scores, beliefs, shown[columns], clashes, pairs, dissents)


def _item_reasons(table: pd.DataFrame, ballots: pd.DataFrame, clashes: pd.DataFrame) -> pd.Series[str]:
    """Why an item (by key) is only shown: a stated clash, an attribute with two definitions, a single source."""
    reason = clashing_items(table)
    flagged = set(clashes.loc[clashes["clash"].astype(bool), "attribute"])
    of_key = ballots.drop_duplicates("key").set_index("key")["attribute"]
    double = of_key.isin(flagged).reindex(reason.index, fill_value=False)
    reason = reason.mask((reason == "") & double, "two definitions")
    heard = ballots[~ballots["silent"]]
    voters = voters_of(heard).groupby(heard["key"]).nunique().reindex(reason.index, fill_value=0)
    reason = reason.mask((reason == "") & (voters == 1), "single source")
    return reason.mask((reason == "") & (voters == 0), "no vote")
