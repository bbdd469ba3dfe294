"""Rows that may speak of somebody whose reports were erased: held for an officer.

A person is known again by a keyed fold of name and year of birth, taken at the erasure
and kept in its report. A row without a name or a birth has no fold and passes; namesakes
of one year have the same, which is why a person decides.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace
from hashlib import blake2b
from typing import Final

from stillhere.errors import Finding
from stillhere.intake.imported import Import
from stillhere.intake.stating import state
from stillhere.intake.table import SetAside
from stillhere.names import FOLD_VERSION, NameOrder, split_name
from stillhere.reports.key import OperationKey
from stillhere.reports.profile import Profile
from stillhere.reports.provenance import Provenance
from stillhere.reports.report import ID_BYTES, Report
from stillhere.reports.statements import (
    CallStatement,
    PersonStatement,
    Statement,
    VisitStatement,
    WrittenName,
)
from stillhere.vocabulary.kinds import ReportKind

_VERSION: Final = f"{FOLD_VERSION}:"


def person_folds(statement: Statement | None, key: OperationKey) -> frozenset[str]:
    """The keyed folds of the person a statement names.

    One for each year of birth that fits, of the folded names in any order; fathers'
    names and maiden names are left out, since lists often leave them out. Empty where a
    name or a birth is missing, and for tracing requests, which are never erased.
    """
    person = _person(statement)
    if person is None or person.birth is None:
        return frozenset()
    name = _folded(person.name)
    if not name:
        return frozenset()
    years = range(person.birth.first, person.birth.last + 1)
    return frozenset(_keyed(f"{name}\x1f{year}", key) for year in years)


def hold_erased(
    imported: Import, folds: Collection[str], key: OperationKey
) -> tuple[Import, Import]:
    """Part an import into what may be stored and the rows an officer decides on.

    Args:
        imported: Not yet stored.
        folds: Of all erasures; see `erased_folds`.
        key: The operation's key.

    Returns:
        The import with the held rows set aside, each with a finding, and a finding
        where folds are of another version and so meet nobody; and the held rows as
        reports with their provenance, to be stored if an officer says so.
    """
    if any(not fold.startswith(_VERSION) for fold in folds):
        other = Finding.of("intake/erased-by-other-version")
        imported = replace(imported, findings=(*imported.findings, other))
    if not folds:
        return imported, Import()
    profiles = {p.source: p for p in imported.profiles}
    held = {
        r.id: r
        for r in imported.reports
        if _is_erased(r, profiles.get(r.source), frozenset(folds), key)
    }
    if not held:
        return imported, Import()
    lines = tuple(p for p in imported.provenance if p.report in held)
    kept = replace(
        imported,
        reports=tuple(r for r in imported.reports if r.id not in held),
        provenance=tuple(p for p in imported.provenance if p.report not in held),
        set_aside=(
            *imported.set_aside,
            *(_aside(held[p.report], p, profiles) for p in lines),
        ),
    )
    return kept, Import(reports=tuple(held.values()), provenance=lines)


def _is_erased(
    report: Report, profile: Profile | None, folds: frozenset[str], key: OperationKey
) -> bool:
    if report.kind is not ReportKind.ROW or profile is None:
        return False
    return not folds.isdisjoint(person_folds(state(report, profile), key))


def _aside(
    report: Report, line: Provenance, profiles: Mapping[str, Profile]
) -> SetAside:
    fields = report.fields
    headers = [c.header for c in profiles[report.source].columns]
    others = [header for header in fields if header not in headers]
    cells = tuple(str(fields.get(header, "")) for header in (*headers, *others))
    where = f"{line.file} (sheet {line.sheet})" if line.sheet else line.file
    finding = Finding.of("intake/row-erased", row=line.row, file=where)
    return SetAside(line.file, line.sheet, line.row, cells, finding)


def _person(statement: Statement | None) -> PersonStatement | None:
    if isinstance(statement, CallStatement | VisitStatement):
        return statement.person
    return statement if isinstance(statement, PersonStatement) else None


def _folded(name: WrittenName) -> str:
    """Given and family names, folded, in an order of their own."""
    language = None if name.language is None else name.language.value
    if name.full:
        parts = [split_name(name.full, NameOrder(name.order), language)]
    else:
        parts = [
            split_name(name.given, NameOrder.GIVEN_FAMILY, language),
            split_name(name.family, NameOrder.FAMILY_GIVEN, language),
        ]
    return " ".join(sorted({t for p in parts for t in (*p.given, *p.family)}))


def _keyed(text: str, key: OperationKey) -> str:
    """The version of the folding in front: folds of another cannot meet."""
    digest = blake2b(text.encode(), digest_size=ID_BYTES, key=key.secret)
    return f"{_VERSION}{digest.hexdigest()}"
