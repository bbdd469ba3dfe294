"""Rows and entries that state one person."""

from collections.abc import Callable
from typing import Any

from stillhere.intake.columns import (
    Cells,
    Plain,
    joined,
    moment_reader,
    place_reader,
)
from stillhere.intake.dates import ages_of, read_age, read_birth
from stillhere.intake.values import (
    care_in,
    care_of,
    documents_of,
    first_number_of,
    phones_of,
    sex_of,
)
from stillhere.intake.words import finder, says
from stillhere.reports.profile import Profile
from stillhere.reports.report import Report, ReportId
from stillhere.reports.statements import Birth, PersonStatement, WrittenName
from stillhere.vocabulary.fields import Field
from stillhere.vocabulary.people import Care, PersonEvent

_TEXTS = (
    ("key", Field.KEY),
    ("origin", Field.ORIGIN),
    ("destination", Field.DESTINATION),
    ("household", Field.HOUSEHOLD),
    ("head", Field.HEAD),
    ("relation", Field.RELATION),
    ("vehicle", Field.VEHICLE),
)
_NAMES = (
    ("full", Field.NAME),
    ("given", Field.GIVEN_NAME),
    ("family", Field.FAMILY_NAME),
    ("patronymic", Field.PATRONYMIC),
    ("maiden", Field.MAIDEN_NAME),
)
_EVENTS = {e.value: e for e in PersonEvent}
_LEFT_BY_LIST = (PersonEvent.BOARDED, PersonEvent.DEPARTED)


class PersonReader:
    """Reads the person of each row of one source; made once per profile.

    Args:
        profile: What the columns mean.
        event: What a row says where neither a column nor the profile does.
    """

    def __init__(
        self, profile: Profile, event: PersonEvent = PersonEvent.RESIDENT
    ) -> None:
        self._profile = profile
        self._event = profile.event or event
        self._texts = Plain.of(profile, _TEXTS)
        self._names = Plain.of(profile, _NAMES)
        self._place = place_reader(profile)
        self._moment = moment_reader(profile)
        self._birth = BirthReader(profile)
        self._care = CareReader(profile)
        self._headers = {
            f: profile.headers(f)
            for f in (
                Field.SEX,
                Field.DOCUMENT,
                Field.PHONE,
                Field.PARTY,
                Field.ORDINAL,
                Field.EVENT,
                Field.LIST,
            )
        }
        self._of_vehicle = self._event in _LEFT_BY_LIST and not profile.headers(
            Field.VEHICLE
        )
        self._order = profile.name_order.value

    def read(self, report: Report, cells: Cells) -> PersonStatement:
        """The statement of one row, whether or not it names anybody."""
        return self.stated(report.id, report.source, cells)

    def stated(self, row: ReportId, source: str, cells: Cells) -> PersonStatement:
        """The same of a row that is no report, under the id its caller gave it."""
        stated: dict[str, Any] = self._texts.read(cells)
        stated["place"] = self._place(cells)
        date = self._moment(cells)
        if date:
            stated["date"] = date
        birth, unplaced = self._birth.read(cells, date)
        if birth:
            stated["birth"] = birth
        care, note = self._care.read(cells)
        if care:
            stated["care"] = care
        if note or unplaced:
            stated["note"] = f"{note} {unplaced}".strip()
        self._add_values(stated, cells)
        return PersonStatement(
            row, source, self._said(cells), self.name(cells), **stated
        )

    def name(self, cells: Cells) -> WrittenName:
        """The name as written, in whatever columns it stands."""
        return WrittenName(
            order=self._order,
            language=self._profile.language,
            **self._names.read(cells),
        )

    def _add_values(self, stated: dict[str, Any], cells: Cells) -> None:
        headers = self._headers
        for header in headers[Field.SEX]:
            if header in cells:
                stated["sex"] = sex_of(cells[header])
        if headers[Field.PARTY] and "household" not in stated:
            stated["household"] = joined(cells, headers[Field.PARTY])
        for name, found, read in (
            ("documents", headers[Field.DOCUMENT], documents_of),
            ("phones", headers[Field.PHONE], phones_of),
        ):
            if found and (values := _several(cells, found, read)):
                stated[name] = values
        if headers[Field.ORDINAL]:
            stated["ordinal"] = first_number_of(joined(cells, headers[Field.ORDINAL]))
        if self._of_vehicle:
            stated["vehicle"] = self._profile.source
        if headers[Field.LIST] and (name := joined(cells, headers[Field.LIST])):
            _number_within(name, stated)

    def _said(self, cells: Cells) -> PersonEvent:
        headers = self._headers[Field.EVENT]
        text = joined(cells, headers) if headers else ""
        if not text:
            return self._event
        plain = _EVENTS.get(text)
        if plain is None:
            found = finder("event").first(text)
            plain = _EVENTS.get(found or "", self._event)
        return plain


