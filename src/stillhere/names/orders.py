"""In which order a source writes the parts of a name, and the parts themselves."""

from dataclasses import dataclass
from enum import StrEnum


class NameOrder(StrEnum):
    """The order of name parts that the profile of a source declares."""

    GIVEN_FAMILY = "given_family"
    FAMILY_GIVEN = "family_given"
    FAMILY_GIVEN_PATRONYMIC = "family_given_patronymic"
    FAMILY_PATRONYMIC_GIVEN = "family_patronymic_given"
    GIVEN_PATRONYMIC_FAMILY = "given_patronymic_family"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class NameParts:
    """The folded parts of one written name; every part may be empty.

    Attributes:
        given: Given names, in the order written.
        family: Family names, in the order written.
        patronymic: The father's given name, folded (not the patronymic form).
        maiden: Family names before marriage, where the text says so.
        initials: Folded initials, in the order written.
        order_known: Whether given and family name were told apart by the declared
            order or by a sign in the name itself; False means they may be exchanged.
    """

    given: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    patronymic: tuple[str, ...] = ()
    maiden: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()
    order_known: bool = False
