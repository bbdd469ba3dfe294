"""Marks for what a program made of the lists: pure functions on plain mappings."""

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from stillhere.exercise.truth import Row, Truth

REGISTER_FILE = "register.xlsx"

Links = Mapping[Row, Row | None]


@dataclass(frozen=True, slots=True)
class LinkMarks:
    """Counts behind the marks of links: row of a list against register person.

    `asserted` links were made, `right` of them join rows of one person; `findable`
    rows have a person who stands in the register.
    """

    asserted: int
    right: int
    findable: int

    @property
    def precision(self) -> float:
        """Share of asserted links that are right; 1 if none was asserted."""
        return self.right / self.asserted if self.asserted else 1.0

    @property
    def recall(self) -> float:
        """Share of findable rows linked rightly; 1 if there is none."""
        return self.right / self.findable if self.findable else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 0 if no link is right."""
        both = self.asserted + self.findable
        return 2 * self.right / both if both else 1.0

    def __add__(self, other: "LinkMarks") -> "LinkMarks":
        return LinkMarks(
            self.asserted + other.asserted,
            self.right + other.right,
            self.findable + other.findable,
        )


@dataclass(frozen=True, slots=True)
class UnaccountedMarks:
    """Counts behind the marks of the list without word.

    Of the people truly remaining who stand in the register: `remaining`, of them
    `still_listed` and `accounted` (shown as accounted for); the same for dependents.
    `listed` entries, `listed_right` of them about people truly remaining.
    """

    remaining: int
    still_listed: int
    accounted: int
    dependent: int
    dependent_accounted: int
    listed: int
    listed_right: int

    @property
    def precision(self) -> float:
        """Share of the list that truly remains; 1 for an empty list."""
        return self.listed_right / self.listed if self.listed else 1.0

    @property
    def recall(self) -> float:
        """Share of the remaining who are on the list; 1 if nobody remains."""
        return self.still_listed / self.remaining if self.remaining else 1.0

    @property
    def wrongly_accounted(self) -> float:
        """Share of the remaining who are shown as accounted for."""
        return self.accounted / self.remaining if self.remaining else 0.0

    @property
    def wrongly_accounted_dependent(self) -> float:
        """The same for the lone and dependent."""
        return self.dependent_accounted / self.dependent if self.dependent else 0.0


def judge_links(
    truth: Truth, linked: Links, register_file: str = REGISTER_FILE
) -> LinkMarks:
    """Mark the links of list rows with rows of the register.

    Args:
        truth: Of the world.
        linked: Per row of any list but the register, the register row it was linked
            with; None or absent where it was left alone. A link of a stranger, of
            somebody who is not in the register, or to a line that is nobody's (a title,
            a total) is a wrong one.
        register_file: Path of the register inside `lists/`.
    """
    return judge_groups(truth, linked, lambda _row: "all", register_file).get(
        "all", LinkMarks(0, 0, 0)
    )


def judge_groups(
    truth: Truth,
    linked: Links,
    group: Callable[[Row], str],
    register_file: str = REGISTER_FILE,
) -> dict[str, LinkMarks]:
    """Marks of links apart for every group of list rows, sorted by group."""
    registered = truth.registered(register_file)
    counts: dict[str, list[int]] = {}
    for row, target in linked.items():
        if target is None or row[0] == register_file:
            continue
        person = truth.mentions.get(row)
        right = person is not None and truth.mentions.get(target) == person
        right = right and target[0] == register_file
        count = counts.setdefault(group(row), [0, 0, 0])
        count[0] += 1
        count[1] += int(right)
    for row, person in truth.mentions.items():
        if row[0] != register_file and person in registered:
            counts.setdefault(group(row), [0, 0, 0])[2] += 1
    return {name: LinkMarks(*counts[name]) for name in sorted(counts)}


def list_group(row: Row) -> str:
    """The folder or file name of a list: `manifests/bus-001.csv` is `manifests`."""
    return row[0].split("/", maxsplit=1)[0]


def spelling_group(truth: Truth) -> Callable[[Row], str]:
    """Group rows by the clerk's spelling, where the world tells."""
    return lambda row: truth.written.get(row, ("untold", ""))[0]


def script_group(truth: Truth) -> Callable[[Row], str]:
    """Group rows by language and so by script (hy, ru, en, az), where told."""
    spelling = spelling_group(truth)
    return lambda row: spelling(row).split("_", maxsplit=1)[0]


def birth_group(truth: Truth) -> Callable[[Row], str]:
    """Group rows by what was written of the birth, where the world tells."""
    return lambda row: truth.written.get(row, ("", "untold"))[1]


def judge_unaccounted(
    truth: Truth,
    listed: AbstractSet[Row],
    *,
    accounted: AbstractSet[Row] | None = None,
    register_file: str = REGISTER_FILE,
) -> UnaccountedMarks:
    """Mark the list of people without word.

    Args:
        truth: Of the world.
        listed: One row for every entry of the list: the register row of the person, or
            any other row where the person is in no register.
        accounted: Rows of everyone shown as accounted for; by default everyone who is
            not listed.
        register_file: Path of the register inside `lists/`.
    """
    registered = truth.registered(register_file)
    still_there = {p.person for p in truth.remaining()}
    remaining = still_there & registered
    named = {truth.mentions.get(row) for row in listed}
    if accounted is None:
        away = remaining - named
    else:
        away = remaining & {truth.mentions.get(row) for row in accounted} - named
    dependent = truth.dependent() & remaining
    return UnaccountedMarks(
        remaining=len(remaining),
        still_listed=len(remaining & named),
        accounted=len(away),
        dependent=len(dependent),
        dependent_accounted=len(dependent & away),
        listed=len(listed),
        listed_right=sum(truth.mentions.get(row) in still_there for row in listed),
    )


def as_json(
    links: LinkMarks, unaccounted: UnaccountedMarks
) -> dict[str, dict[str, float]]:
    """The marks as `exercise judge --json` prints them; fractions 0 to 1."""
    return {
        "links": {
            "precision": round(links.precision, 6),
            "recall": round(links.recall, 6),
            "f1": round(links.f1, 6),
        },
        "unaccounted": {
            "precision": round(unaccounted.precision, 6),
            "recall": round(unaccounted.recall, 6),
            "wrongly_accounted": round(unaccounted.wrongly_accounted, 6),
            "wrongly_accounted_dependent": round(
                unaccounted.wrongly_accounted_dependent, 6
            ),
            "listed": unaccounted.listed,
        },
    }
