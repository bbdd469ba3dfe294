"""Who stands beside each of two mentions in its list, matched where they may be one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.http import HttpRequest

from stillhere.desk.views.lines import Line, lines
from stillhere.desk.views.people.company import Member, member
from stillhere.desk.views.stated import birth_words
from stillhere.identity import Beside
from stillhere.ledger import MentionId, Picture
from stillhere.plan.rulings import person_of


@dataclass(frozen=True, slots=True)
class Mate:
    """One who stands beside.

    Attributes:
        line: As the list writes them.
        born: In words, as the list says; empty where it does not.
        person: Whom they are held to be; None for one that went meanwhile.
    """

    line: Line
    born: str
    person: Member | None


@dataclass(frozen=True, slots=True)
class Row:
    """One who stands beside the first, beside one who stands beside the second.

    Attributes:
        one, two: None where nobody on that side fits.
        held: They are held for one person.
        probability: That they are, in millionths.
    """

    one: Mate | None
    two: Mate | None
    held: bool = False
    probability: int = 0


@dataclass(frozen=True, slots=True)
class Company:
    """Everybody beside the two: matched ones first; how many are held for one person."""

    rows: tuple[Row, ...]
    held: int


def company_of(request: HttpRequest, picture: Picture, found: Beside) -> Company:
    """The company of two mentions, as the reader may see it."""
    everybody = [*found.one, *found.two]
    mates = dict(zip(everybody, _mates(request, picture, everybody), strict=True))
    rows = [Row(mates[m.a], mates[m.b], m.held, m.probability) for m in found.matches]
    matched = {mention for m in found.matches for mention in (m.a, m.b)}
    rows += [Row(mates[m], None) for m in found.one if m not in matched]
    rows += [Row(None, mates[m]) for m in found.two if m not in matched]
    return Company(tuple(rows), sum(m.held for m in found.matches))


def _mates(
    request: HttpRequest, picture: Picture, mentions: Iterable[MentionId]
) -> Iterator[Mate]:
    for line in lines(request, picture, mentions):
        said = picture.evidence.mention(line.report) if line.source else None
        born = birth_words(said.birth) if said is not None and said.birth else ""
        entry = person_of(picture, line.report) if line.source else None
        yield Mate(line, born, member(entry) if entry is not None else None)
