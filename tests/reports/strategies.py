"""Invented rows, entries and decisions for the properties of the room."""

from collections.abc import Mapping, Sequence

from hypothesis import strategies as st

from stillhere.reports import (
    EXERCISE_KEY,
    Json,
    Report,
    ReportId,
    Stamp,
    make_report,
)
from stillhere.vocabulary import Basis, ReportKind, Scope

HEADERS = ("Անուն", "Фамилия", "Ad", "Name", "Year", "Phone")
SOURCES = ("town register", "bus 12", "hotline")
DATES = ("2023-09-25", "2023-09-30", "2023-10-03")
AS_OF = "2023-10-01"

cells = st.text(max_size=12) | st.sampled_from(
    ["Աննա", "Сергей Петросян", "Əli", "Ann", "1951", "+374 47 000 000", "", " x "]
)
rows: st.SearchStrategy[dict[str, str]] = st.dictionaries(
    st.sampled_from(HEADERS), cells, min_size=1
)
stamps = st.builds(
    Stamp,
    author=st.sampled_from(["laptop 1", "laptop 2"]),
    basis=st.sampled_from(list(Basis)),
    scopes=st.lists(st.sampled_from(list(Scope)), max_size=3).map(tuple),
    source_date=st.none() | st.sampled_from(DATES),
    derived_from=st.none() | st.sampled_from(SOURCES),
    expires=st.none() | st.sampled_from(DATES),
)


def row(
    fields: Mapping[str, Json],
    *,
    source: str = SOURCES[0],
    ordinal: int = 0,
    stamp: Stamp | None = None,
) -> Report:
    """One row of a list, under the public key."""
    return make_report(
        EXERCISE_KEY, ReportKind.ROW, source, fields, ordinal=ordinal, stamp=stamp
    )


def decision(
    kind: ReportKind,
    fields: Mapping[str, Json],
    *,
    date: str | None = None,
    expires: str | None = None,
) -> Report:
    """One decision of an officer, under the public key."""
    stamp = Stamp(source_date=date, expires=expires)
    return make_report(EXERCISE_KEY, kind, "officer", fields, stamp=stamp)


def withdrawal(target: Report) -> Report:
    return decision(ReportKind.WITHDRAWAL, {"target": target.id})


def erasure(*targets: Report) -> Report:
    named: Sequence[Json] = [t.id for t in targets]
    return decision(ReportKind.ERASURE, {"targets": named})


def correction(
    target: Report, fields: Mapping[str, Json], *, date: str | None = None
) -> Report:
    body: dict[str, Json] = {"target": target.id, "fields": fields}
    return decision(ReportKind.CORRECTION, body, date=date)


def profile_of(source: str, columns: Mapping[str, str], *, confirmed: bool) -> Report:
    body: dict[str, Json] = {
        "about": source,
        "kind": "person",
        "columns": [[header, field] for header, field in columns.items()],
        "confirmed": confirmed,
    }
    return decision(ReportKind.PROFILE, body)


@st.composite
def claims(draw: st.DrawFn) -> Report:
    """A row of one of three sources, stamped in one of many ways."""
    return row(
        draw(rows),
        source=draw(st.sampled_from(SOURCES)),
        ordinal=draw(st.integers(0, 2)),
        stamp=draw(stamps),
    )


@st.composite
def decisions(draw: st.DrawFn, known: Sequence[Report]) -> Report:
    """A decision on something known, or a broken one."""
    target = draw(st.sampled_from(known)).id
    source = draw(st.sampled_from(SOURCES))
    body: dict[ReportKind, st.SearchStrategy[dict[str, Json]]] = {
        ReportKind.WITHDRAWAL: st.sampled_from(
            [{"target": target}, {"source": source}, {"targets": [target, "0" * 32]}]
        ),
        ReportKind.ERASURE: st.just({"targets": [target]}),
        ReportKind.CORRECTION: st.one_of(
            rows.map(lambda fields: {"target": target, "fields": fields}),
            st.sampled_from(HEADERS).map(lambda h: {"target": target, "without": [h]}),
            st.just({"target": target, "fields": "not a table"}),
        ),
        ReportKind.PROFILE: st.sampled_from(
            [
                {"about": source, "kind": "person", "columns": [["Name", "name"]]},
                {"about": source, "kind": "person", "columns": [], "confirmed": True},
                {"about": source, "kind": "no such kind", "columns": []},
            ]
        ),
    }
    kind = draw(st.sampled_from(list(body)))
    return make_report(
        EXERCISE_KEY, kind, "officer", draw(body[kind]), stamp=draw(stamps)
    )


@st.composite
def sets_of_reports(draw: st.DrawFn) -> list[Report]:
    """Claims, decisions on them, decisions on those, and emptied copies of any."""
    known = draw(st.lists(claims(), min_size=1, max_size=6))
    for _ in range(draw(st.integers(0, 8))):
        known.append(draw(decisions(known)))
    emptied = draw(st.lists(st.sampled_from(known), max_size=2))
    return [*known, *(report.erased() for report in emptied)]


def ids(reports: Sequence[Report]) -> list[ReportId]:
    return [report.id for report in reports]
