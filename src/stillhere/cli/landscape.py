"""One settlement or dwelling, as tables for a terminal."""

from stillhere.cli import words
from stillhere.cli.screen import heading, say, table
from stillhere.ledger import Picture, PlaceEntry
from stillhere.places import Gazetteer

_DOORS = 20


def place(picture: Picture, gazetteer: Gazetteer, known: PlaceEntry) -> None:
    """Print what is known of a settlement or a dwelling."""
    say(words.place(gazetteer, known.settlement))
    if not known.is_settlement:
        say(f"Dwelling {known.key}")
    say(f"Visited: {words.code(known.visited.value)}")
    say(
        f"Registered here: {known.registered:,}. Without word: {known.without_word:,}, "
        f"{known.dependents:,} of them dependent or alone."
    )
    if known.is_settlement:
        say(
            f"Dwellings known: {known.dwellings:,}, visited {known.dwellings_visited:,}."
        )
    _state(picture, known)
    if known.residents:
        heading("Registered here")
        people = (picture.entries[r] for r in known.residents)
        table(
            ("name", "born", "status", "id"),
            [
                (
                    words.name(e),
                    words.birth(e.birth),
                    words.STATUS[e.status],
                    e.id[: words.SHORT],
                )
                for e in people
            ],
        )
    if known.is_settlement:
        _doors(picture, known)


def _state(picture: Picture, known: PlaceEntry) -> None:
    """Services, needs, visits and calls that concern the place itself."""
    rows = [
        (s.date or "", words.code(s.service), words.code(s.state), s.report)
        for s in known.services
    ]
    rows += [
        (n.since or "", "need", n.what + (f", met {n.met}" if n.met else ""), n.report)
        for n in known.needs
    ]
    rows += [
        (
            v.date or "",
            "visit",
            f"{words.code(v.how)}: {words.code(v.result)}",
            v.report,
        )
        for v in known.visits
    ]
    rows += [("", "call", "somebody may be here", report) for report in known.calls]
    if rows:
        heading("Said of this place")
        table(
            ("date", "what", "said", "read from"),
            [
                (date, what, said, words.origin(picture, report))
                for date, what, said, report in sorted(rows)
            ],
        )


def _doors(picture: Picture, known: PlaceEntry) -> None:
    doors = [d for d in picture.dwellings(known.key) if d.without_word]
    if not doors:
        return
    heading(f"Dwellings with people without word ({len(doors):,})")
    ranked = sorted(doors, key=lambda d: (-d.dependents, -d.without_word, d.key))
    table(
        ("dwelling", "#without word", "#dependent", "visited"),
        [
            (d.key, str(d.without_word), str(d.dependents), words.code(d.visited.value))
            for d in ranked[:_DOORS]
        ],
    )
