"""How well two lists were linked, by a truth somebody wrote."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from stillhere.errors import Finding, StillHereError
from stillhere.intake.parser import parse_files
from stillhere.pipeline.two_lists import Linked, Pair
from stillhere.reports.canonical import clean_text

HEADERS = ("left_id", "right_id")
_HALF = 500_000
Truth = Mapping[str, Collection[str]]
"""Left id to the right ids that are the same person."""


@dataclass(frozen=True, slots=True)
class Marks:
    """Counts at one threshold.

    Attributes:
        threshold: Millionths; a pair counts as linked from there on.
        linked: Left rows with a pair.
        correct: Those of them that are true.
        findable: Left rows of which the truth knows a right row.
    """

    threshold: int
    linked: int
    correct: int
    findable: int

    @property
    def precision(self) -> float:
        """Share of the links that are true; 1 for no links."""
        return self.correct / self.linked if self.linked else 1.0

    @property
    def recall(self) -> float:
        """Share of the findable rows that were found; 1 for none."""
        return self.correct / self.findable if self.findable else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        total = self.linked + self.findable
        return 2 * self.correct / total if total else 1.0


def read_pairs(path: Path) -> Truth:
    """The truth of a file with the columns ``left_id`` and ``right_id``.

    A line with an empty right id says that the row is nowhere in the right list.

    Raises:
        StillHereError: It cannot be read or lacks one of the columns.
    """
    (parsed,) = parse_files([(path, path.name)])
    if parsed.error is not None:
        raise parsed.error
    rows = [cells for _, cells in parsed.sheets[0].rows]
    header = [clean_text(cell).casefold() for cell in rows[0]]
    for column in HEADERS:
        if column not in header:
            raise StillHereError(
                "pipeline/truth-unreadable", file=path.name, column=column
            )
    left, right = (header.index(column) for column in HEADERS)
    truth: defaultdict[str, set[str]] = defaultdict(set)
    for cells in rows[1:]:
        texts = [clean_text(c) for c in cells] + [""] * (len(header) - len(cells))
        if texts[left] and texts[right]:
            truth[texts[left]].add(texts[right])
    return dict(truth)


class Marker:
    """Counts pairs as they go by.

    Args:
        truth: What is the same person.
    """

    def __init__(self, truth: Truth) -> None:
        self._truth = truth
        self._found: list[tuple[int, bool]] = []
        self._findable = 0

    def add(self, pair: Pair) -> None:
        """Count one pair; every left row comes once."""
        true = self._truth.get(pair.left)
        self._findable += true is not None
        if pair.right:
            hit = true is not None and pair.right in true
            self._found.append((pair.probability, hit))

    def at(self, threshold: int = _HALF) -> Marks:
        """The marks at a threshold."""
        linked = [hit for chance, hit in self._found if chance >= threshold]
        return Marks(threshold, len(linked), sum(linked), self._findable)

    def best(self) -> Marks:
        """The marks at the threshold with the largest F1; of equal ones the highest."""
        best = Marks(1_000_000, 0, 0, self._findable)
        linked = correct = 0
        ordered = sorted(self._found, reverse=True)
        for place, (chance, hit) in enumerate(ordered):
            linked, correct = linked + 1, correct + hit
            last = place + 1 == len(ordered) or ordered[place + 1][0] < chance
            here = Marks(chance, linked, correct, self._findable)
            if last and here.f1 > best.f1:
                best = here
        return best


def within(
    truth: Truth | None, linked: Linked, names: tuple[str, str]
) -> tuple[Truth, tuple[Finding, ...]]:
    """What of a truth is about the rows of two lists.

    Args:
        truth: As read; None for none.
        linked: The lists.
        names: What the two files are called.

    Returns:
        The truth without ids neither list has, and how many those are.
    """
    if truth is None:
        return {}, ()
    left, right = set(linked.left_ids), set(linked.right_ids)
    kept = {one: right & set(two) for one, two in truth.items() if one in left}
    lost = len(truth) - len(kept)
    gone = sum(len(set(two) - right) for two in truth.values())
    counted = zip((lost, gone), names, strict=True)
    code = "pipeline/truth-elsewhere"
    findings = tuple(Finding.of(code, rows=n, file=file) for n, file in counted if n)
    return {one: two for one, two in kept.items() if two}, findings
