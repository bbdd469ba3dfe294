"""Sources as the ledger weighs them: registers first, retold ones never twice."""

from dataclasses import dataclass

from stillhere.vocabulary import PersonEvent, ReportKind


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """One source and what its reports in force amount to.

    Attributes:
        source: Its name.
        kind: Kind of statement its rows make.
        register: A complete register of residents.
        once: A person stands at most once in it.
        family: Smallest name among the sources it retells or that retell it (itself
            when it stands alone): sources of one family count once.
        reports: Reports in force that state something.
        events: Number of person statements per event, in the order of the vocabulary.
        first, last: Earliest and latest ISO date its statements bear, or None.
    """

    source: str
    kind: ReportKind
    register: bool
    once: bool
    family: str
    reports: int
    events: tuple[tuple[PersonEvent, int], ...] = ()
    first: str | None = None
    last: str | None = None
