"""A profile made ready to read rows: for each meaning, the headers that carry it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from stillhere.intake.dates import read_moment
from stillhere.reports.profile import Column, Profile
from stillhere.reports.statements import WrittenPlace
from stillhere.reports.statements.people import NOWHERE
from stillhere.vocabulary.fields import Field
from stillhere.vocabulary.kinds import ReportKind

Cells = Mapping[str, str]
"""Header to cell text; of a typed entry, field name to text."""

_FULL_DATE = len("2023-09-27")
_PLACE = (
    ("settlement", Field.SETTLEMENT),
    ("address", Field.ADDRESS),
    ("street", Field.STREET),
    ("house", Field.HOUSE),
    ("building", Field.BUILDING),
    ("flat", Field.FLAT),
    ("x_km", Field.X_KM),
    ("y_km", Field.Y_KM),
    ("lat", Field.LATITUDE),
    ("lon", Field.LONGITUDE),
    ("accuracy_m", Field.ACCURACY_M),
)


@dataclass(frozen=True, slots=True)
class Plain:
    """Attributes of a statement that are the text of one meaning, as pairs."""

    single: tuple[tuple[str, str], ...]
    several: tuple[tuple[str, tuple[str, ...]], ...]

    @classmethod
    def of(cls, profile: Profile, meanings: tuple[tuple[str, Field], ...]) -> "Plain":
        """The attributes this profile has columns for."""
        found = [(name, profile.headers(field)) for name, field in meanings]
        return cls(
            tuple((name, headers[0]) for name, headers in found if len(headers) == 1),
            tuple((name, headers) for name, headers in found if len(headers) > 1),
        )

    def read(self, cells: Cells) -> dict[str, str]:
        """Attribute to text, only the filled ones."""
        texts = {name: cells[h] for name, h in self.single if h in cells}
        for name, headers in self.several:
            text = joined(cells, headers)
            if text:
                texts[name] = text
        return texts

    def __bool__(self) -> bool:
        return bool(self.single or self.several)


def place_reader(profile: Profile) -> Callable[[Cells], WrittenPlace]:
    """Read the place of a row; `NOWHERE` where its columns are all empty."""
    plain = Plain.of(profile, _PLACE)

    def read(cells: Cells) -> WrittenPlace:
        texts = plain.read(cells)
        return WrittenPlace(**texts) if texts else NOWHERE

    return read


def moment_reader(profile: Profile) -> Callable[[Cells], str | None]:
    """Read when a row says it was so: its own date and time, else the list's date.

    A list known only by its year says nothing of when a row was so.
    """
    dates, times = profile.headers(Field.DATE), profile.headers(Field.TIME)
    month_first, whole = profile.month_first, profile.date
    if whole is not None and len(whole) < _FULL_DATE:
        whole = None

    def read(cells: Cells) -> str | None:
        clock = joined(cells, times) if times else ""
        for header in dates:
            if header in cells:
                moment = read_moment(cells[header], clock, month_first=month_first)
                if moment is not None:
                    return moment
        if whole is not None and clock and len(whole) == _FULL_DATE:
            return read_moment(whole, clock)
        return whole

    return read if dates or times else lambda _: whole


def joined(cells: Cells, headers: tuple[str, ...]) -> str:
    """The filled cells under these headers, one space between."""
    return " ".join(cells[h] for h in headers if h in cells)


def as_text(value: object) -> str:
    """A value of a typed entry as text, as a list would have it."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return " ".join(as_text(v) for v in value)
    return "" if value is None else str(value)


def entry_profile(kind: ReportKind) -> Profile:
    """The profile of a typed entry: its body keys are the meanings themselves."""
    return Profile("", kind, tuple(Column(f.value, f) for f in Field), confirmed=True)
