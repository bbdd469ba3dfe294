"""Numbers on file: whom a call may settle before anybody sets off.

A number stands on a list beside somebody of a household. Calling it may settle everybody
of that household there is no word of, so households are ranked by how many that is.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from stillhere.ledger import Entry, Picture
from stillhere.vocabulary import Care

_NUMBERS = 3
"""Most numbers of one household: after three calls another household is worth more."""


class OnFile(NamedTuple):
    """One number and who it stands beside."""

    phone: str
    entry: Entry


class NumbersOf(NamedTuple):
    """Numbers of one household, and who of it there is no word of."""

    numbers: tuple[OnFile, ...]
    settles: tuple[Entry, ...]


def numbers_to_call(picture: Picture) -> tuple[NumbersOf, ...]:
    """Households with numbers on file and people without word, most people first.

    Ties: the greater concern, then the smaller id. A number of somebody there is word of
    comes before one of somebody who may not be there to answer. A child alone is in no
    list: that is a case of its own role. Empty where nobody without word has a number
    near.
    """
    found = (_of(picture, group) for group in _groups(picture))
    return tuple(sorted((one for one in found if one.numbers), key=_rank))


def _groups(picture: Picture) -> Iterable[tuple[Entry, ...]]:
    """Those without word, by household; each alone who belongs to none."""
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in picture.without_word():
        if any(note.care is Care.CHILD_ALONE for note in entry.care):
            continue
        groups[entry.household or entry.id].append(entry)
    return (tuple(group) for group in groups.values())


def _of(picture: Picture, settles: tuple[Entry, ...]) -> NumbersOf:
    found: dict[str, OnFile] = {}
    for entry in sorted(_household(picture, settles), key=lambda e: (e.listed, e.id)):
        for phone in _phones(picture, entry):
            found.setdefault(phone, OnFile(phone, entry))
    return NumbersOf(tuple(found.values())[:_NUMBERS], settles)


def _household(picture: Picture, settles: tuple[Entry, ...]) -> Iterator[Entry]:
    group = settles[0].household
    household = picture.households.get(group) if group is not None else None
    if household is None:
        yield from settles
        return
    for member in household.members:
        yield picture.entries[member]


def _phones(picture: Picture, entry: Entry) -> Iterator[str]:
    for mention in entry.members:
        said = picture.evidence.mention(mention)
        yield from said.phones if said is not None else ()


def _rank(one: NumbersOf) -> tuple[int, int, str]:
    return -len(one.settles), -one.settles[0].concern, one.settles[0].id
