"""Rows and entries about places, needs, figures and what was left behind.

Each kind is a table: which attribute of its statement is the text of which column.
A statement that lacks what it is about gives None.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from stillhere.intake.columns import (
    Cells,
    Plain,
    moment_reader,
    place_reader,
)
from stillhere.intake.dates import read_moment
from stillhere.intake.values import care_in, first_number_of
from stillhere.intake.words import finder, fold
from stillhere.reports.profile import Profile
from stillhere.reports.report import Report
from stillhere.reports.statements import (
    AnimalsStatement,
    AssuranceStatement,
    CountStatement,
    IntentionStatement,
    NeedStatement,
    PropertyStatement,
    RemainsStatement,
    ServiceStatement,
    Statement,
)
from stillhere.vocabulary.fields import Field
from stillhere.vocabulary.kinds import ReportKind
from stillhere.vocabulary.places import Service, ServiceState

Code = TypeVar("Code")
Stated = dict[str, Any]
Finish = Callable[[Stated, dict[str, str]], Statement | None]

_NOTE = ("note", Field.NOTE)
_SERVICES = {fold(s.value): s for s in Service}
_STATES = {fold(s.value): s for s in ServiceState}


def _service(stated: Stated, texts: dict[str, str]) -> Statement | None:
    service = _coded(texts.get("service", ""), _SERVICES, "service")
    if service is None:
        return None
    state = _coded(texts.get("state", ""), _STATES, "state")
    return ServiceStatement(
        **stated,
        service=service,
        state=state or ServiceState.UNKNOWN,
        since=read_moment(texts.get("since", "")),
        expected=read_moment(texts.get("expected", "")),
        note=texts.get("note", ""),
    )


def _need(stated: Stated, texts: dict[str, str]) -> Statement | None:
    what = texts.get("what", "")
    if not what:
        return None
    return NeedStatement(
        **stated,
        what=what,
        urgency=texts.get("urgency", ""),
        person=texts.get("person", ""),
        since=read_moment(texts.get("since", "")),
        met=read_moment(texts.get("met", "")),
        note=texts.get("note", ""),
    )


def _count(stated: Stated, texts: dict[str, str]) -> Statement | None:
    value = first_number_of(_ungrouped(texts.get("value", "")))
    if value is None:
        return None
    return CountStatement(
        **stated,
        what=texts.get("what", ""),
        value=value,
        qualifier=texts.get("qualifier", ""),
        actor=texts.get("actor", ""),
    )


def _remains(stated: Stated, texts: dict[str, str]) -> Statement | None:
    code = texts.get("code", "")
    if not code:
        return None
    return RemainsStatement(
        **stated,
        code=code,
        state=texts.get("state", ""),
        name=texts.get("name", ""),
        note=texts.get("note", ""),
    )


def _property(stated: Stated, texts: dict[str, str]) -> Statement | None:
    if not (stated["place"] or texts.get("owner")):
        return None
    return PropertyStatement(
        **stated,
        owner=texts.get("owner", ""),
        state=texts.get("state", ""),
        note=texts.get("note", ""),
    )


def _animals(stated: Stated, texts: dict[str, str]) -> Statement | None:
    kind = texts.get("kind", "")
    if not kind:
        return None
    return AnimalsStatement(
        **stated,
        kind=kind,
        count=first_number_of(texts.get("count", "")),
        owner=texts.get("owner", ""),
        state=texts.get("state", ""),
    )


def _intention(stated: Stated, texts: dict[str, str]) -> Statement | None:
    intention = texts.get("what", "")
    if not intention:
        return None
    return IntentionStatement(
        **stated,
        intention=intention,
        conditions=texts.get("conditions", ""),
        care=care_in(texts.get("care", "")),
    )


def _assurance(stated: Stated, texts: dict[str, str]) -> Statement | None:
    words = texts.get("what") or texts.get("note", "")
    if not words:
        return None
    stated.pop("place")
    return AssuranceStatement(
        **stated,
        actor=texts.get("actor", ""),
        words=words,
        recipient=texts.get("recipient", ""),
    )


_KINDS: dict[ReportKind, tuple[tuple[tuple[str, Field], ...], Finish]] = {
    ReportKind.SERVICE: (
        (
            ("service", Field.SERVICE),
            ("state", Field.STATE),
            ("since", Field.SINCE),
            ("expected", Field.EXPECTED),
            _NOTE,
        ),
        _service,
    ),
    ReportKind.NEED: (
        (
            ("what", Field.WHAT),
            ("urgency", Field.URGENCY),
            ("person", Field.NAME),
            ("since", Field.SINCE),
            ("met", Field.MET),
            _NOTE,
        ),
        _need,
    ),
    ReportKind.COUNT: (
        (
            ("what", Field.WHAT),
            ("value", Field.VALUE),
            ("qualifier", Field.QUALIFIER),
            ("actor", Field.ACTOR),
        ),
        _count,
    ),
    ReportKind.REMAINS: (
        (
            ("code", Field.CODE),
            ("state", Field.STATE),
            ("name", Field.NAME),
            _NOTE,
        ),
        _remains,
    ),
    ReportKind.PROPERTY: (
        (("owner", Field.OWNER), ("state", Field.STATE), _NOTE),
        _property,
    ),
    ReportKind.ANIMALS: (
        (
            ("kind", Field.ANIMAL),
            ("count", Field.PEOPLE),
            ("count", Field.VALUE),
            ("owner", Field.OWNER),
            ("state", Field.STATE),
        ),
        _animals,
    ),
    ReportKind.INTENTION: (
        (("what", Field.WHAT), ("conditions", Field.CONDITION), ("care", Field.CARE)),
        _intention,
    ),
    ReportKind.ASSURANCE: (
        (
            ("what", Field.WHAT),
            ("actor", Field.ACTOR),
            ("recipient", Field.RECIPIENT),
            _NOTE,
        ),
        _assurance,
    ),
}
KINDS = tuple(_KINDS)
"""The kinds this module reads."""


class SurroundingsReader:
    """Reads the rows of one source of one of `KINDS`."""

    def __init__(self, profile: Profile) -> None:
        meanings, self._finish = _KINDS[profile.kind]
        self._texts = Plain.of(profile, meanings)
        self._place = place_reader(profile)
        self._moment = moment_reader(profile)

    def read(self, report: Report, cells: Cells) -> Statement | None:
        """The statement of one row; None where it does not say what it is about."""
        stated: Stated = {
            "report": report.id,
            "source": report.source,
            "place": self._place(cells),
            "date": self._moment(cells),
        }
        return self._finish(stated, self._texts.read(cells))


def _coded(text: str, codes: dict[str, Code], name: str) -> Code | None:
    """A code as written or as a word of one of the four languages."""
    known = codes.get(fold(text))
    if known is not None:
        return known
    found = finder(name).first(text)
    return codes[fold(found)] if found else None


def _ungrouped(text: str) -> str:
    """Thousands written 100,000 or 100 000 or 100.000 as plain digits."""
    digits = text.replace("\u00a0", " ").replace("\u202f", " ")
    for sign in (" ", ",", "."):
        parts = digits.split(sign)
        if len(parts) > 1 and all(len(p) == 3 and p.isdecimal() for p in parts[1:]):
            digits = "".join(parts)
    return digits
