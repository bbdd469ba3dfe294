"""What stands behind a picture can be read while it is updated."""

from dataclasses import replace

import pytest

from stillhere.ledger.mention import Mention
from stillhere.pipeline import build, moved, update
from stillhere.pipeline.evidence import BenchEvidence, evidence_of
from stillhere.pipeline.grounds import Grounds
from stillhere.pipeline.moves import move_person
from stillhere.reports import Provenance, Report
from tests.pipeline.lists import AS_OF, RULES, correction, withdrawal
from tests.properties.machine_town import CLAIMS, LISTED, PROFILE_REPORTS

REPORTS = (*CLAIMS, *PROFILE_REPORTS[:4])
NEWS = (
    PROFILE_REPORTS[5],
    correction(LISTED[2], {"Family": "Galstyan"}),
    withdrawal(LISTED[3].id),
    replace(LISTED[4], stamp=replace(LISTED[4].stamp, source_date="2023-09-20")),
)


def _said(evidence: BenchEvidence, report: Report) -> tuple[object, ...]:
    try:
        links: object = evidence.links(report.id)
    except KeyError:
        links = None
    return (
        evidence.report(report.id),
        evidence.statement(report.id),
        evidence.mention(report.id),
        evidence.provenance(report.id),
        links,
    )


def test_it_is_read_as_before_an_update_or_as_after_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    picture = build(REPORTS, RULES, AS_OF)
    evidence = evidence_of(picture)
    looks: list[list[tuple[object, ...]]] = []

    def look_around(*_: object) -> None:
        looks.append([_said(evidence, report) for report in REPORTS])

    def move(mention: Mention, sign: int, grounds: Grounds) -> None:
        look_around()
        move_person(mention, sign, grounds)

    look_around()
    monkeypatch.setattr("stillhere.pipeline.workbench.move_person", move)
    read = [Provenance(r.id, "list.csv", "", 2) for r in REPORTS]
    later = update(picture, NEWS, provenance=read, progress=look_around)
    look_around()
    before, *between, after = looks
    assert later.changes(picture).entries
    assert len(between) > 20
    for name, one in enumerate(REPORTS):
        for part, last in enumerate(after[name]):
            held = (before[name][part], last)
            assert all(look[name][part] in held for look in between), one.kind
    for part in range(5):
        assert any(b[part] != a[part] for b, a in zip(before, after, strict=True))


def test_an_older_picture_is_moved_by_its_own_reports() -> None:
    picture = build(REPORTS, RULES, AS_OF)
    update(picture, NEWS)
    assert moved(picture, "2023-11-01") == build(REPORTS, RULES, "2023-11-01")


def test_everybody_of_a_register_has_a_chance_to_have_left_and_nobody_else() -> None:
    picture = build(REPORTS, RULES, AS_OF)
    said = picture.evidence.arrivals().everybody(int(AS_OF[:4]))
    registers = {name for name, s in picture.sources.items() if s.register}
    for entry in picture.entries.values():
        sources = {word.source for word in entry.words}
        chances = [said[m] for m in entry.members if m in said]
        assert picture.arrived(entry) == max(chances, default=None)
        assert bool(chances) == bool(sources & registers)
    assert said
