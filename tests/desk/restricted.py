"""Reports that carry a word of their own and one restricted purpose, and a walk for it."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from django.test import Client

from stillhere.ledger import Picture
from stillhere.reports import (
    Json,
    OperationKey,
    Provenance,
    Report,
    ReportId,
    Stamp,
    make_report,
)
from stillhere.vocabulary import ReportKind, Scope

RESTRICTED = tuple(scope for scope in Scope if scope is not Scope.OPERATIONS)
MOMENT = "2023-10-01T08:00:00Z"
MOST = 200
"""Pages reached by links in one walk: more than there are kinds of pages."""

_OF_A_SHAPE = 3


def canary(scope: Scope) -> str:
    """A word that stands in nothing else."""
    return f"Zvartnots{scope.value.replace('_', '')}q"


@dataclass(frozen=True)
class Planted:
    """What was planted.

    Attributes:
        reports: By purpose.
        lines: Where rows of it were read.
    """

    reports: dict[Scope, list[Report]]
    lines: list[Provenance]

    @property
    def all(self) -> list[Report]:
        """Every report."""
        return [report for several in self.reports.values() for report in several]


def planted(picture: Picture, key: OperationKey) -> Planted:
    """Claims and decisions of every restricted purpose beside the ordinary ones."""
    reports: dict[Scope, list[Report]] = {}
    lines: list[Provenance] = []
    for scope in RESTRICTED:
        reports[scope] = list(_of(scope, picture, key))
        rows = [r for r in reports[scope] if r.kind is ReportKind.ROW]
        lines += [
            Provenance(row.id, f"{canary(scope)}.csv", f"sheet {canary(scope)}", n, "")
            for n, row in enumerate(rows, start=2)
        ]
    return Planted(reports, lines)


def _of(scope: Scope, picture: Picture, key: OperationKey) -> Iterator[Report]:
    word, stamp = canary(scope), Stamp(scopes=(scope,), source_date="2023-10-01")
    known, other = picture.without_word()[:2]
    home = known.home
    assert home is not None
    place = {"settlement": home.settlement, "address": f"{word} 1", "note": word}

    def made(kind: ReportKind, /, **fields: Any) -> Report:
        return make_report(key, kind, f"source {word}", fields, stamp=stamp)

    for number in range(3):
        yield made(ReportKind.ROW, Name=f"{word} {number}", Born=f"195{number}")
    yield made(ReportKind.PERSON, name=f"{known.name} {word}", event="arrived", **place)
    yield made(ReportKind.CALL, name=word, caller=word, caller_phone=word, **place)
    yield made(ReportKind.TRACING, name=known.name, enquirer=word, **place)
    yield made(ReportKind.VISIT, result="people_present", team=word, name=word, **place)
    yield made(ReportKind.NEED, need=word, what=word, **place)
    yield made(ReportKind.SERVICE, service="water", state="out", **place)
    yield made(ReportKind.REMAINS, code="R-1", state=word, **place)
    yield made(ReportKind.PROPERTY, state=word, owner=word, **place)
    yield made(ReportKind.ANIMALS, kind=word, number="3", **place)
    yield made(ReportKind.ASSURANCE, promised=word, words=word, **place)
    yield made(ReportKind.COUNT, what=word, count="77", **place)
    yield made(ReportKind.VEHICLE, vehicle=word, base=word)
    yield made(ReportKind.CLEARANCE, road=word, **place)
    yield made(ReportKind.INTENTION, name=word, intention="stay", conditions=word)
    yield made(
        ReportKind.CORRECTION, target=known.id, fields=_said_of(picture, known.id, word)
    )
    yield made(ReportKind.JUDGEMENT, judgement="same", a=known.id, b=other.id, why=word)
    yield made(ReportKind.DEATH, person=known.id, authority=word, document=word)
    yield made(ReportKind.CLOSING, target=known.id, why=word)
    yield made(ReportKind.PLAN, plan=word, day="2023-10-01")
    yield made(ReportKind.PROFILE, about=f"source {word}", kind="person", bad=word)
    yield make_report(
        key, ReportKind.CALL, "hotline", {"name": known.name, "note": word}, stamp=stamp
    )


def _said_of(picture: Picture, report: ReportId, word: str) -> dict[str, Json]:
    """Every cell of a row, as another name."""
    found = picture.evidence.report(report)
    assert found is not None
    return dict.fromkeys(found.fields, word)


_LINK = re.compile(r'(?:href|hx-get|action)="(/[^"#]*|\?[^"#]*)[#"]')
_NUMBER = re.compile(r"[0-9a-f]{16,32}|(?<=[=/])\d+")


def walked(client: Client, begin: Iterator[str]) -> Iterator[tuple[str, Any]]:
    """Pages reached by links, at most a few of each shape; address and answer."""
    typed = list(dict.fromkeys(begin))
    waiting, shapes = list(typed), Counter[str]()
    seen: set[str] = set()
    while waiting and len(seen) < len(typed) + MOST:
        address = waiting.pop(0)
        shape = _NUMBER.sub("*", address)
        linked = len(seen) >= len(typed)
        if address in seen or (linked and shapes[shape] >= _OF_A_SHAPE):
            continue
        seen.add(address)
        shapes[shape] += linked
        answer = client.get(address)
        yield address, answer
        if answer.headers.get("Content-Type", "").startswith("text/html"):
            waiting += _links(address, answer.content.decode())
        if answer.status_code in {301, 302, 303}:
            waiting.append(answer.headers["Location"])


def _links(address: str, html: str) -> Iterator[str]:
    for found in _LINK.findall(html):
        link = found.replace("&amp;", "&")
        if not link.startswith(("/static/", "/sign-out")):
            yield link if link.startswith("/") else address.partition("?")[0] + link


def typed_addresses(picture: Picture, planted: Planted) -> Iterator[str]:
    """What somebody may type who knows ids, words and names that are not for them."""
    known = picture.without_word()[0]
    for report in planted.all:
        yield f"/reports/{report.id}/"
    for several in planted.reports.values():
        for report in several[:5]:
            yield f"/people/{report.id}/"
            yield f"/people/{report.id}/values/words/"
            yield f"/households/{report.id}/"
            yield f"/links/{report.id}/{known.id}/"
    for scope in RESTRICTED:
        word = quote(canary(scope))
        source = quote(f"source {canary(scope)}")
        yield f"/people/?q={word}"
        yield f"/enter/who/?name={word}"
        yield f"/enter/doors/?address={word}"
        yield f"/places/{word}/"
        yield f"/figures/arrived/?source={source}"
        yield f"/figures/{word}/"
        yield f"/figures/people/?place={word}"
        yield f"/import/{word}/"
    for value in ("status", "names", "words", "concern", "death", "where"):
        yield f"/people/{known.id}/values/{value}/"
    yield f"/people/{known.id}/"
    yield f"/reports/{known.id}/"
