"""What of an entry bears on whether somebody is still at home, and no more than that."""

from collections.abc import Sequence
from typing import NamedTuple

from stillhere.ledger import CareNote, Entry, MentionId, PlaceKey
from stillhere.ledger.rules import GONE
from stillhere.plan.household import LINKED, NO_WORD, STRONG, Case, Member
from stillhere.plan.rules import PlanRules
from stillhere.plan.weighing import weight_of
from stillhere.vocabulary import Care, PersonEvent, Status

_NEEDS = frozenset({Care.STRETCHER, Care.WHEELCHAIR, Care.DISABLED})
_SOUGHT = GONE | {Status.UNACCOUNTED, Status.PROBABLY_ARRIVED}
_TWO_LISTS = 2


class Home(NamedTuple):
    """One household (or people known at one door) with its joint evidence.

    Attributes:
        place: Key of the dwelling or building; of the settlement where no address is
            known; empty where not even that is.
        people: Who the members of the case are, in its order.
        weights: How much each counts in the order of stops, hundredths.
        case: The evidence.
        registered: A register names them; else they are known by requests or other
            lists alone.
    """

    place: PlaceKey
    people: tuple[MentionId, ...]
    weights: tuple[int, ...]
    case: Case
    registered: bool

    @property
    def heard(self) -> bool:
        """Whether there is word of anybody of it."""
        return any(member.word != NO_WORD for member in self.case.members)


class Reader:
    """Turns entries into the members of a case."""

    def __init__(self, year: int, rules: PlanRules) -> None:
        self._old = year - rules.number("stayed", "old_age_years")
        self._rules = rules
        self._default = rules.number("weight", "default")

    def home(
        self,
        place: PlaceKey,
        entries: Sequence[Entry],
        size: int,
        *,
        registered: bool,
        surplus: int | None = None,
        asks: int = 0,
    ) -> Home | None:
        """The home of some people; None where all of them are known to be somewhere.

        Args:
            place: Where it is.
            entries: Everybody of it.
            size: People of the household, those without a name any more included.
            registered: A register names them.
            surplus: People without a household who arrived with one of them.
            asks: Requests for somebody at this dwelling whom no list knows.
        """
        sought = [entry for entry in entries if entry.status in _SOUGHT]
        if not sought:
            return None
        members = tuple([self._member(entry) for entry in sought])
        return Home(
            place,
            tuple([entry.id for entry in sought]),
            tuple([self._weight(entry) for entry in sought]),
            Case(members, max(size, len(members)), surplus, asks),
            registered,
        )

    def _member(self, entry: Entry) -> Member:
        birth = entry.birth
        return Member(
            birth is not None and birth.first <= self._old,
            bool(entry.care) and bool(helped_by(entry)),
            _word(entry),
            bool(entry.asked_for) and is_asked(entry),
        )

    def _weight(self, entry: Entry) -> int:
        if entry.care or entry.alone:
            return weight_of(entry, self._rules)
        return self._default


def _word(entry: Entry) -> int:
    if entry.status is Status.UNACCOUNTED:
        return NO_WORD
    sure = entry.strong or entry.lists >= _TWO_LISTS
    return STRONG if sure else LINKED


def helped_by(entry: Entry) -> tuple[CareNote, ...]:
    """The notes by which somebody counts as in need of help at home."""
    return tuple([note for note in entry.care if note.care in _NEEDS])


def is_asked(entry: Entry) -> bool:
    """Whether a tracing request asks for somebody."""
    return any(ask.kind == "tracing" for ask in entry.asked_for)


def is_resident(entry: Entry) -> bool:
    """Whether a register names somebody."""
    return any(word.event is PersonEvent.RESIDENT for word in entry.words)
