"""One list before it is written, and what its rows truly are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Note:
    """How a row was written: the spelling of names, what is said of the birth."""

    spelling: str
    birth: str


@dataclass(slots=True)
class Sheet:
    """Rows of cells, and who stands in which row.

    `people[n]` is the person of row n (None: a title, header, total or stranger);
    `notes[n]` how the clerk wrote it.
    """

    path: str
    rows: list[Sequence[object]] = field(default_factory=list)
    people: list[int | None] = field(default_factory=list)
    notes: list[Note | None] = field(default_factory=list)
    encoding: str = "utf-8"
    delimiter: str = ","

    def add(
        self,
        cells: Sequence[object],
        person: int | None = None,
        note: Note | None = None,
    ) -> int:
        """Append a row; returns its line number, counted from 1."""
        self.rows.append(cells)
        self.people.append(person)
        self.notes.append(note)
        return len(self.rows)

    def mentions(self) -> Iterable[tuple[str, int, int]]:
        """(file, row, person) of every row about a known person."""
        for row, person in enumerate(self.people, start=1):
            if person is not None:
                yield self.path, row, person

    def written(self) -> Iterable[tuple[str, int, str, str]]:
        """(file, row, spelling, birth) of every row with a note."""
        for row, note in enumerate(self.notes, start=1):
            if note is not None:
                yield self.path, row, note.spelling, note.birth
