"""One number for a set of reports: the same on every node that holds the same set."""

from collections.abc import Iterable
from hashlib import blake2b

from stillhere.reports import Report
from stillhere.reports.report import merge_all
from stillhere.store.rows import stamp_columns

_BYTES = 32


def digest_of(reports: Iterable[Report]) -> str:
    """The digest of these reports, whatever their order and repetition.

    Args:
        reports: As the store would give them back: several stamps on one report are
            merged here; what an erasure empties has to be empty already.

    Returns:
        64 hex digits: BLAKE2b-256 over the sorted BLAKE2b-256 digests of the reports,
        everything a report holds included.
    """
    return digest_of_merged(merge_all(reports).values())


def digest_of_merged(reports: Iterable[Report]) -> str:
    """The same for reports of which each stands here once."""
    whole = blake2b(digest_size=_BYTES)
    for digest in sorted(map(_digest, reports)):
        whole.update(digest)
    return whole.hexdigest()


def _digest(report: Report) -> bytes:
    stamp = stamp_columns(report.stamp)
    said = (
        report.id,
        report.kind.value,
        report.source,
        str(report.ordinal),
        report.source_key,
        *("-" if value is None else f"={value}" for value in stamp),
        report.body,
    )
    return blake2b("\x1f".join(said).encode(), digest_size=_BYTES).digest()
