"""Invented mentions and clusters, as short as a test can say them."""

from collections.abc import Sequence
from typing import Any

from stillhere.identity import Cluster, Link
from stillhere.ledger import Entry, HouseholdId, PlaceKey
from stillhere.ledger.dependents import NOBODY_AROUND, Around, settle
from stillhere.ledger.fold import Base, Facts, fold
from stillhere.ledger.mention import Mention, SourceFacts
from stillhere.ledger.rules import LedgerRules
from stillhere.reports import ReportId
from stillhere.reports.statements import Birth, PersonStatement, WrittenName
from stillhere.vocabulary import PersonEvent

RULES = LedgerRules()
YEAR = 2023


def rid(number: int) -> ReportId:
    """A report id that sorts as its number."""
    return ReportId(f"{number:032x}")


def born(year: int, month: int = 0, day: int = 0) -> Birth:
    """A birth in one year."""
    return Birth(year, year, month, day)


def said(
    number: int,
    event: PersonEvent,
    source: str = "",
    **fields: Any,
) -> PersonStatement:
    """What one source says of somebody; the source is named after the event."""
    name = WrittenName(given="Anna", family="Saroyan")
    stated: dict[str, Any] = {"name": name} | fields
    return PersonStatement(rid(number), source or event.value, event, **stated)


def mention(
    number: int,
    event: PersonEvent,
    source: str = "",
    *,
    ask: str = "",
    home: str = "",
    **fields: Any,
) -> Mention:
    """A mention with its keys; `home` is ``settlement`` or ``settlement/door``."""
    statement = said(number, event, source, **fields)
    group = HouseholdId(f"{statement.source}:{statement.household}")
    return Mention(
        said=statement,
        ask=ask,
        household=group if statement.household else None,
        settlement=PlaceKey(home.partition("/")[0]),
        dwelling=PlaceKey(home if "/" in home else ""),
        origin=PlaceKey(""),
    )


def link(a: int, b: int, *, document: bool = False, judged: bool = False) -> Link:
    """An edge between two mentions."""
    return Link(rid(a), rid(b), 9000, 990_000, document, False, judged)


def cluster(mentions: Sequence[Mention], links: Sequence[Link] = ()) -> Cluster:
    """A cluster of these mentions."""
    ids = tuple(sorted(m.said.report for m in mentions))
    return Cluster(ids[0], ids, tuple(sorted(links)))


def facts(mentions: Sequence[Mention], **changes: Any) -> Facts:
    """Sources as their names say: a resident stands in a register."""
    sources = {
        m.said.source: SourceFacts(m.said.event is PersonEvent.RESIDENT, m.said.source)
        for m in mentions
    }
    return Facts(sources, {}, set())._replace(**changes)


def base(
    *mentions: Mention, links: Sequence[Link] = (), about: Facts | None = None
) -> Base:
    """The fold of one cluster."""
    ordered = sorted(mentions, key=lambda m: m.said.report)
    whole = cluster(ordered, links)
    return fold(whole, ordered, about or facts(ordered), RULES)


def entry(
    *mentions: Mention,
    links: Sequence[Link] = (),
    around: Around = NOBODY_AROUND,
    about: Facts | None = None,
) -> Entry:
    """The final entry of one cluster."""
    return settle(base(*mentions, links=links, about=about), around, YEAR, RULES)
