"""``check``: whether reports and picture are what they say they are."""

import json as texts
from collections.abc import Iterator
from typing import Any

import typer

from stillhere.cli import shapes
from stillhere.cli.building import PICTURE_NOTE
from stillhere.cli.opening import Opened, opened
from stillhere.cli.options import AsJson, PassphraseFd, Where
from stillhere.cli.progress import Steps, steps
from stillhere.cli.screen import as_json, say, told
from stillhere.errors import Finding
from stillhere.pipeline import Rules
from stillhere.pipeline import build as build_picture
from stillhere.reports import EMPTY, Report
from stillhere.reports.report import report_id
from stillhere.store import Store
from stillhere.vocabulary import ReportKind

_NOT_COMPARED = ("cli/no-picture-yet", "cli/picture-older", "cli/rules-differ")
"""Findings that say why there was nothing to compare a rebuild with."""


def check(
    where: Where,
    *,
    passphrase_fd: PassphraseFd = None,
    json: AsJson = False,
) -> None:
    """Check every page, id and digest; a rebuild must equal the picture.

    A store is compared with the picture it keeps; a folder is built twice, the second
    time in the opposite order.
    """
    with steps() as shown, opened(where, shown, fd=passphrase_fd) as found:
        if found.store is not None:
            result = _check_store(found, found.store, shown)
        else:
            result = _check_folder(found, shown)
    findings = result.pop("findings")
    wrong = [f for f in findings if f.code not in _NOT_COMPARED]
    compared = len(wrong) == len(findings)
    if json:
        state = {"sound": not wrong, "compared": compared}
        as_json({**result, **state, "findings": shapes.findings(findings)})
    else:
        for name, value in result.items():
            say(f"{name.replace('_', ' ')}: {value}")
        told(findings)
        agrees = "Everything agrees." if compared else "All that was compared agrees."
        say("Something does not agree." if wrong else agrees)
    if wrong:
        raise typer.Exit(1)


def _check_store(found: Opened, store: Store, shown: Steps) -> dict[str, Any]:
    shown.tell("checking pages and ids", 0.0)
    checked = store.check()
    findings = list(checked.findings)
    result: dict[str, Any] = {
        "reports": checked.reports,
        "emptied": checked.emptied,
        "digest_of_reports": checked.digest,
    }
    noted = store.recall(PICTURE_NOTE)
    if noted is None:
        findings.append(Finding.of("cli/no-picture-yet", path=store.path))
    else:
        kept = texts.loads(noted)
        findings += _compare(found, store, kept, result, shown)
    return {**result, "findings": findings}


def _compare(
    found: Opened,
    store: Store,
    kept: dict[str, Any],
    result: dict[str, Any],
    shown: Steps,
) -> Iterator[Finding]:
    rules = Rules.of_world(found.world)
    if kept["position"] != store.position:
        yield Finding.of("cli/picture-older", path=store.path)
    elif kept["rules"] != rules.digest:
        yield Finding.of(
            "cli/rules-differ", path=store.path, before=kept["rules"], now=rules.digest
        )
    else:
        again = build_picture(
            found.reports, rules, kept["as_of"], progress=shown.tell
        ).digest
        result["picture"] = kept["digest"]
        result["picture_built_anew"] = again
        if again != kept["digest"]:
            yield _differs(kept["digest"], again)


def _differs(before: str, now: str) -> Finding:
    return Finding.of("cli/picture-differs", before=before, now=now)


def _check_folder(found: Opened, shown: Steps) -> dict[str, Any]:
    key = found.world.operation.key
    findings = [
        Finding.of("cli/report-altered", report=r.id)
        for r in found.reports
        if report_id(key, r.kind, r.source, r.ordinal, r.body) != r.id
        and r.body != EMPTY
    ]
    findings += _uncounted(found)
    picture = found.picture(shown)
    backwards = tuple(reversed(found.reports))
    again = _built(found, backwards, shown)
    if again != picture.digest:
        findings.append(_differs(picture.digest, again))
    return {
        "reports": len(found.reports),
        "picture": picture.digest,
        "picture_built_anew": again,
        "findings": findings,
    }


def _built(found: Opened, reports: tuple[Report, ...], shown: Steps) -> str:
    rules = Rules.of_world(found.world)
    return build_picture(reports, rules, found.as_of, progress=shown.tell).digest


def _uncounted(found: Opened) -> Iterator[Finding]:
    """Every row read is a report or set aside."""
    imported = found.imported
    if imported is None:
        return
    rows = sum(r.kind is ReportKind.ROW for r in imported.reports)
    aside = len(imported.set_aside)
    if rows + aside != imported.rows_read:
        yield Finding.of(
            "cli/rows-lost", read=imported.rows_read, reports=rows, aside=aside
        )
