"""One report as its source stated it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from stillhere.desk import rows
from stillhere.desk.access import Act, asks
from stillhere.desk.clock import now
from stillhere.desk.naming import person_name
from stillhere.desk.operation.current import the_operation
from stillhere.desk.views.counted import counted_in
from stillhere.desk.views.pages import page_of
from stillhere.desk.views.standing import Standing, standing_of
from stillhere.desk.views.stated import facts
from stillhere.desk.views.unshown import may_see, nothing, sees_children
from stillhere.errors import StillHereError
from stillhere.ledger import Entry, Picture
from stillhere.pipeline.evidence import evidence_of
from stillhere.reports import EMPTY, Report, ReportId
from stillhere.reports.decided import targets
from stillhere.vocabulary import Care, ReportKind
from stillhere.vocabulary.fields import Field

_PATIENCE_S = 0.5
"""How long the page waits for an import before it leaves out where a report stands."""

_LONGEST = 4_000
"""Letters of one cell that are shown; only tables of an operation have more."""


@asks(Act.SEE)
def report(request: HttpRequest, report: str) -> HttpResponse:
    """Who said what, word for word, where it was read, and what became of it."""
    picture = the_operation().picture
    found = picture.evidence.report(ReportId(report))
    if found is None or not may_see(request, found):
        return nothing(request)
    entry = person_of(picture, found.id)
    if opened := _opened(picture, found):
        account = request.user.get_username()
        rows.note_opening(now(), account, opened, "report")
    evidence = picture.evidence
    statement = evidence.mention(found.id) or evidence.statement(found.id)
    page = {
        "report": found,
        "origin": evidence.provenance(found.id),
        "erased": found.body == EMPTY,
        "cells": list(cells(found, _unsaid(request, picture, found))),
        "facts": facts(statement, children=sees_children(request))
        if statement is not None
        else [],
        "targets": page_of(request, targets(found)),
        "standing": _standing(request, found),
        "entry": entry,
        "name": person_name(entry) if entry is not None else None,
        "counted": counted_in(picture, found),
    }
    return render(request, "desk/report.html", page)


def person_of(picture: Picture, report: ReportId) -> Entry | None:
    """The person a report is held to speak of; None where it names nobody."""
    try:
        return picture.entry(report)
    except KeyError:
        return None


def _opened(picture: Picture, found: Report) -> str:
    """Whom to note as opened: the person, else the report that may name somebody.

    Empty for what is known to name nobody. A correction repeats what it corrects.
    """
    about = targets(found) if found.kind is ReportKind.CORRECTION else (found.id,)
    for name in about:
        if (entry := person_of(picture, name)) is not None:
            return entry.id
    if found.kind.decides and found.kind is not ReportKind.CORRECTION:
        return ""
    return "" if picture.evidence.statement(found.id) is not None else found.id


def _unsaid(request: HttpRequest, picture: Picture, found: Report) -> frozenset[str]:
    """Headers of the cells that say a child is alone, for who may not read that."""
    said = picture.evidence.mention(found.id)
    if said is None or Care.CHILD_ALONE not in said.care or sees_children(request):
        return frozenset()
    saying = (Field.CARE, Field.NOTE)
    profile = evidence_of(picture).bench.book.profile(found.source)
    headers = [h for field in saying for h in profile.headers(field)] if profile else []
    return frozenset({*saying, *headers})


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell or field as written; `more` letters of a very long one are left out."""

    header: str
    text: str
    more: int


def cells(report: Report, unsaid: frozenset[str] = frozenset()) -> Iterator[Cell]:
    """Headers and cells of a row, or fields of an entry, exactly as written.

    Args:
        report: Of which.
        unsaid: Headers whose cells the reader may not see.
    """
    if report.body == EMPTY:
        return
    for name, value in report.fields.items():
        if name in unsaid:
            yield Cell(name, _("Nothing can be shown about this."), 0)
            continue
        for header, text in _cells(name, value):
            yield Cell(header, text[:_LONGEST], max(0, len(text) - _LONGEST))


def _cells(name: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict) and value:
        for inner, held in value.items():
            yield from _cells(f"{name} · {inner}", held)
    else:
        text = (
            value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        )
        yield name, text


def _standing(request: HttpRequest, report: Report) -> Standing:
    """Where it stands, with those decisions on it that the account may see."""
    try:
        with the_operation().evidence(_PATIENCE_S) as picture:
            found = standing_of(picture, report)
    except StillHereError:
        busy = _("Whether it is in force is not known until a long import has ended.")
        return Standing(False, busy, (), False)
    seen = tuple(one for one in found.decisions if may_see(request, one[0]))
    return replace(found, decisions=seen)
