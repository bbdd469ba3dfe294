"""What ties a word to a person: links, lists, and the company they came in."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from stillhere.identity import Cluster, Link
from stillhere.ledger.mention import Mention, SourceFacts
from stillhere.ledger.parts import HouseholdId, Word
from stillhere.ledger.rules import CLAIMS, EVENT_STATUS, GONE
from stillhere.ledger.standing import supporting
from stillhere.reports import ReportId


class Membership(NamedTuple):
    """A stated group and the report that puts the person in it."""

    household: HouseholdId
    report: ReportId


def support(
    cluster: Cluster,
    words: Sequence[Word],
    word: Word | None,
    sources: Mapping[str, SourceFacts],
) -> tuple[int, bool]:
    """Independent sources behind the status, and whether a strong link ties it."""
    if word is None:
        return 0, False
    behind = supporting(words, word)
    lists = len({sources[w.source].family for w in behind})
    claims = {w.report for w in words if w.event in CLAIMS}
    if not claims:
        return lists, True
    reached = _reached(claims, cluster.links)
    return lists, any(w.report in reached for w in behind)


def _reached(start: set[ReportId], links: Sequence[Link]) -> set[ReportId]:
    """What documents, phone numbers and judgements connect to any of `start`."""
    strong = [link for link in links if link.document or link.phone or link.judged]
    reached = set(start)
    grown = bool(strong)
    while grown:
        before = len(reached)
        for link in strong:
            if link.a in reached or link.b in reached:
                reached |= {link.a, link.b}
        grown = len(reached) > before
    return reached


def memberships(
    mentions: Sequence[Mention], sources: Mapping[str, SourceFacts]
) -> tuple[tuple[Membership, ...], tuple[Membership, ...]]:
    """Groups of registers, and parties of other lists, each sorted."""
    registered: list[Membership] = []
    parties: list[Membership] = []
    for mention in mentions:
        if mention.household is not None:
            own = Membership(mention.household, mention.said.report)
            register = sources[mention.said.source].register
            (registered if register else parties).append(own)
    return tuple(sorted(registered)), tuple(sorted(parties))


def company(mentions: Sequence[Mention], word: Word | None) -> tuple[str, ...]:
    """With whom the departures put a person: parties, else vehicles, else lists."""
    if word is None or EVENT_STATUS[word.event] not in GONE:
        return ()
    left = [m for m in mentions if EVENT_STATUS.get(m.said.event) in GONE]
    return tuple(sorted({_party(m) for m in left}))


def _party(mention: Mention) -> str:
    said = mention.said
    if mention.household is not None:
        return mention.household
    return f"{said.source}\x1f{said.vehicle}"
