"""Who of one household may still be at home, all their evidence taken together.

Nobody linked, some linked, and one old person left over mean different things, so the
sets of people who may have stayed are weighed as a whole: nobody, each one alone, someone
who needs help with one more to care for them, an older couple, everybody. Only sums,
products and quotients of doubles, in a fixed order, and rounded to millionths at the end:
the same on any machine.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stillhere.plan.rules import MILLION, PlanRules

NO_WORD, LINKED, STRONG = range(3)
"""Of one person: no word; one list by machine; a document, phone or two lists."""


class Member(NamedTuple):
    """What counts of one person of a household, and no more than that.

    Attributes:
        old: Of the age from which people count as older.
        needs_help: Disabled, in a wheelchair or bedridden, as far as stated.
        word: `NO_WORD`, `LINKED` or `STRONG`.
        asked: Somebody asks for them.
    """

    old: bool
    needs_help: bool
    word: int
    asked: bool


class Case(NamedTuple):
    """The joint evidence of one household.

    Attributes:
        members: Who may have stayed; people known to be somewhere are not in it.
        size: All people of the household, those known to be somewhere included.
        surplus: People without a household who arrived together with one of them;
            None where nobody of the household arrived in company.
        loose_asks: Requests for somebody at this dwelling whom no list knows.
    """

    members: tuple[Member, ...]
    size: int
    surplus: int | None = None
    loose_asks: int = 0


class Weights(NamedTuple):
    """How the possibilities weigh against each other; only ratios mean anything.

    Attributes:
        nobody: Nobody of the household is in the dwelling.
        somebody: Somebody is.
        each: Each member is, in the order of the case.
    """

    nobody: float
    somebody: float
    each: tuple[float, ...]


class HouseholdModel:
    """Weighs cases by the rules; remembers equal ones. Pure."""

    def __init__(self, rules: PlanRules, *, desk: float, asking: float) -> None:
        """Ready to weigh.

        Args:
            rules: Sections ``stayed``, ``word`` and ``asked``.
            desk: Share of the households that left of whom lists of arrivals can tell.
            asking: Share of the days of requests that have passed.
        """
        stay = {n: rules.share("stayed", n) for n in _STAYED}
        self._stay = stay
        self._desk = (desk, 1 - desk)
        self._gone = tuple(
            _words(rules, f"strong_if_{how}", f"linked_if_{how}")
            for how in ("registered", "not")
        )
        self._stayed = _words(rules, "strong_if_stayed", "linked_if_stayed")
        asked, left = rules.share("asked", "stayed"), rules.share("asked", "left")
        self._asked = ((1 - left * asking, 1 - asked * asking), (left, asked))
        self._loose = tuple(rules.share("asked", f"loose_{n}") for n in _LOOSE)
        fits = ("company_fits", "company_one_off", "company_far_off")
        self._company = tuple(rules.share("word", n) for n in fits)
        self._known: dict[Case, Weights] = {}

    def weigh(self, case: Case) -> Weights:
        """The weights of one case; for no members, nobody is there for certain."""
        known = self._known.get(case)
        if known is None:
            known = self._known[case] = self._weigh(case)
        return known

    def _weigh(self, case: Case) -> Weights:
        nobody, somebody = 0.0, 0.0
        each = [0.0] * len(case.members)
        for stays, prior in self._sets(case):
            weight = prior * self._likelihood(case, stays)
            here = weight * self._at_home(case, stays)
            nobody += weight - here
            somebody += here
            for n in stays:
                each[n] += here
        return Weights(nobody, somebody, tuple(each))

    def _sets(self, case: Case) -> Iterator[tuple[tuple[int, ...], float]]:
        """Who may have stayed and the chance of it before any list was read."""
        rest = 1.0
        for stays, chance in self._stayers(case):
            rest -= chance
            yield stays, chance
        yield (), max(rest, 0.0)

    def _stayers(self, case: Case) -> Iterator[tuple[tuple[int, ...], float]]:
        stay, members = self._stay, case.members
        couple = case.size == 2 and len(members) == 2 and all(m.old for m in members)
        everybody = tuple(range(len(members)))
        if couple:
            yield everybody, stay["old_couple"]
        elif len(members) > 1:
            yield everybody, stay["whole_household"]
        for n, member in enumerate(members):
            if not member.needs_help:
                yield (n,), stay[_risk(member, case.size)]
                continue
            risk = max(stay["needs_help"], stay[_risk(member, case.size)])
            carers = [k for k in everybody if k != n]
            cared = stay["carer"] if carers else 0.0
            yield (n,), risk * (1 - cared)
            for k in carers:
                yield (min(n, k), max(n, k)), risk * cared / len(carers)

    def _at_home(self, case: Case, stays: Sequence[int]) -> float:
        if any(case.members[n].needs_help for n in stays):
            return 1.0
        return self._stay["at_home"] if stays else 0.0

    def _likelihood(self, case: Case, stays: Sequence[int]) -> float:
        told = 1.0
        for n in stays:
            told *= self._stayed[case.members[n].word]
        gone = [n for n in range(len(case.members)) if n not in stays]
        told *= self._left(case, gone)
        for n, member in enumerate(case.members):
            told *= self._asked[member.asked][n in stays]
        if case.surplus is not None:
            silent = sum(case.members[n].word == NO_WORD for n in gone)
            told *= self._company[min(abs(case.surplus - silent), 2)]
        for _ in range(case.loose_asks):
            told *= self._loose[0] * len(stays) + self._loose[1] * case.size
        return told

    def _left(self, case: Case, gone: Sequence[int]) -> float:
        """The chance of the words on those who left, by one coin for all of them."""
        told = 0.0
        for coin, words in zip(self._desk, self._gone, strict=True):
            way = coin
            for n in gone:
                way *= words[case.members[n].word]
            told += way
        return told


_STAYED = (
    *("alone_old", "old_couple", "old", "other", "needs_help", "carer"),
    *("whole_household", "at_home"),
)
_LOOSE = ("stayed", "left")


def _risk(member: Member, size: int) -> str:
    if not member.old:
        return "other"
    return "alone_old" if size == 1 else "old"


def _words(rules: PlanRules, strong: str, linked: str) -> tuple[float, float, float]:
    """Chance of no word, of one list, of strong word; shares of more than one shrink."""
    sure, some = rules.share("word", strong), rules.share("word", linked)
    whole = max(1.0, sure + some)
    return (max(0.0, 1 - sure - some), some / whole, sure / whole)


def millionths(part: float, whole: float) -> int:
    """A share in millionths, rounded; 0 where there is no whole."""
    return int(part / whole * MILLION + 0.5) if whole > 0 else 0


__all__ = [
    "LINKED",
    "NO_WORD",
    "STRONG",
    "Case",
    "HouseholdModel",
    "Member",
    "Weights",
    "millionths",
]
