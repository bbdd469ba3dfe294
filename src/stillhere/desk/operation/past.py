"""The imports of the operation, found again without reading everything each time."""

from dataclasses import dataclass
from hashlib import blake2b
from threading import Lock
from weakref import WeakKeyDictionary

from stillhere.desk.operation.live import Operation
from stillhere.desk.operation.starting import store_of
from stillhere.desk.unlocked import held
from stillhere.errors import StillHereError
from stillhere.intake import PastImport, past_imports
from stillhere.pipeline.evidence import evidence_of
from stillhere.reports import Book, Provenance, Report
from stillhere.reports.decided import targets
from stillhere.store import Store
from stillhere.vocabulary import ReportKind

PATIENCE_S = 0.5
"""How long a page waits for a long import before it shows what was known."""


@dataclass(frozen=True, slots=True)
class _Known:
    position: int
    imports: tuple[PastImport, ...]


_LOOKING = Lock()
_KNOWN: WeakKeyDictionary[Operation, _Known] = WeakKeyDictionary()


def name_of(past: PastImport) -> str:
    """A short name that stays the same: of its moment and its file."""
    text = f"{past.entry_date}\x1f{past.file}"
    return blake2b(text.encode(), digest_size=8).hexdigest()


def imports_of(
    operation: Operation, wait_s: float = PATIENCE_S
) -> tuple[PastImport, ...]:
    """The imports, the latest first.

    Raises:
        StillHereError: `desk/names-busy` where a long import is under way and none
            were looked up before.
    """
    known = _KNOWN.get(operation)
    if known is not None and known.position == operation.position:
        return known.imports
    try:
        known = _KNOWN[operation] = _alone(operation, known, wait_s)
    except StillHereError as error:
        if known is None or error.code != "desk/names-busy":
            raise
    return known.imports


def find(operation: Operation, name: str, wait_s: float = PATIENCE_S) -> PastImport:
    """The import of a name.

    Raises:
        KeyError: There is none.
    """
    for past in imports_of(operation, wait_s):
        if name_of(past) == name:
            return past
    raise KeyError(name)


def _alone(operation: Operation, known: _Known | None, wait_s: float) -> _Known:
    """Looked up by one at a time; who waited takes over what the other found."""
    if not _LOOKING.acquire(timeout=wait_s):
        raise StillHereError("desk/names-busy")
    try:
        newer = _KNOWN.get(operation, known)
        if newer is not None and newer.position == operation.position:
            return newer
        return _looked_up(operation, newer, wait_s)
    finally:
        _LOOKING.release()


def _looked_up(operation: Operation, known: _Known | None, wait_s: float) -> _Known:
    """Anew, where a report since then bears on any import.

    Read over a connection of its own, so that who enters does not wait for it.
    """
    position = operation.position
    with store_of(held()) as store:
        if known is not None:
            with operation.evidence(wait_s) as picture:
                if not _news(store, evidence_of(picture).bench.book, known.position):
                    return _Known(position, known.imports)
        lines = store.all_provenance()
    with operation.evidence(wait_s) as picture:
        book = evidence_of(picture).bench.book
        rows = (line for line in lines if _is_row(line, book))
        return _Known(position, tuple(past_imports(rows, book)))


def _is_row(line: Provenance, book: Book) -> bool:
    """Whether it is of a row the picture knows; one stored this moment waits."""
    known = book.reports.get(line.report)
    return known is not None and known.kind is ReportKind.ROW


def _news(store: Store, book: Book, since: int) -> bool:
    return any(_bears(report, book) for report in store.reports(since=since))


def _bears(report: Report, book: Book) -> bool:
    """Whether it is a row, or decides about rows."""
    if report.kind is ReportKind.WITHDRAWAL:
        named = [book.reports.get(target) for target in targets(report)]
        kinds = {r.kind for r in named if r is not None}
        return not named or not kinds.isdisjoint(_OF_IMPORTS)
    return report.kind in {ReportKind.ROW, ReportKind.ERASURE}


_OF_IMPORTS = frozenset({ReportKind.ROW, ReportKind.WITHDRAWAL})
