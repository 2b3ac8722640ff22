"""The claims behind the counts of a source's score, so that a report can show each of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import pandas as pd

from checker.records import Claim, CountedClaim, Disagreement, SentenceKey, SharedClaim

Speakers = defaultdict[tuple[str, str], set[tuple[str, str, str]]]  # item and voice -> source, voter and value
VOTING = ("", "relayed")  # reasons of the rows that speak of an item at all


def claims_of(disagreements: Iterable[Disagreement], shared: Iterable[SharedClaim]) -> dict[str, Claim]:
    """Every claim that an observation can be made of, by id."""
    voices = [claim for found in disagreements for voiced in found.values for claim in voiced.claims]
    return {claim.id: claim for claim in (*voices, *(claim for found in shared for claim in found.claims))}


def who_speaks(rows: pd.DataFrame) -> Speakers:
    """Per item and voice the sources that speak of it, each with the voter that it is and the value it gives."""
    found: Speakers = defaultdict(set)
    voting = rows[rows["reason"].isin(VOTING)]
    for item, voice, *who in voting[["item", "voice", "source", "voter", "value"]].itertuples(index=False):
        found[item, voice].add(tuple(who))
    return found


def counted_claims(
    name: str, rows: pd.DataFrame, speakers: Speakers, dissents: set[str], known: dict[str, Claim]
) -> list[CountedClaim]:
    """What a source, or an agency by its carriers, says that agrees, differs or is copied; in the order of the text.

    `rows` are the observations of the run with `claim`, `origin`, `shared`, `voter` and what each counted for; an item
    counts once. `dissents` are the items on which the source is alone. Text that several share, nobody knowing whose it
    is, counts as copied and by what others say of it.
    """
    spoken = rows["reason"].isin(VOTING) | ((rows["shared"] != "") & (rows["reason"] == "single source"))
    mine = rows[((rows["source"] == name) | (rows["voter"] == name)) & spoken]
    found = []
    for row in mine.sort_values("claim").drop_duplicates(["item", "value", "voice"]).itertuples():
        claim, item = known[str(row.claim)], str(row.item)
        relays = row.reason == "relayed" and row.voter != name
        if relays or row.shared:
            found.append(CountedClaim("relayed", claim, origin=str(row.origin or row.shared)))
        met = [(s, value) for s, voter, value in speakers[item, str(row.voice)] if voter != row.voter and s != name]
        opposed = {source for source, value in met if value != row.value}
        others = opposed if row.contested and opposed else {source for source, _ in met}
        if others and not relays:
            count = "disputed" if row.contested else "agreeing"
            disagreement = "" if row.attribute == "agreement" else item
            alone = count == "disputed" and item in dissents
            found.append(CountedClaim(count, claim, tuple(sorted(others)), "", disagreement, alone))
    return sorted(found, key=lambda c: (c.claim.article_id, c.claim.start, c.count, c.disagreement))


def origins_met(name: str, rows: pd.DataFrame) -> int:
    """How many origins a source or agency meets on its items; sources that anywhere share a text are one of them."""
    voting = rows[rows["reason"].isin(VOTING)]
    mine = voting[(voting["voter"] == name) | ((voting["source"] == name) & (voting["reason"] == ""))]
    others = voting[voting["item"].isin(mine["item"]) & ~voting["voter"].isin({name, *mine["voter"]})]
    one: dict[str, set[str]] = {}
    for source, voter in others[["source", "voter"]].drop_duplicates().itertuples(index=False):
        both = one.get(f"source {source}", set()) | one.get(f"voter {voter}", set())
        both |= {f"source {source}", f"voter {voter}"}
        one.update(dict.fromkeys(both, both))
    return len({id(group) for group in one.values()})


def uncorroborated(
    claims: Sequence[Claim], rows: pd.DataFrame, disagreements: Iterable[Disagreement]
) -> dict[str, list[CountedClaim]]:
    """Per source one claim for each sentence, headlines aside, that no other source says or contradicts.

    A sentence of any disagreement is none, also where that counts for no score: within an article, between speakers.
    """
    sentence = {claim.id: claim.sentence_key for claim in claims}
    met = {sentence[claim] for claim in rows.loc[rows["reason"] != "single source", "claim"]}
    met |= {sentence[c.id] for found in disagreements for voiced in found.values for c in voiced.claims}
    first: dict[SentenceKey, Claim] = {}
    for claim in claims:
        if not claim.is_title:
            first.setdefault(sentence[claim.id], claim)
    found: dict[str, list[CountedClaim]] = defaultdict(list)
    for key, claim in sorted(first.items()):
        if key not in met:
            found[claim.source].append(CountedClaim("uncorroborated", claim))
    return found
