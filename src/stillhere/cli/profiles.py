"""``profile``: what the columns of a source mean, shown and corrected."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Annotated, Any, TypeVar

import typer

from stillhere.cli.clock import checked, now
from stillhere.cli.opening import Opened, opened
from stillhere.cli.options import AsJson, PassphraseFd, Where
from stillhere.cli.progress import steps
from stillhere.cli.screen import as_json, heading, say, table
from stillhere.errors import StillHereError
from stillhere.names import NameOrder
from stillhere.reports import Column, Profile, Stamp, make_report
from stillhere.vocabulary import Language, PersonEvent, ReportKind
from stillhere.vocabulary.fields import Field

_SAMPLE = 5
_AUTHOR = "officer"
Code = TypeVar("Code", bound=StrEnum)


def profile(  # noqa: PLR0913 (everything a profile says)
    where: Where,
    source: Annotated[
        str | None, typer.Argument(help="A source; without one, all are listed.")
    ] = None,
    *,
    column: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="COLUMN=FIELD", help="What a column means."),
    ] = None,
    kind: Annotated[str | None, typer.Option(help="What one row states.")] = None,
    event: Annotated[str | None, typer.Option(help="What it says of a person.")] = None,
    order: Annotated[str | None, typer.Option(help="Order of whole names.")] = None,
    language: Annotated[str | None, typer.Option(help="hy, az, ru or en.")] = None,
    date: Annotated[str | None, typer.Option(help="ISO date of the list.")] = None,
    once: Annotated[
        bool | None, typer.Option(help="A person stands in it only once.")
    ] = None,
    register: Annotated[
        bool | None, typer.Option(help="A complete register of residents.")
    ] = None,
    confirm: Annotated[
        bool, typer.Option("--confirm", help="It was looked at and is right.")
    ] = False,
    passphrase_fd: PassphraseFd = None,
    json: AsJson = False,
) -> None:
    """Show how a source is read; correct it, and its rows are read anew.

    Every correction confirms the profile and is stored as a report.
    """
    with steps() as shown, opened(where, shown, fd=passphrase_fd) as found:
        profiles = found.profiles()
        if source is None:
            _list(profiles, json=json)
            return
        if source not in profiles:
            raise StillHereError("cli/no-such-source", path=where, text=source)
        said: dict[str, Any] = {
            "kind": _code(ReportKind, kind, "kind of report"),
            "event": _code(PersonEvent, event, "event"),
            "name_order": _code(NameOrder, order, "order of names"),
            "language": _code(Language, language, "language"),
            "date": None if date is None else checked(date),
            "once": once,
            "register": register,
        }
        said = {name: value for name, value in said.items() if value is not None}
        if said or column or confirm:
            fixed = _corrected(profiles[source], column or (), said)
            profiles[source] = _stored(found, fixed)
        _show(found, profiles[source], json=json)


def _code(kind: type[Code], text: str | None, what: str) -> Code | None:
    if text is None:
        return None
    try:
        return kind(text.strip().lower())
    except ValueError as error:
        known = ", ".join(kind)
        raise StillHereError(
            "cli/no-such-word", text=text, what=what, known=known
        ) from error


def _corrected(
    profile: Profile, changes: Sequence[str], said: dict[str, Any]
) -> Profile:
    columns = list(profile.columns)
    headers = [c.header for c in columns]
    for change in changes:
        header, _, text = change.rpartition("=")
        if header not in headers:
            raise StillHereError(
                "cli/no-such-column", source=profile.source, text=header or change
            )
        field = _code(Field, text, "meaning of a column") or Field.IGNORE
        columns[headers.index(header)] = Column(header, field)
    return replace(profile, columns=tuple(columns), confirmed=True, **said)


def _stored(found: Opened, fixed: Profile) -> Profile:
    if found.store is None:
        raise StillHereError(
            "cli/needs-store", path=found.path, action="a corrected profile"
        )
    moment = now()
    report = make_report(
        found.store.operation_key,
        ReportKind.PROFILE,
        fixed.source,
        fixed.to_fields(),
        stamp=Stamp(author=_AUTHOR, source_date=moment),
    )
    found.store.append([report], entry_date=moment)
    return fixed


def _list(profiles: dict[str, Profile], *, json: bool) -> None:
    if json:
        as_json([profile.to_fields() for profile in profiles.values()])
        return
    table(
        ("source", "states", "says", "language", "once", "register", "confirmed"),
        [(name, *_traits(known)) for name, known in profiles.items()],
    )


def _traits(known: Profile) -> tuple[str, ...]:
    return (
        known.kind.value,
        known.event.value if known.event else "",
        known.language.value if known.language else "",
        *("yes" if holds else "no" for holds in (known.once, known.register)),
        "yes" if known.confirmed else "proposed",
    )


def _show(found: Opened, known: Profile, *, json: bool) -> None:
    rows = [
        r.fields
        for r in found.reports
        if r.kind is ReportKind.ROW and r.source == known.source
    ][:_SAMPLE]
    if json:
        as_json(
            {**known.to_fields(), "sample": rows, "reasons": _reasons(found, known)}
        )
        return
    kind, event, language, once, register, confirmed = _traits(known)
    say(f"{known.source}: each row is a {kind}{', ' + event if event else ''}.")
    say(
        f"Language {language or 'mixed'}, names {known.name_order.value}, once {once}, "
        f"register {register}, {'confirmed' if confirmed == 'yes' else 'proposed'}."
    )
    heading("Columns, and the first rows")
    table(
        ("column", "means", *(f"row {n}" for n in range(1, len(rows) + 1))),
        [(c.header, c.field.value, *_cells(rows, c)) for c in known.columns],
    )
    for reason in _reasons(found, known):
        say(f"- {reason}")


def _cells(rows: Iterable[dict[str, Any]], column: Column) -> list[str]:
    return [str(row.get(column.header, "")) for row in rows]


def _reasons(found: Opened, known: Profile) -> list[str]:
    """Why it was proposed so; only the reading of a folder knows."""
    proposals = found.imported.proposals if found.imported is not None else ()
    return [
        reason.sentence
        for proposal in proposals
        if proposal.profile == known
        for reason in proposal.reasons
    ]
