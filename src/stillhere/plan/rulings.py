"""What people have decided on pairs of mentions: each decision can be withdrawn."""

from dataclasses import dataclass

from stillhere.ledger import MentionId, Picture
from stillhere.reports.statements import Judgement, JudgementKind


@dataclass(frozen=True, slots=True)
class Ruling:
    """A judgement in force.

    Attributes:
        judgement: Who (its source) said what of which mentions, when (its date) and why.
            Undo it by a withdrawal of its report.
        holds: The picture is as it says: one person for *same*, two for *different*, both
            mentions in force for *unsure*. Where not, another decision beats it, or one
            of the mentions has gone.
    """

    judgement: Judgement
    holds: bool


def rulings(picture: Picture, kind: JudgementKind | None = None) -> tuple[Ruling, ...]:
    """Judgements in force, the newest date first, then by report.

    Args:
        picture: Any.
        kind: Only these; all where None. `UNSURE` gives the pairs put aside.
    """
    found = [
        Ruling(said, _holds(picture, said))
        for said in picture.statements.values()
        if isinstance(said, Judgement) and kind in (None, said.judgement)
    ]
    found.sort(key=lambda r: r.judgement.report)
    return tuple(sorted(found, key=lambda r: r.judgement.date or "", reverse=True))


def _holds(picture: Picture, said: Judgement) -> bool:
    one, two = (_person(picture, mention) for mention in (said.a, said.b))
    if one is None or two is None:
        return False
    if said.judgement is JudgementKind.UNSURE:
        return True
    return (one == two) == (said.judgement is JudgementKind.SAME)


def _person(picture: Picture, mention: MentionId) -> MentionId | None:
    try:
        return picture.referent(mention)
    except KeyError:
        return None
