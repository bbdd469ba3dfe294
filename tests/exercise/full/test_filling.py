import csv
import json
import tracemalloc
from collections import Counter
from pathlib import Path

import pytest

from stillhere.errors import StillHereError
from stillhere.exercise import make_world, read_truth
from stillhere.exercise.full.assumed import assumed
from stillhere.exercise.full.filling import fill
from stillhere.exercise.full.sheltering import shelter
from stillhere.exercise.world import make_core
from stillhere.intake import Import, read_folder, state
from stillhere.reports.key import EXERCISE_KEY
from stillhere.vocabulary import ReportKind

REPORTS = 12_000
_FILLED = (
    "visits/visits-",
    "hotline/hotline-",
    "tracing/tracing-",
    "needs/",
    "services/",
)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small world with reports of sixty days."""
    out = tmp_path_factory.mktemp("filled")
    make_world("khankendi", 7, out, core=False, scale=0.05, reports=REPORTS)
    return out


@pytest.fixture(scope="module")
def imported(filled: Path) -> Import:
    """What intake reads of it."""
    return read_folder(filled / "lists", key=EXERCISE_KEY)


def test_there_are_about_as_many_reports_as_asked_for(imported: Import) -> None:
    assert imported.rows_read == pytest.approx(REPORTS, rel=0.02)


def test_intake_finds_nothing_to_say_of_what_was_filled_in(imported: Import) -> None:
    assert not [
        finding
        for finding in imported.findings
        if str(dict(finding.values).get("source", "")).startswith(_FILLED)
    ]
    assert not [x for x in imported.set_aside if x.file.startswith(_FILLED)]


def test_every_row_states_something_of_its_kind_on_sixty_days(
    imported: Import,
) -> None:
    profiles = {profile.source: profile for profile in imported.profiles}
    days: dict[str, set[str]] = {}
    kinds: Counter[str] = Counter()
    for report in imported.reports:
        if report.kind is ReportKind.ROW and report.source.startswith(_FILLED):
            said = state(report, profiles[report.source])
            assert said is not None
            kind = profiles[report.source].kind.value
            kinds[kind] += 1
            days.setdefault(kind, set()).add(str(getattr(said, "date", None))[:10])
    total = sum(kinds.values())
    shares = {"visit": "visits", "call": "calls", "tracing": "tracing"}
    shares |= {"need": "needs", "service": "services"}
    assert set(kinds) == set(shares)
    for kind, name in shares.items():
        assert kinds[kind] / total == pytest.approx(assumed("filled", name), abs=0.01)
        assert len(days[kind]) >= 55
        assert "None" not in days[kind]


def test_the_picture_is_as_of_the_end_of_sixty_days(filled: Path) -> None:
    declared = json.loads((filled / "lists/operation.json").read_text("utf-8"))
    assert declared["as_of"] == "2023-12-03T08:00:00+04:00"


def test_rows_that_name_somebody_are_in_the_truth(filled: Path) -> None:
    truth = read_truth(filled)
    named = [row for row in truth.mentions if row[0].startswith(_FILLED)]
    assert len(named) > 0.2 * (REPORTS - 6500)
    for file, row in named[:300]:
        with (filled / "lists" / file).open(encoding="utf-8", newline="") as stream:
            assert len(list(csv.reader(stream))) >= row


def test_finds_are_of_people_who_are_there(filled: Path) -> None:
    truth = read_truth(filled)
    there = {p.person for p in truth.remaining() if p.state != "dead"}
    found = {p for r, p in truth.mentions.items() if r[0].startswith("visits/visits-")}
    assert found
    assert found <= there


def test_more_reports_take_no_more_memory(tmp_path: Path) -> None:
    world = shelter(make_core("khankendi", 7, 0.01)).world
    highest: list[int] = []
    for rows in (1_500, 1_500, 9_000):
        out = tmp_path / str(len(highest))
        (out / "truth").mkdir(parents=True)
        tracemalloc.start()
        fill(out, world, rows, lambda _what, _share: None)
        highest.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert highest[2] < highest[1] * 1.2


@pytest.mark.parametrize(("core", "reports"), [(True, 10), (False, -1)])
def test_reports_that_cannot_be_made_are_refused(
    tmp_path: Path, core: bool, reports: int
) -> None:
    with pytest.raises(StillHereError, match="Nothing was written"):
        make_world("khankendi", 7, tmp_path / "w", core=core, reports=reports)
    assert not (tmp_path / "w").exists()