class BirthReader:
    """Reads what is stated of a birth: a date, a year, or an age on a date."""

    def __init__(self, profile: Profile) -> None:
        self._dates = profile.headers(Field.BIRTH_DATE) + profile.headers(
            Field.BIRTH_YEAR
        )
        self._ages = profile.headers(Field.AGE)
        self._month_first = profile.month_first
        self._list_date = profile.date

    def read(self, cells: Cells, on: str | None) -> tuple[Birth | None, str]:
        """The birth, and the text of an age that no date gives a year to."""
        moment = on or self._list_date
        for header in self._dates:
            if header in cells:
                birth = read_birth(cells[header], month_first=self._month_first)
                if birth is not None:
                    return birth, ""
        for header in (*self._ages, *self._dates):
            if header in cells and (found := _from_age(cells[header], moment))[0]:
                return found
        for header in self._ages:
            if header in cells:
                return None, cells[header]
        return None, ""


class CareReader:
    """Reads needs of care from their own columns and from notes."""

    def __init__(self, profile: Profile) -> None:
        self._care = profile.headers(Field.CARE)
        self._alone = profile.headers(Field.ALONE)
        self._notes = profile.headers(Field.NOTE)

    def read(self, cells: Cells) -> tuple[tuple[Care, ...], str]:
        """Needs, sorted, and the note as written (with care nobody understood)."""
        care: set[Care] = set()
        texts: list[str] = []
        for header in self._care:
            if header in cells:
                text = cells[header]
                known = care_of(text, header)
                care.update(known)
                if not known and not says("no", text):
                    texts.append(text)
        for header in self._alone:
            if header in cells and not says("no", cells[header]):
                care.add(Care.LIVES_ALONE)
        for header in self._notes:
            if header in cells:
                text = cells[header]
                care.update(care_in(text))
                texts.append(text)
        if not care and not texts:
            return (), ""
        return tuple(sorted(care)), " ".join(texts)


def _from_age(text: str, on: str | None) -> tuple[Birth | None, str]:
    if on is not None:
        birth = read_age(text, on)
        if birth is not None:
            return birth, ""
    if ages_of(text) is None:
        birth = read_birth(text)
        if birth is not None:
            return birth, ""
    return None, text


def _several(
    cells: Cells, headers: tuple[str, ...], read: Callable[[str], tuple[str, ...]]
) -> tuple[str, ...]:
    if len(headers) == 1:
        header = headers[0]
        return read(cells[header]) if header in cells else ()
    found = {v for h in headers if h in cells for v in read(cells[h])}
    return tuple(sorted(found))


def _number_within(name: str, stated: dict[str, Any]) -> None:
    """Numbers of parties, vehicles and seats count within the list a row names."""
    group = stated.get("household") or stated.get("head")
    if group:
        stated["household"] = f"{name} {group}"
    if stated.get("vehicle") or stated.get("ordinal") is not None:
        stated["vehicle"] = f"{name} {stated.get('vehicle', '')}".strip()


def is_somebody(person: PersonStatement) -> bool:
    """Whether a statement names or documents anybody."""
    return bool(person.name or person.documents)
