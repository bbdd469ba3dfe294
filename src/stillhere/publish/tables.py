"""The ledger as tables of text: what stands in the exported files, column by column.

Operations scope. Enquirers, and what callers said of themselves, are in none of them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from stillhere.ledger import Entry, Household, Picture, PlaceEntry, SourceEntry
from stillhere.ledger.described import birth_text
from stillhere.reports import ReportId

_BETWEEN = "; "
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its header, and what it holds in one sentence."""

    header: str
    meaning: str


@dataclass(frozen=True, slots=True)
class LedgerTable:
    """One table of the ledger; every cell is text, rows are in key order."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def ledger_tables(picture: Picture) -> tuple[LedgerTable, ...]:
    """People, households, places and sources of a picture."""
    people = (_person(e, picture) for e in picture.entries.values())
    households = (_household(h) for h in picture.households.values())
    places = (_place(p) for p in picture.places.values())
    sources = (_source(s) for s in picture.sources.values())
    return (
        LedgerTable("people", PEOPLE, tuple(people)),
        LedgerTable("households", HOUSEHOLDS, tuple(households)),
        LedgerTable("places", PLACES, tuple(places)),
        LedgerTable("sources", SOURCES, tuple(sources)),
    )


PEOPLE = (
    Column("person", "id of the person: the smallest of the mentions held to be them"),
    Column("status", "left, arrived, found and so on; unaccounted: no word yet"),
    Column("probable", "what evidence that is too weak would have made the status"),
    Column("since", "date of the word behind the status, as stated"),
    Column("where", "settlement, centre or facility of that word, as written"),
    Column("name", "preferred way of writing, register first"),
    Column("other_names", "every other way of writing"),
    Column("birth", "date, year, or earliest and latest year, as stated"),
    Column("sex", "as stated"),
    Column("settlement", "key of the settlement they lived in"),
    Column("dwelling", "key of the dwelling they lived in"),
    Column("address", "their home as the preferred source wrote it"),
    Column("phones", "numbers on file, with their country"),
    Column("household", "id of their household or party"),
    Column("care", "needs of care as stated"),
    Column("alone", "yes: lives alone, or everybody else of the household has word"),
    Column("dependent", "yes: by age or by a need of care"),
    Column("asked_for", "number of open requests and calls about them"),
    Column("last_word", "latest date on which somebody had word of them"),
    Column("concern", "measure of concern; none for who is not without word"),
    Column("reasons", "what makes up the concern"),
    Column("conflicts", "what does not agree; open the person to see both sides"),
    Column("reports", "ids of all reports held to be about them"),
)
HOUSEHOLDS = (
    Column("household", "id of the household or party"),
    Column("source", "list that groups them"),
    Column("text", "under which words"),
    Column("register", "yes: household of a register; else people who came together"),
    Column("home", "key of the dwelling most are registered in"),
    Column("size", "persons, those without a name any more included"),
    Column("accounted", "of them not in the list without word"),
    Column("without_word", "ids of those who are"),
    Column("dependents_left", "of those, who is dependent"),
    Column("members", "ids of all"),
    Column("reports", "ids of the rows behind it"),
)
PLACES = (
    Column("place", "key of the settlement, building or dwelling"),
    Column("names", "ways of writing found in reports"),
    Column("visited", "visited, passed or not_visited; no place is ever clear"),
    Column("last_visit", "latest date of a visit"),
    Column("visits", "how, result and date of each visit"),
    Column("services", "service, state, source and date of each report"),
    Column("needs", "what is needed; met and when"),
    Column("registered", "people whose home it is"),
    Column("without_word", "of them without word"),
    Column("dependents", "of those dependent or alone"),
    Column("dwellings", "dwellings known in a settlement"),
    Column("dwellings_visited", "of those visited"),
    Column("reports", "ids of the reports on the place itself"),
)
SOURCES = (
    Column("source", "name of the list, form, caller or team"),
    Column("kind", "what its rows state"),
    Column("register", "yes: a complete register of residents"),
    Column("repeats", "the source it retells; empty where it is independent"),
    Column("reports", "reports of it that count"),
    Column("first", "earliest date its statements bear"),
    Column("last", "latest date its statements bear"),
)


def _person(entry: Entry, picture: Picture) -> Row:
    home, birth = entry.home, entry.birth
    return (
        entry.id,
        entry.status.value,
        entry.probable.value if entry.probable else "",
        entry.since or "",
        entry.where,
        entry.name,
        _several(dict.fromkeys(n.text for n in entry.names if n.text != entry.name)),
        birth_text(birth) if birth else "",
        entry.sex.value if entry.sex else "",
        home.settlement if home else "",
        home.dwelling if home else "",
        home.text if home else "",
        _several(_phones(entry.members, picture)),
        entry.household or "",
        _several(dict.fromkeys(note.care.value for note in entry.care)),
        _yes(entry.alone),
        _yes(entry.dependent),
        str(len(entry.asked_for)),
        entry.last_word or "",
        str(entry.concern) if entry.concern else "",
        _several(entry.reasons),
        _several(dict.fromkeys(conflict.kind for conflict in entry.conflicts)),
        _several(entry.members),
    )


def _phones(members: Sequence[ReportId], picture: Picture) -> Iterator[str]:
    """Numbers of the person's own reports, each once, sorted; none of who asks."""
    said = (picture.evidence.mention(report) for report in members)
    numbers = {phone for one in said if one is not None for phone in one.phones}
    return (f"+{number}" for number in sorted(numbers))


def _household(household: Household) -> Row:
    return (
        household.id,
        household.source,
        household.text,
        _yes(household.register),
        household.home,
        str(household.size),
        str(household.accounted),
        _several(household.without_word),
        _several(household.dependents_left),
        _several(household.members),
        _several(household.cites),
    )


def _place(place: PlaceEntry) -> Row:
    return (
        place.key,
        _several(place.names),
        place.visited.value,
        place.last_visit or "",
        _several(
            _spaced(v.how.value, v.result.value, v.date or "") for v in place.visits
        ),
        _several(
            _spaced(n.service.value, n.state.value, n.source, n.date or n.since or "")
            for n in place.services
        ),
        _several(_spaced(n.what, f"met {n.met}" if n.met else "") for n in place.needs),
        str(place.registered),
        str(place.without_word),
        str(place.dependents),
        str(place.dwellings),
        str(place.dwellings_visited),
        _several(place.cites),
    )


def _source(source: SourceEntry) -> Row:
    return (
        source.source,
        source.kind.value,
        _yes(source.register),
        "" if source.family == source.source else source.family,
        str(source.reports),
        source.first or "",
        source.last or "",
    )


def _several(texts: Iterable[str]) -> str:
    return _BETWEEN.join(texts)


def _spaced(*texts: str) -> str:
    return " ".join(text for text in texts if text)


def _yes(holds: bool) -> str:  # noqa: FBT001 (one cell)
    return "yes" if holds else ""
