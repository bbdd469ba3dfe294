"""Why two written names are held to be one, token by token."""

from dataclasses import dataclass

from stillhere.names.comparing import lone, same_name
from stillhere.names.folding import fold
from stillhere.names.pairing import Meeting, Pair, paired
from stillhere.names.romanisation import romanise
from stillhere.names.tokens import Token, Written, written


@dataclass(frozen=True, slots=True)
class NamePart:
    """One part of a name as it was compared.

    Attributes:
        text: As written; two words that are one on the other side have a space.
        roman: In Latin letters.
        folded: The form on which its spellings mostly meet.
    """

    text: str
    roman: str
    folded: str


@dataclass(frozen=True, slots=True)
class NameReason:
    """How one part of a name met one of the other.

    Attributes:
        left: The part of the first name; None where it tells nothing of the kind.
        right: The part of the second name, or None.
        how: How they met.
        likeness: From 0 to 1: the worth of their letters beside one another as a
            share of what usual spellings of one name are worth; 0 for a part alone.
    """

    left: NamePart | None
    right: NamePart | None
    how: Meeting
    likeness: float


@dataclass(frozen=True, slots=True)
class NameComparison:
    """Two names beside one another.

    Attributes:
        probability: As `same_name` gives it.
        reasons: One for each pair of parts and each part alone, in the order of the
            first name, then what only the second tells.
    """

    probability: float
    reasons: tuple[NameReason, ...]


def compare_names(a: str, b: str) -> NameComparison:
    """Give the chance that two names are one, and how each part met another.

    Args:
        a: A name in any script; empty gives no reasons and the chance 0.
        b: The other.
    """
    left, right = written(a), written(b)
    turned = b < a
    pairs = paired(right, left) if turned else paired(left, right)
    if turned:
        pairs = [Pair(pair.right, pair.left, pair.met) for pair in pairs]
    placed = [(_place(left, pair.left), _reason(left, right, pair)) for pair in pairs]
    placed += [
        (left.places[place], NameReason(_part(left.tokens[place]), None, how, 0.0))
        for place, how in lone(left, [pair.left for pair in pairs])
    ]
    placed.sort(key=lambda side: side[0])
    rest = [
        (right.places[place], NameReason(None, _part(right.tokens[place]), how, 0.0))
        for place, how in lone(right, [pair.right for pair in pairs])
    ]
    rest.sort(key=lambda side: side[0])
    reasons = tuple(reason for _, reason in [*placed, *rest])
    return NameComparison(same_name(a, b), reasons)


def _place(side: Written, places: tuple[int, ...]) -> int:
    return min(side.places[place] for place in places)


def _reason(left: Written, right: Written, pair: Pair) -> NameReason:
    return NameReason(
        _part(*(left.tokens[place] for place in pair.left)),
        _part(*(right.tokens[place] for place in pair.right)),
        pair.met.how,
        max(0, min(pair.met.likeness, 1000)) / 1000,
    )


def _part(*tokens: Token) -> NamePart:
    text = " ".join(token.text for token in tokens)
    return NamePart(text, romanise(text), fold(text))
