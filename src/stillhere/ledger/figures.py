"""A number that carries the reports behind it; without them it cannot be shown."""

from dataclasses import dataclass

from stillhere.reports import ReportId


@dataclass(frozen=True, slots=True)
class Figure:
    """One number, what it counts, what it does not count, and who says so.

    Figures of different sources stand side by side; nothing here adds two of them.

    Attributes:
        name: What is counted: a status, or a name of `Picture.count` or `Picture.stated`.
        value: The number.
        cites: Ids of the reports behind it, sorted; empty only for a value of 0.
        qualifier: ``exactly``, ``at least``, ``more than``, ``about``, ``at most`` or as
            its source wrote it; empty for what the ledger counted itself.
        as_of: ISO date or time it holds for, as stated, or that of the picture.
        unit: ``people``, ``dwellings``, ``places``, ``households``, ``visits``, ``calls``,
            ``requests`` or ``needs``.
        does_not_count: One sentence: what stands outside this number; empty where its
            source does not say.
        source: Who states it; empty for what the ledger counted itself.
        place: The place it holds for, as written; empty for the whole region.
        retells: Source (family) it repeats, when it is not independent; else empty.
    """

    name: str
    value: int
    cites: tuple[ReportId, ...]
    qualifier: str = ""
    as_of: str = ""
    unit: str = "people"
    does_not_count: str = ""
    source: str = ""
    place: str = ""
    retells: str = ""
