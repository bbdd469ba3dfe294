"""What an entry moved is the difference of two pictures, without a name in it."""

import json

import pytest

from stillhere.desk.entering.effect import Effect, Step, effect
from stillhere.ledger import Entry, Picture
from stillhere.pipeline import build, update
from stillhere.reports import EXERCISE_KEY, Report, make_report
from stillhere.reports.withdrawing import Signed, withdraw_reports
from stillhere.vocabulary import ReportKind
from tests.plan import town


@pytest.fixture(name="before")
def _before() -> Picture:
    rows = [
        town.resident(1, "Avagyan Armen", "1975-03-12", ("Walnut Street 1", "1")),
        town.resident(2, "Avagyan Maro", "1981-02-02", ("Walnut Street 1", "1")),
    ]
    return build([*town.profiles(), *rows], town.OPERATION, town.AS_OF)


def found(name: str, born: str) -> Report:
    """Somebody typed in as found."""
    fields = {"name": name, "birth_date": born, "event": "found"}
    return town.entry(ReportKind.PERSON, fields, "team 1")


def named(picture: Picture, name: str) -> Entry:
    """The one person of a name."""
    (entry,) = (e for e in picture.entries.values() if e.name == name)
    return entry


def test_a_person_found_moves_off_the_list(before: Picture) -> None:
    report = found("Avagyan Maro", "1981-02-02")
    after = update(before, [report])
    moved = effect(before, after, [report.id])
    entry = named(after, "Avagyan Maro")
    assert moved.people == (Step(entry.id, "unaccounted", "found"),)
    assert moved.about == (entry.id,)
    assert moved.listed == -1
    assert any(key.startswith("khankendi") for key in moved.places)


def test_somebody_nobody_knew_is_new_and_gone_once_taken_back(before: Picture) -> None:
    report = found("Testyan Nune", "1960-01-01")
    after = update(before, [report])
    assert effect(before, after, [report.id]).people == (Step(report.id, "", "found"),)
    signed = Signed(EXERCISE_KEY, by="desk", at="2023-10-09")
    undone = update(after, [withdraw_reports([report.id], signed)])
    moved = effect(after, undone, [report.id])
    assert moved.people == (Step(report.id, "found", ""),)
    assert moved.about == ()


def test_a_person_under_another_id_is_no_new_person(before: Picture) -> None:
    """The smallest mention names the person: an entry typed in may take that over."""
    home = named(before, "Avagyan Maro")
    report = next(report for n in range(200) if (report := _alike(n)).id < home.id)
    after = update(before, [report])
    moved = effect(before, after, [report.id])
    assert home.id not in after.entries
    assert moved.people == (Step(report.id, "unaccounted", "found"),)


def _alike(number: int) -> Report:
    fields = {"name": "Avagyan Maro", "birth_date": "1981-02-02", "event": "found"}
    return make_report(
        EXERCISE_KEY, ReportKind.PERSON, "team 1", fields, ordinal=number
    )


def test_nothing_new_moves_nothing(before: Picture) -> None:
    assert effect(before, before, []) == Effect()


def test_an_effect_can_be_kept_as_plain_values(before: Picture) -> None:
    report = found("Avagyan Maro", "1981-02-02")
    moved = effect(before, update(before, [report]), [report.id])
    text = json.dumps(moved.kept())
    assert Effect.of_kept(json.loads(text)) == moved
    assert "Maro" not in text
