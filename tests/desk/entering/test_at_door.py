"""People of a door are picked by a name that nobody else of it has."""

from stillhere.desk.entering.at_door import (
    Resident,
    names_offered,
    picked_by_name,
    residents_of,
)
from stillhere.desk.entering.writing import Hand
from stillhere.ledger import Picture, PlaceKey
from stillhere.pipeline import build
from stillhere.reports import EXERCISE_KEY, Report, ReportId, make_report
from stillhere.vocabulary import ReportKind
from tests.plan import town

HAND = Hand(EXERCISE_KEY, "ani", "2023-10-10", lambda _report: False)
ARAM = Resident(ReportId("a" * 32), "Aram Testov")
NUNE = Resident(ReportId("b" * 32), "Nune Testova")


def picture() -> Picture:
    """A town with a family at a door."""
    return build([*town.profiles(), *town.FAMILY], town.OPERATION, town.AS_OF)


def met(name: str) -> Report:
    """Somebody met, as a line of a sheet states it."""
    fields = {"name": name, "event": "found"}
    return make_report(EXERCISE_KEY, ReportKind.PERSON, "team 2", fields)


def test_the_people_of_a_door_are_offered_by_their_names() -> None:
    seen = picture()
    homes = {key: place for key, place in seen.places.items() if place.residents}
    assert homes
    for key, place in homes.items():
        names = [seen.entries[p].name for p in place.residents]
        once = sorted(n for n in names if n and names.count(n) == 1)
        assert [resident.name for resident in residents_of(seen, PlaceKey(key))] == once


def test_who_is_known_by_the_line_alone_is_not_of_the_door() -> None:
    seen = picture()
    key, place = next((k, p) for k, p in seen.places.items() if p.residents)
    line = [m for p in place.residents for m in seen.entries[p].members]
    assert residents_of(seen, PlaceKey(key), line) == ()


def test_an_unknown_door_has_nobody() -> None:
    assert residents_of(picture(), PlaceKey("nowhere/1")) == ()


def test_all_are_offered_at_once_and_each_alone() -> None:
    both = "Aram Testov; Nune Testova"
    assert names_offered([ARAM, NUNE]) == [both, ARAM.name, NUNE.name]
    assert names_offered([ARAM]) == [ARAM.name]
    assert names_offered([]) == []


def test_a_name_picks_its_person_whatever_the_case_and_the_spaces() -> None:
    report = met("aram  TESTOV")
    (decided,) = picked_by_name([report], [ARAM, NUNE], picture(), HAND)
    assert decided.kind is ReportKind.JUDGEMENT
    assert {decided.fields["a"], decided.fields["b"]} == {report.id, ARAM.known}


def test_a_name_nobody_of_the_door_has_picks_nobody() -> None:
    assert list(picked_by_name([met("Aram")], [ARAM, NUNE], picture(), HAND)) == []


def test_a_report_that_is_stored_already_is_tied_to_nobody() -> None:
    report = met(ARAM.name)
    seen = build([*town.profiles(), report], town.OPERATION, town.AS_OF)
    assert list(picked_by_name([report], [ARAM], seen, HAND)) == []
