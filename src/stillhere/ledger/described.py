"""What sources say of who a person is: birth, sex, home; preferred side and conflicts."""

from collections.abc import Iterator, Sequence

from stillhere.ledger.mention import Mention
from stillhere.ledger.parts import Conflict, Home, Side
from stillhere.reports.statements import Birth, PersonStatement, WrittenPlace
from stillhere.vocabulary import PersonEvent

AT_HOME = frozenset(
    {
        PersonEvent.RESIDENT,
        PersonEvent.SERVED,
        PersonEvent.SOUGHT,
        PersonEvent.BOARDED,
        PersonEvent.DEPARTED,
        PersonEvent.ARRIVED,
    }
)
"""Events whose place is the home; of the others it is where the person was met."""


def birth_text(birth: Birth) -> str:
    """A birth as an ISO date, a year, or a span of years."""
    if birth.month and birth.day:
        return f"{birth.first:04}-{birth.month:02}-{birth.day:02}"
    if birth.first == birth.last:
        return f"{birth.first:04}"
    return f"{birth.first:04}..{birth.last:04}"


def births_disagree(one: Birth, two: Birth) -> bool:
    """Whether both cannot hold; 1 January and swapped days and months are habits."""
    if one.first > two.last or two.first > one.last:
        return True
    a, b = (one.month, one.day), (two.month, two.day)
    if 0 in a or 0 in b or (1, 1) in (a, b):
        return False
    return a != b and a != (b[1], b[0])


def line(place: WrittenPlace) -> str:
    """A place as written, on one line; empty for nowhere."""
    street = " ".join(p for p in (place.street, place.house) if p)
    parts = (place.address or street or place.building, place.flat, place.settlement)
    return ", ".join(p for p in parts if p)


def home(mentions: Sequence[Mention]) -> Home | None:
    """The preferred home: an address before a settlement, then the order given."""
    best: Mention | None = None
    for mention in mentions:
        if not mention.settlement or mention.said.event not in AT_HOME:
            continue
        if mention.dwelling:
            best = mention
            break
        best = best or mention
    if best is None:
        return None
    said = best.said
    return Home(best.settlement, best.dwelling, line(said.place), said.report)


def conflicts_of_descriptions(said: Sequence[PersonStatement]) -> Iterator[Conflict]:
    """Births and sexes that disagree with the preferred one, which comes first."""
    births = [(s.birth, s) for s in said if s.birth is not None]
    odd = [pair for pair in births[1:] if births_disagree(births[0][0], pair[0])]
    if odd:
        sides = [_side(birth_text(birth), s) for birth, s in (births[0], *odd)]
        yield Conflict("birth", tuple(sides))
    sexes = [(s.sex, s) for s in said if s.sex is not None]
    other = [pair for pair in sexes[1:] if pair[0] is not sexes[0][0]]
    if other:
        sides = [_side(sex.value, s) for sex, s in (sexes[0], *other)]
        yield Conflict("sex", tuple(sides))


def _side(value: str, said: PersonStatement) -> Side:
    return Side(value, said.date, said.source, said.report)
