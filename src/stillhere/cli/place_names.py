"""``places unresolved`` and ``places settle``: names that a person decides."""

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from stillhere.cli.clock import now
from stillhere.cli.opening import opened
from stillhere.cli.options import AsJson, AsOf, PassphraseFd, StorePath, Where
from stillhere.cli.place_words import in_words, store_of
from stillhere.cli.progress import steps
from stillhere.cli.screen import as_json, print_line, say, table
from stillhere.errors import StillHereError
from stillhere.intake.tables import decided_report
from stillhere.places import Gazetteer, text_keys
from stillhere.plan.unplaced import Unplaced, candidates, unplaced
from stillhere.reports import Report, Stamp

_AUTHOR = "officer"
_LIMIT = 30
_NONE = "none"


@dataclass(frozen=True, slots=True)
class Decided:
    """What a text means: the code or name of a place, or none; and its line."""

    text: str
    place: str
    line: int = 1


def unresolved(
    where: Where,
    *,
    limit: Annotated[int, typer.Option(min=1, help="Most names shown.")] = _LIMIT,
    as_of: AsOf = None,
    passphrase_fd: PassphraseFd = None,
    json: AsJson = False,
) -> None:
    """List names of places nobody can be sure of, most people first.

    `several`: places share the name. `slip`: read as a place but for a slip of the hand.
    `unknown`: no table has it. `places settle` decides.
    """
    with steps() as shown, opened(where, shown, as_of=as_of, fd=passphrase_fd) as found:
        picture = found.picture(shown)
        gazetteer = found.world.gazetteer
        shown.tell("looking for names", 0.0)
        queue = unplaced(picture, gazetteer)
    if json:
        shapes_ = [_unplaced_shape(one, gazetteer) for one in queue[:limit]]
        as_json({"names": len(queue), "shown": shapes_})
        return
    counts = Counter(one.how.value for one in queue)
    parts = ", ".join(f"{number} {how}" for how, number in sorted(counts.items()))
    say(f"{len(queue):,} names to look at{': ' + parts if parts else ''}.")
    table(
        ("#people", "written", "why", "nearest places (code)"),
        [
            (one.people, _written(one), one.how.value, _nearest(one, gazetteer))
            for one in queue[:limit]
        ],
    )
    if queue:
        print_line(f'Decide: stillhere places settle {where} "TEXT" CODE')


def settle(  # noqa: PLR0913 (what a decision is made of)
    store: StorePath,
    text: Annotated[
        str, typer.Argument(help="The name as written; not with --file.")
    ] = "",
    place: Annotated[
        str, typer.Argument(help="Code of the place, or 'none' for none of them.")
    ] = "",
    *,
    file: Annotated[
        Path | None,
        typer.Option(help="CSV of decisions with the columns text and place."),
    ] = None,
    why: Annotated[str, typer.Option(help="The reason, in words.")] = "",
    passphrase_fd: PassphraseFd = None,
    json: AsJson = False,
) -> None:
    """Decide which place a name means, wherever and in whichever script it is written.

    The latest decision on a name counts; `withdraw` takes one back.
    """
    if [bool(text), bool(place)] != [file is None] * 2:
        raise StillHereError("cli/usage", reason="Give TEXT and CODE, or --file.")
    decisions = [Decided(text, place)] if file is None else list(_decisions(file))
    with steps() as shown, opened(store, shown, fd=passphrase_fd) as found:
        here = store_of(found, "a decision on a place")
        gazetteer = found.world.gazetteer
        coded = [(one.text, _code(gazetteer, one.place)) for one in decisions]
        _check(decisions, [code for _, code in coded])
        moment = now()
        stamp = Stamp(author=_AUTHOR, source_date=moment)
        reports = [
            decided_report(said, code, here.operation_key, stamp, why)
            for said, code in coded
        ]
        here.append(reports, entry_date=moment)
    if json:
        as_json([_decision_shape(*one) for one in zip(coded, reports, strict=True)])
        return
    for (said, code), report in zip(coded, reports, strict=True):
        means = in_words(gazetteer, code)
        print_line(f'"{said}" means {means}.')
        print_line(f"To take it back: stillhere withdraw {store} --report {report.id}")


def _code(gazetteer: Gazetteer, text: str) -> str:
    """The code to keep: one of a table, which stays when tables are joined anew."""
    if text.strip().lower() == _NONE:
        return ""
    place = gazetteer.coded(text) or gazetteer.resolve(text)
    if place is None:
        raise StillHereError("places/no-such-place", text=text)
    return next(iter(gazetteer[place].codes), place)


def _check(decisions: Sequence[Decided], codes: Sequence[str]) -> None:
    """See to it that every decision is about a name, and each name has one.

    Raises:
        StillHereError: A text has no letter, or one name is said to mean two places.
    """
    meant: dict[str, tuple[str, int]] = {}
    for one, code in zip(decisions, codes, strict=True):
        keys = text_keys(one.text)
        if not keys:
            raise StillHereError("places/no-letters", text=one.text)
        for key in keys:
            known, first = meant.setdefault(key, (code, one.line))
            if known != code:
                raise StillHereError("places/twice-decided", line=one.line, first=first)


def _decisions(path: Path) -> Iterator[Decided]:
    """Decisions of a CSV; a first line that says text and place is its header.

    Raises:
        StillHereError: A line lacks the text or the place.
    """
    try:
        lines = list(csv.reader(path.read_text("utf-8-sig").splitlines()))
    except UnicodeDecodeError as error:
        raise StillHereError("places/encoding", file=path.name, line=1) from error
    for number, cells in enumerate(lines, 1):
        row = [cell.strip() for cell in cells]
        header = number == 1 and [c.casefold() for c in row[:2]] == ["text", "place"]
        if header or not any(row):
            continue
        if len(row) < 2 or not (row[0] and row[1]):
            values = {"file": path.name, "line": number}
            raise StillHereError("places/decisions-unreadable", **values)
        yield Decided(row[0], row[1], number)


def _written(one: Unplaced) -> str:
    few = one.texts[:3]
    more = f" and {len(one.texts) - 3} more" if len(one.texts) > 3 else ""
    return ", ".join(few) + more


def _nearest(one: Unplaced, gazetteer: Gazetteer) -> str:
    found = candidates(one, gazetteer)
    return "; ".join(f"{match.name} ({match.place.id})" for match in found)


def _unplaced_shape(one: Unplaced, gazetteer: Gazetteer) -> dict[str, Any]:
    return {
        "texts": list(one.texts),
        "why": one.how.value,
        "read_as": one.read_as,
        "people": one.people,
        "mentions": one.mentions,
        "candidates": [
            {"place": m.place.id, "name": m.name, "likeness": m.score}
            for m in candidates(one, gazetteer)
        ],
    }


def _decision_shape(decision: tuple[str, str], report: Report) -> dict[str, str]:
    return {"text": decision[0], "place": decision[1], "report": report.id}
