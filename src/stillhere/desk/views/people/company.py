"""Other people on the page of a person: their household, as lines."""

from collections.abc import Iterable
from dataclasses import dataclass

from stillhere.desk.naming import PersonName, person_name
from stillhere.desk.wording import in_words
from stillhere.ledger import Entry, MentionId, Picture


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of a household.

    Attributes:
        id: Referent.
        name: As written.
        status: In words.
        listed: Whether without word.
        born: First year it may be; None where nothing is stated.
    """

    id: MentionId
    name: PersonName
    status: str
    listed: bool
    born: int | None


def member(entry: Entry) -> Member:
    """The line of one person."""
    return Member(
        id=entry.id,
        name=person_name(entry),
        status=in_words(entry.status),
        listed=entry.listed,
        born=entry.birth.first if entry.birth is not None else None,
    )


def members(
    picture: Picture, people: Iterable[MentionId], but: MentionId | None = None
) -> list[Member]:
    """Lines of people who are in the picture, in their order, without one of them."""
    known = (picture.entries.get(name) for name in people if name != but)
    return [member(entry) for entry in known if entry is not None]
