"""Marks of probabilities: one best register person for each row of the other lists.

Pure functions on plain mappings, like `judge`; marks of several worlds are added up.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field

from stillhere.exercise.calibration import Bins
from stillhere.exercise.judge import (
    REGISTER_FILE,
    LinkMarks,
    Links,
    birth_group,
    judge_groups,
    list_group,
    script_group,
)
from stillhere.exercise.truth import Row, Truth

HALF = 500_000
"""Millionths from which a best person counts as asserted."""

Best = Mapping[Row, tuple[Row, int]]
"""Of rows with a candidate: the best register row and its chance in millionths."""

WITHOUT_BIRTH = frozenset({"missing", "none"})


@dataclass(frozen=True, slots=True)
class Reached:
    """Of pairs truly of one person: how many there are, how many were candidates."""

    pairs: int = 0
    candidates: int = 0

    @property
    def share(self) -> float:
        """Share that were candidates; 1 where there is no pair."""
        return self.candidates / self.pairs if self.pairs else 1.0

    def __add__(self, other: "Reached") -> "Reached":
        return Reached(self.pairs + other.pairs, self.candidates + other.candidates)


@dataclass(frozen=True, slots=True)
class RowMarks:
    """What the probabilities of one or several worlds are worth.

    Attributes:
        best: By group of rows, marks of the best person where its chance is .5 or more.
        automatic: By group, marks of the links made without a person.
        reached: By group, true pairs of a row and a register row that were candidates.
        links: Calibration of the best pair of every row that has a candidate.
        arrived: Calibration of "has left or arrived" over all register persons.
    """

    best: Mapping[str, LinkMarks] = field(default_factory=dict)
    automatic: Mapping[str, LinkMarks] = field(default_factory=dict)
    reached: Mapping[str, Reached] = field(default_factory=dict)
    links: Bins = field(default_factory=Bins)
    arrived: Bins = field(default_factory=Bins)

    def __add__(self, other: "RowMarks") -> "RowMarks":
        return RowMarks(
            _pooled(self.best, other.best),
            _pooled(self.automatic, other.automatic),
            {
                name: self.reached.get(name, Reached())
                + other.reached.get(name, Reached())
                for name in sorted({*self.reached, *other.reached})
            },
            self.links + other.links,
            self.arrived + other.arrived,
        )


def judge_rows(
    truth: Truth,
    best: Best,
    automatic: Links,
    candidates: Collection[tuple[Row, Row]],
    register_file: str = REGISTER_FILE,
) -> RowMarks:
    """Mark one world by the row.

    Args:
        truth: Of the world.
        best: Rows outside the register; a stranger's best person is a wrong one.
        automatic: As for `judge_links`.
        candidates: Those of `true_pairs` that were compared and kept.
        register_file: Path of the register inside `lists/`.
    """
    half = {row: other for row, (other, chance) in best.items() if chance >= HALF}
    return RowMarks(
        best=_apart(truth, half, register_file),
        automatic=_apart(truth, automatic, register_file),
        reached=_reached(truth, candidates, register_file),
        links=link_bins(truth, best),
    )


def link_bins(truth: Truth, best: Best) -> Bins:
    """How often the best person of a row is the right one, by the chance stated."""
    person = truth.mentions.get
    right = [
        person(row) is not None and person(row) == person(other)
        for row, (other, _) in best.items()
    ]
    return Bins.of([chance for _, chance in best.values()], right)


def arrived_bins(truth: Truth, arrived: Mapping[Row, int]) -> Bins:
    """How often who is said to have left or arrived has, by the chance stated.

    Args:
        truth: Of the world.
        arrived: Register row to millionths; rows of nobody known are left out.
    """
    known = [
        (chance, truth.persons[truth.mentions[row]].state == "gone")
        for row, chance in arrived.items()
        if row in truth.mentions
    ]
    return Bins.of([chance for chance, _ in known], [gone for _, gone in known])


def true_pairs(
    truth: Truth, register_file: str = REGISTER_FILE
) -> Iterator[tuple[Row, Row]]:
    """Every row of another list with a register row of its person."""
    register: dict[str, list[Row]] = {}
    for row, person in truth.mentions.items():
        if row[0] == register_file:
            register.setdefault(person, []).append(row)
    for row, person in truth.mentions.items():
        if row[0] != register_file:
            yield from ((row, other) for other in register.get(person, ()))


def groupings(truth: Truth) -> tuple[Callable[[Row], str], ...]:
    """What a row counts in: all, its list, its script, and what is told of the birth.

    An empty name is no group. `without birth` joins rows with an empty birth and lists
    that state none.
    """
    script, birth = script_group(truth), birth_group(truth)
    return (
        lambda _row: "all",
        lambda row: f"list {list_group(row)}",
        lambda row: f"script {script(row)}",
        lambda row: "without birth" if birth(row) in WITHOUT_BIRTH else "",
    )


def _apart(truth: Truth, linked: Links, register_file: str) -> dict[str, LinkMarks]:
    """Marks of links in every group."""
    found: dict[str, LinkMarks] = {}
    for grouping in groupings(truth):
        found |= judge_groups(truth, linked, grouping, register_file)
    found.pop("", None)
    return found


def _reached(
    truth: Truth, candidates: Collection[tuple[Row, Row]], register_file: str
) -> dict[str, Reached]:
    """True pairs that were candidates, in every group."""
    counts: dict[str, list[int]] = {}
    groups = groupings(truth)
    for pair in true_pairs(truth, register_file):
        met = pair in candidates
        for grouping in groups:
            count = counts.setdefault(grouping(pair[0]), [0, 0])
            count[0] += 1
            count[1] += met
    counts.pop("", None)
    return {name: Reached(*counts[name]) for name in sorted(counts)}


def _pooled(
    one: Mapping[str, LinkMarks], two: Mapping[str, LinkMarks]
) -> dict[str, LinkMarks]:
    none = LinkMarks(0, 0, 0)
    return {
        name: one.get(name, none) + two.get(name, none) for name in sorted({*one, *two})
    }
