"""The words of codes in the active language; the tables stand in the core, in English."""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from stillhere.desk.saying import tenths
from stillhere.identity.explain import WORDS, Evidence
from stillhere.intake.reasons import ORDERS
from stillhere.ledger import words as ledger
from stillhere.names import NameOrder
from stillhere.vocabulary import words as vocabulary


def in_words(code: StrEnum) -> str:
    """The words for a code; raises KeyError for a code that is not said to readers."""
    return gettext(_english(code))


def choices_of(codes: type[StrEnum]) -> list[tuple[str, Promise | str]]:
    """Values with their words for a field of a form, said when they are shown."""
    return [(code.value, gettext_lazy(_english(code))) for code in codes]


def _english(code: StrEnum) -> str:
    if isinstance(code, NameOrder):
        return ORDERS[code]
    return vocabulary.in_words(code)


def concern_words(reason: str) -> str:
    """What makes somebody of concern."""
    return gettext(ledger.concern_words(reason))


def conflict_words(kind: str) -> str:
    """What does not agree."""
    return gettext(ledger.conflict_words(kind))


def evidence_words(feature: str) -> str:
    """What two mentions were compared by."""
    return gettext(WORDS[feature])


def evidence_said(evidence: Evidence) -> str:
    """How much one comparison speaks for one person or against it, in bits."""
    what = evidence_words(evidence.feature)
    if not evidence.millibits:
        return gettext("{what}: nothing to compare").format(what=what)
    bits = tenths(abs(evidence.millibits))
    if evidence.millibits > 0:
        return gettext("{what}: {bits} bits for one person").format(
            what=what, bits=bits
        )
    return gettext("{what}: {bits} bits against one person").format(
        what=what, bits=bits
    )


def weight_said(millibits: int) -> str:
    """What all comparisons of two mentions come to, in bits."""
    bits = tenths(abs(millibits))
    if millibits < 0:
        return gettext("Together: {bits} bits against one person.").format(bits=bits)
    return gettext("Together: {bits} bits for one person.").format(bits=bits)
