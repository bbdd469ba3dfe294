"""The overview of a picture, and the list of those without word."""

from collections.abc import Iterable, Iterator
from typing import Any

from stillhere.cli import shapes, words
from stillhere.cli.opening import Opened
from stillhere.cli.screen import heading, say, table
from stillhere.ledger import Entry, Figure, Picture
from stillhere.vocabulary import PersonEvent, Status

_COUNTS = {
    "registered": "in a register of residents",
    "arrived": "arrived, by a list that names them",
    "left": "left, and no arrival known",
    "found": "found",
    "chose_to_stay": "chose to stay",
    "could_not_leave": "could not leave",
    "in_care": "in care",
    "returned": "returned",
    "deceased": "deceased, established by the competent authority",
    "listed": "in the list without word",
    "probably_arrived": "  of them probably arrived",
    "missing": "  of them sought in an open request (missing)",
    "asked_for": "asked for, in requests and calls",
    "conflicts": "with reports that do not agree",
    "calls": "calls",
    "tracing_requests": "tracing requests",
    "visits": "visits",
    "settlements": "settlements",
    "settlements_visited": "settlements visited",
    "dwellings_visited": "dwellings visited",
    "needs_open": "needs open",
}
NAMES = tuple(
    dict.fromkeys(
        (*(s.value for s in Status), *_COUNTS, "people", "households", "dwellings")
    )
)
"""Every name of a figure that ``show --figure`` opens."""

_ALWAYS = frozenset({"registered", "arrived", "left", "listed", "settlements_visited"})
_SOURCES = 12


def overview(found: Opened, picture: Picture) -> None:
    """Print the figures and what each source says."""
    say(f"{found.region}, as of {picture.as_of}")
    say(f"picture {picture.digest}  rules {picture.rules_digest}")
    heading("Figures (each opens with --figure NAME)")
    rows = [
        (f"{f.value:,}", meaning, name, f"{len(f.cites):,}")
        for name, meaning in _COUNTS.items()
        if (f := picture.count(name)).value or name in _ALWAYS
    ]
    table(("#number", "what", "name", "#reports behind it"), rows)
    heading("Registered as arrived, by whom (never added up)")
    table(
        ("#people", "source", "last date"),
        [
            (f"{f.value:,}", f.source, f.as_of[:10])
            for f in picture.by_source(PersonEvent.ARRIVED)
        ],
    )
    heading("Sources")
    table(("#statements", "source", "what it is", "from", "to"), _sources(picture))


def _sources(picture: Picture) -> Iterator[tuple[str, ...]]:
    """Sources by folder, the largest first; a folder of many lists is one line."""
    groups: dict[str, list[Any]] = {}
    for source in picture.sources.values():
        group = source.source.rpartition("/")[0] or source.source
        groups.setdefault(group, []).append(source)
    ranked = sorted(groups.items(), key=lambda g: (-sum(s.reports for s in g[1]), g[0]))
    for group, members in ranked[:_SOURCES]:
        many = len(members) > 1
        dates = [d[:10] for s in members for d in (s.first, s.last) if d]
        kinds = sorted({s.kind.value for s in members})
        yield (
            f"{sum(s.reports for s in members):,}",
            f"{group}/ ({len(members)} lists)" if many else members[0].source,
            "register" if members[0].register else ", ".join(kinds),
            min(dates, default=""),
            max(dates, default=""),
        )
    if len(ranked) > _SOURCES:
        yield "", f"and {len(ranked) - _SOURCES} more", "", "", ""


def without_word(people: Iterable[Entry], *, title: str) -> None:
    """Print people without word, of most concern first, and why."""
    heading(title)
    table(
        ("#", "name", "born", "home", "why", "id"),
        (
            (
                str(number),
                words.name(entry),
                words.birth(entry.birth),
                entry.home.text if entry.home else "",
                words.why(entry),
                entry.id[: words.SHORT],
            )
            for number, entry in enumerate(people, start=1)
        ),
    )


def overview_shape(found: Opened, picture: Picture, limit: int) -> dict[str, Any]:
    """The overview for machines."""
    return {
        "region": found.region,
        "as_of": picture.as_of,
        "picture": picture.digest,
        "rules": picture.rules_digest,
        "figures": {name: shapes.figure(picture.count(name)) for name in NAMES},
        "arrived_by_source": [
            shapes.figure(f) for f in picture.by_source(PersonEvent.ARRIVED)
        ],
        "sources": {
            s.source: {"statements": s.reports, "kind": s.kind.value}
            for s in picture.sources.values()
        },
        "without_word": [shapes.person(e) for e in picture.without_word()[:limit]],
        "findings": shapes.findings(picture.findings),
    }


def figure(picture: Picture, counted: Figure, limit: int) -> None:
    """Print a figure and the rows behind it."""
    say(f"{counted.name}: {counted.value:,} {counted.unit}, as of {counted.as_of}")
    if counted.does_not_count:
        say(counted.does_not_count)
    heading(f"Reports behind it ({len(counted.cites):,})")
    table(
        ("report", "read from"),
        [(r, words.origin(picture, r)) for r in counted.cites[:limit]],
    )
    if len(counted.cites) > limit:
        say(f"and {len(counted.cites) - limit:,} more; --limit shows more of them.")
