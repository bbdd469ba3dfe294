from pathlib import Path

from stillhere.exercise.full import Course
from stillhere.exercise.full.hearing import HOW_KNOWN, told_report
from stillhere.intake import Buildings, PlaceReader, read_world, state
from stillhere.reports import EXERCISE_KEY
from stillhere.reports.statements import CallStatement

AT = "2023-10-04T09:30"


def test_what_people_found_say_leads_to_the_house_and_names_whom_they_named(
    folder: Path,
) -> None:
    world = read_world(folder)
    reader = PlaceReader(world.gazetteer, Buildings(world.buildings, world.gazetteer))
    hints = [hint for said in Course.read(folder).hints.values() for hint in said]
    assert hints
    for hint in hints:
        report = told_report(hint, EXERCISE_KEY, at=AT, team="team 1")
        said = state(report, None)
        assert isinstance(said, CallStatement)
        assert (said.date, said.how_known) == (AT, HOW_KNOWN)
        assert (said.person is not None) == bool(hint.name)
        located = reader.locate(said.place).dwelling.split("/", maxsplit=1)[1]
        assert hint.dwelling.startswith(located)


def test_the_report_holds_nothing_of_the_truth(folder: Path) -> None:
    hints = [hint for said in Course.read(folder).hints.values() for hint in said]
    for hint in hints:
        report = told_report(hint, EXERCISE_KEY, at=AT, team="team 1")
        assert hint.about not in report.body
        assert hint.near not in dict(report.fields)
