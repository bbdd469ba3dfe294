"""A row that may speak of somebody erased waits for an officer."""

import pytest

from stillhere.intake import Import, hold_erased, person_folds, read_bytes, state
from stillhere.reports import EXERCISE_KEY, OperationKey, ReportId
from stillhere.reports.statements import (
    Birth,
    CallStatement,
    PersonStatement,
    TracingRequest,
    WrittenName,
    WrittenPlace,
)
from stillhere.vocabulary import ReportKind
from stillhere.vocabulary.people import PersonEvent

ID = ReportId("0" * 32)


def person(
    full: str = "", first: int = 1950, last: int = 0, **name: str
) -> PersonStatement:
    written = WrittenName(full, order="given_family", **name)  # type: ignore[arg-type]
    birth = Birth(first, last or first) if first else None
    return PersonStatement(ID, "bus", PersonEvent.ARRIVED, written, birth=birth)


def folds(statement: PersonStatement) -> frozenset[str]:
    return person_folds(statement, EXERCISE_KEY)


def read(text: str) -> Import:
    return read_bytes(text.encode(), "bus.csv", key=EXERCISE_KEY)


@pytest.mark.parametrize(
    "other",
    [
        person("Абраамян Анна"),
        person("Աննա Աբրահամյան"),
        person(given="Anna", family="Abrahamyan"),
        person("Abrahamyan, Anna"),
    ],
)
def test_one_name_in_another_script_or_order_has_the_same_fold(
    other: PersonStatement,
) -> None:
    assert folds(other) == folds(person("Anna Abrahamyan"))


def test_another_year_name_or_operation_has_another() -> None:
    here = folds(person("Anna Abrahamyan"))
    assert len(here) == 1
    assert here.isdisjoint(folds(person("Anna Abrahamyan", 1951)))
    assert here.isdisjoint(folds(person("Sona Abrahamyan")))
    other = person_folds(person("Anna Abrahamyan"), OperationKey(b"k" * 32))
    assert here.isdisjoint(other)


def test_an_age_meets_the_year_it_allows() -> None:
    by_age = folds(person("Anna Abrahamyan", 1949, 1950))
    assert len(by_age) == 2
    assert folds(person("Anna Abrahamyan")) < by_age


def test_without_name_or_birth_there_is_no_fold() -> None:
    assert folds(person("Anna Abrahamyan", 0)) == frozenset()
    assert folds(person()) == frozenset()
    assert person_folds(None, EXERCISE_KEY) == frozenset()


def test_a_call_is_of_the_person_it_names_and_a_tracing_request_of_nobody() -> None:
    anna = person("Anna Abrahamyan")
    call = CallStatement(ID, "hotline", WrittenPlace(), person=anna)
    assert person_folds(call, EXERCISE_KEY) == folds(anna)
    request = TracingRequest(ID, "hotline", anna)
    assert person_folds(request, EXERCISE_KEY) == frozenset()


LIST = "Name;Year of birth\nAnna Abrahamyan;1950\nAram Balayan;1961\n"


def test_a_matching_row_is_set_aside_and_held_for_an_officer() -> None:
    first = read("Full name;Born\nABRAHAMYAN Anna;1950\n")
    profile = first.profiles[0]
    erased = person_folds(state(first.reports[1], profile), EXERCISE_KEY)
    imported = read(LIST)
    kept, held = hold_erased(imported, erased, EXERCISE_KEY)
    rows = [r for r in kept.reports if r.kind is ReportKind.ROW]
    assert len(rows) + len(kept.set_aside) == kept.rows_read == 2
    assert [s.finding.code for s in kept.set_aside] == ["intake/row-erased"]
    assert kept.set_aside[0].row == 2
    assert kept.set_aside[0].cells == ("Anna Abrahamyan", "1950")
    assert "Anna" not in kept.set_aside[0].finding.sentence
    assert {p.report for p in kept.provenance} == {r.id for r in rows}
    assert [r.id for r in held.reports] == [p.report for p in held.provenance]
    assert {*kept.reports, *held.reports} == set(imported.reports)


def test_no_cell_of_a_held_row_is_lost() -> None:
    imported = read(LIST)
    profile = imported.profiles[0]
    erased = person_folds(state(imported.reports[1], profile), EXERCISE_KEY)
    longer = LIST.replace("birth", "birth;Bus").replace("1950", "1950;7")
    again = read_bytes(longer.encode(), "bus.csv", key=EXERCISE_KEY, profile=profile)
    kept, _ = hold_erased(again, erased, EXERCISE_KEY)
    assert kept.set_aside[0].cells == ("Anna Abrahamyan", "1950", "7")


def test_an_import_of_others_stays_as_it_is() -> None:
    imported = read(LIST)
    assert hold_erased(imported, (), EXERCISE_KEY) == (imported, Import())
    known = folds(person("Sona Abrahamyan"))
    assert hold_erased(imported, known, EXERCISE_KEY) == (imported, Import())


def test_erasures_that_can_meet_nobody_any_more_are_told_of() -> None:
    imported = read(LIST)
    known = folds(person("Anna Abrahamyan"))
    older = {f"1:{fold.partition(':')[2]}" for fold in known}
    kept, held = hold_erased(imported, older, EXERCISE_KEY)
    assert (kept.reports, held) == (imported.reports, Import())
    both, held = hold_erased(imported, known | older, EXERCISE_KEY)
    assert len(held.reports) == 1
    for found in (kept, both):
        codes = [finding.code for finding in found.findings[len(imported.findings) :]]
        assert codes == ["intake/erased-by-other-version"]
