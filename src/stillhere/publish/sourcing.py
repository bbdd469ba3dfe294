"""Numbered sources of a page: reports are cited by the list or caller they come from."""

from collections.abc import Iterable
from dataclasses import dataclass

from stillhere.ledger import Picture
from stillhere.publish.sentences import Backed, Block, Cited, Page, Part, Sentence
from stillhere.reports import ReportId


@dataclass(frozen=True, slots=True)
class Source:
    """One numbered source.

    Attributes:
        number: As in the text, from 1 in order of appearance.
        name: As the list is called.
        reports: How many of its reports stand behind this page.
        first, last: ISO dates its statements bear; empty where none do.
        retells: The source (family) it repeats; empty where it is independent.
    """

    number: int
    name: str
    reports: int
    first: str
    last: str
    retells: str


class Sourcing:
    """Numbers for the sources of one page, in the order in which it cites them."""

    def __init__(self, page: Page, picture: Picture) -> None:
        self._picture = picture
        self._source_of: dict[ReportId, str] = {}
        self._number: dict[str, int] = {}
        self._cited: set[ReportId] = set()
        self._marks: dict[tuple[ReportId, ...], str] = {}
        for block in page.blocks:
            for part in _parts(block):
                if isinstance(part, Cited | Backed):
                    self.mark(part.cites)

    def mark(self, cites: tuple[ReportId, ...]) -> str:
        """The mark of some reports, such as ``[2]`` or ``[1, 3-5]``."""
        known = self._marks.get(cites)
        if known is None:
            names = sorted({self._name(report) for report in cites})
            new = [n for n in names if n not in self._number]
            self._number |= {n: i for i, n in enumerate(new, len(self._number) + 1)}
            self._cited.update(cites)
            known = self._marks[cites] = _ranges(self._number[n] for n in names)
        return known

    def _name(self, report: ReportId) -> str:
        known = self._source_of.get(report)
        if known is None:
            found = self._picture.evidence.report(report)
            known = found.source if found is not None else "a report not held here"
            self._source_of[report] = known
        return known

    @property
    def sources(self) -> tuple[Source, ...]:
        """All sources cited, by number."""
        count: dict[str, int] = {}
        for report in self._cited:
            count[self._name(report)] = count.get(self._name(report), 0) + 1
        return tuple(
            self._source(number, name, count[name])
            for name, number in self._number.items()
        )

    def _source(self, number: int, name: str, reports: int) -> Source:
        entry = self._picture.sources.get(name)
        if entry is None:
            return Source(number, name, reports, "", "", "")
        retells = "" if entry.family == name else entry.family
        return Source(
            number, name, reports, entry.first or "", entry.last or "", retells
        )


def _parts(block: Block) -> Iterable[Part | None]:
    if isinstance(block, Sentence):
        return block.parts.values()
    return (part for row in block.rows for part in row)


def _ranges(numbers: Iterable[int]) -> str:
    """Numbers in brackets, three or more in a row as a range."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    pieces = (
        [f"{run[0]}-{run[-1]}"] if len(run) > 2 else [str(n) for n in run]
        for run in runs
    )
    return f"[{', '.join(piece for run in pieces for piece in run)}]"
