"""Rows of a list of people to what each states, one by one."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from unicodedata import is_normalized

from stillhere.intake.own_ids import OwnIds
from stillhere.intake.people import PersonReader, is_somebody
from stillhere.intake.riding import seats_told
from stillhere.intake.sheet import Cells
from stillhere.intake.spelling import shuffled, spelt_by_list
from stillhere.reports.canonical import clean_text
from stillhere.reports.profile import Profile
from stillhere.reports.report import ReportId
from stillhere.reports.statements import PersonStatement
from stillhere.vocabulary.fields import Field


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One row of a list.

    Attributes:
        name: What the list itself calls the row: the value of its own id column, else
            its line.
        person: Who it names; None where it names nobody.
    """

    name: str
    person: PersonStatement | None = field(repr=False)


def taken_out(
    profile: Profile,
    headers: Sequence[str],
    rows: list[tuple[int, Cells]],
    ids: OwnIds,
    seen: Counter[bytes],
) -> Iterator[PersonRow]:
    """The people of some rows, in their order; the rows are let go one by one.

    The id of a person is made of what its row says, so that it does not depend on
    where the row stands; identical rows are numbered.

    Args:
        profile: How they are read, and the name of their list.
        headers: One per column.
        rows: (line, cells) of each; empty afterwards.
        ids: Where they have their own ids.
        seen: How often each content was seen before; kept up to date.
    """
    source, lists = profile.source, profile.headers(Field.LIST)
    readers = _readers(profile, headers, rows)
    usual = readers[""]
    seats = seats_told(profile, headers, rows)
    rows.reverse()
    while rows:
        line, written = rows.pop()
        cells = _cells(headers, written)
        of = " ".join(cells[h] for h in lists if h in cells)
        row = _row_id(source, written, seen)
        person = readers.get(of, usual).stated(row, source, cells)
        if line in seats:
            person = replace(person, ordinal=seats[line])
        yield PersonRow(
            ids.name(line, written), person if is_somebody(person) else None
        )


def _readers(
    profile: Profile, headers: Sequence[str], rows: Sequence[tuple[int, Cells]]
) -> dict[str, PersonReader]:
    """A reader for each list the table holds, and under no name the usual one."""
    written = shuffled(cells for _, cells in rows)
    spelt = spelt_by_list(profile, headers, written)
    return {"": PersonReader(profile)} | {
        name: PersonReader(own) for name, own in spelt.items()
    }


def _cells(headers: Sequence[str], written: Cells) -> dict[str, str]:
    """Header to cleaned text of the filled cells; what `clean_text` gives for each."""
    whole = "".join(written)
    pairs = zip(headers, written, strict=False)
    if whole.isprintable() and is_normalized("NFC", whole):
        return {header: text for header, cell in pairs if (text := cell.strip())}
    return {header: text for header, cell in pairs if (text := clean_text(cell))}


def _row_id(source: str, written: Cells, seen: Counter[bytes]) -> ReportId:
    said = "\x1f".join(written).encode("utf-8", "surrogatepass")
    digest = blake2b(said, digest_size=16, key=source.encode()).digest()
    again = seen[digest]
    seen[digest] = again + 1
    if again:
        digest = blake2b(digest + str(again).encode(), digest_size=16).digest()
    return ReportId(digest.hex())
