"""A person as lists name them: the fields an answer on the phone is written with."""

from stillhere.ledger import Entry, Picture
from stillhere.reports import Json
from stillhere.reports.statements import Birth, WrittenName, WrittenPlace
from stillhere.vocabulary.fields import Field

_NAME = (
    ("full", Field.NAME),
    ("given", Field.GIVEN_NAME),
    ("family", Field.FAMILY_NAME),
    ("patronymic", Field.PATRONYMIC),
)
_HOME = (
    ("settlement", Field.SETTLEMENT),
    ("address", Field.ADDRESS),
    ("street", Field.STREET),
    ("house", Field.HOUSE),
    ("building", Field.BUILDING),
    ("flat", Field.FLAT),
)


def as_on_file(picture: Picture, entry: Entry) -> dict[str, Json]:
    """Name, birth and home as the preferred reports write them, and whom it is about.

    What is not known is left out.
    """
    fields: dict[str, Json] = {"about": entry.id}
    if entry.names:
        said = picture.evidence.mention(entry.names[0].report)
        if said is not None:
            fields |= _texts(said.name, _NAME)
    if entry.birth is not None:
        fields |= _born(entry.birth)
    if entry.home is not None:
        said = picture.evidence.mention(entry.home.report)
        if said is not None:
            fields |= _texts(said.place, _HOME)
    return fields


def _texts(
    written: WrittenName | WrittenPlace, meanings: tuple[tuple[str, Field], ...]
) -> dict[str, Json]:
    texts = ((field.value, getattr(written, name)) for name, field in meanings)
    return {field: text for field, text in texts if text}


def _born(birth: Birth) -> dict[str, Json]:
    """A whole date or a year; an age of another day is left out."""
    if birth.month and birth.day:
        text = f"{birth.first:04}-{birth.month:02}-{birth.day:02}"
        return {Field.BIRTH_DATE.value: text}
    if birth.first == birth.last:
        return {Field.BIRTH_YEAR.value: f"{birth.first:04}"}
    return {}
