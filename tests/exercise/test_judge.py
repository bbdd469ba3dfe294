"""The judge on worlds small enough to count by hand."""

import json
from datetime import date
from pathlib import Path

import pytest

from stillhere.errors import StillHereError
from stillhere.exercise import (
    LinkMarks,
    Truth,
    as_json,
    birth_group,
    judge_groups,
    judge_links,
    judge_unaccounted,
    list_group,
    read_truth,
    script_group,
    spelling_group,
)
from stillhere.exercise.truth import Row, TruePerson

REG = "register.xlsx"


def _person(name: str, born: str, **more: object) -> TruePerson:
    fields: dict[str, object] = {
        "household": name,
        "where": "",
        "state": "gone",
        "disabled": False,
    } | more
    return TruePerson(person=name, birth=date.fromisoformat(born), **fields)  # type: ignore[arg-type]


TRUTH = Truth(
    persons={
        "a": _person("a", "1980-01-01"),
        "b": _person("b", "1981-01-01"),
        "old": _person("old", "1940-01-01", where="B1/1", state="walking"),
        "ill": _person("ill", "1970-01-01", where="B2/1", state="bedridden"),
        "fit": _person("fit", "1970-01-01", where="B3/1", state="chose_to_stay"),
        "new": _person("new", "1990-01-01", where="B4/1", state="walking"),
    },
    mentions={
        (REG, 3): "a",
        (REG, 4): "b",
        (REG, 5): "old",
        (REG, 6): "ill",
        (REG, 7): "fit",
        ("arrivals/x.csv", 2): "a",
        ("arrivals/x.csv", 3): "b",
        ("arrivals/x.csv", 4): "new",
        ("tracing/y.csv", 2): "old",
    },
)


def test_perfect_links_have_perfect_marks() -> None:
    linked: dict[Row, Row | None] = {
        ("arrivals/x.csv", 2): (REG, 3),
        ("arrivals/x.csv", 3): (REG, 4),
        ("arrivals/x.csv", 4): None,
        ("tracing/y.csv", 2): (REG, 5),
    }
    marks = judge_links(TRUTH, linked)
    assert (marks.precision, marks.recall, marks.f1) == (1.0, 1.0, 1.0)


def test_a_wrong_link_costs_both_marks() -> None:
    linked: dict[Row, Row | None] = {
        ("arrivals/x.csv", 2): (REG, 4),
        ("arrivals/x.csv", 3): (REG, 4),
    }
    marks = judge_links(TRUTH, linked)
    assert marks == LinkMarks(asserted=2, right=1, findable=3)
    assert marks.precision == 0.5
    assert marks.recall == pytest.approx(1 / 3)
    assert marks.f1 == pytest.approx(0.4)


def test_links_of_strangers_and_the_unregistered_are_wrong() -> None:
    linked: dict[Row, Row | None] = {
        ("arrivals/x.csv", 4): (REG, 3),
        ("arrivals/x.csv", 9): (REG, 3),
    }
    assert judge_links(TRUTH, linked) == LinkMarks(2, 0, 3)


def test_two_lines_that_are_nobodys_are_not_one_person() -> None:
    linked: dict[Row, Row | None] = {("arrivals/x.csv", 99): (REG, 1)}
    assert judge_links(TRUTH, linked).right == 0


def test_rows_of_the_register_itself_are_not_marked() -> None:
    linked: dict[Row, Row | None] = {(REG, 3): (REG, 3)}
    assert judge_links(TRUTH, linked).asserted == 0


def test_no_links_at_all_are_precise_and_useless() -> None:
    marks = judge_links(TRUTH, {})
    assert (marks.precision, marks.recall, marks.f1) == (1.0, 0.0, 0.0)


def test_another_name_of_the_register_file_may_be_given() -> None:
    moved = Truth(
        TRUTH.persons,
        {
            ("people.csv" if f == REG else f, r): p
            for (f, r), p in TRUTH.mentions.items()
        },
    )
    linked: dict[Row, Row | None] = {("tracing/y.csv", 2): ("people.csv", 5)}
    assert judge_links(moved, linked, "people.csv") == LinkMarks(1, 1, 3)


def test_marks_are_given_apart_by_list() -> None:
    linked: dict[Row, Row | None] = {("tracing/y.csv", 2): (REG, 5)}
    marks = judge_groups(TRUTH, linked, list_group)
    assert marks == {"arrivals": LinkMarks(0, 0, 2), "tracing": LinkMarks(1, 1, 1)}


def test_the_list_without_word_is_counted_by_hand() -> None:
    marks = judge_unaccounted(TRUTH, {(REG, 3), (REG, 5), (REG, 6)})
    assert marks.listed == 3
    assert marks.precision == pytest.approx(2 / 3)
    assert marks.recall == pytest.approx(2 / 3)
    assert marks.wrongly_accounted == pytest.approx(1 / 3)
    assert marks.wrongly_accounted_dependent == 0.0


def test_a_lone_old_person_shown_as_arrived_is_told_apart() -> None:
    marks = judge_unaccounted(TRUTH, {(REG, 6), (REG, 7)})
    assert marks.dependent == 2
    assert marks.wrongly_accounted_dependent == 0.5


def test_neither_listed_nor_accounted_is_not_wrongly_accounted() -> None:
    marks = judge_unaccounted(TRUTH, {(REG, 5)}, accounted={(REG, 3), (REG, 7)})
    assert marks.recall == pytest.approx(1 / 3)
    assert marks.wrongly_accounted == pytest.approx(1 / 3)


def test_people_in_no_register_count_in_the_list_only() -> None:
    marks = judge_unaccounted(TRUTH, {("arrivals/x.csv", 4)})
    assert marks.precision == 1.0
    assert marks.recall == 0.0


def test_who_depends_is_who_the_issue_names() -> None:
    people = {
        "old": _person("old", "1948-10-04", where="1", state="walking"),
        "74": _person("74", "1948-10-05", where="2", state="walking"),
        "pair1": _person(
            "pair1", "1940-01-01", where="3", state="walking", household="p"
        ),
        "pair2": _person(
            "pair2", "1940-01-01", where="3", state="walking", household="p"
        ),
        "child": _person("child", "2015-01-01", where="4", state="walking"),
        "kid": _person("kid", "2015-01-01", where="5", state="walking", household="q"),
        "mum": _person("mum", "1990-01-01", where="5", state="walking", household="q"),
        "dis": _person("dis", "1990-01-01", where="6", state="dead", disabled=True),
        "gone": _person("gone", "1930-01-01", disabled=True),
    }
    assert Truth(people, {}).dependent() == {"old", "child", "dis"}


def test_the_json_has_exactly_the_promised_structure() -> None:
    marks = as_json(judge_links(TRUTH, {}), judge_unaccounted(TRUTH, set()))
    assert list(marks) == ["links", "unaccounted"]
    assert list(marks["links"]) == ["precision", "recall", "f1"]
    assert list(marks["unaccounted"]) == [
        "precision",
        "recall",
        "wrongly_accounted",
        "wrongly_accounted_dependent",
        "listed",
    ]
    json.dumps(marks)


def test_a_folder_of_another_program_can_be_read(tmp_path: Path) -> None:
    truth = tmp_path / "truth"
    truth.mkdir()
    (truth / "persons.csv").write_text(
        "person,household,home,where,state,q,birth_date,disabled\n"
        "x-1,7,h/1,h/1,walking,0.5,,0\nx-2,8,h/2,,gone,,1950-01-02,1\n",
        encoding="utf-8-sig",
    )
    (truth / "mentions.csv").write_text(
        "file,row,person\nregister.xlsx,2,x-1\nlist.csv,2,x-1\n", encoding="utf-8"
    )
    read = read_truth(tmp_path)
    assert read.persons["x-1"].birth is None
    assert judge_links(read, {("list.csv", 2): (REG, 2)}).f1 == 1.0
    assert judge_unaccounted(read, {(REG, 2)}).recall == 1.0


@pytest.mark.parametrize("text", [None, "person,row\nx,1\n"])
def test_a_truth_that_cannot_be_read_is_one_sentence(
    tmp_path: Path, text: str | None
) -> None:
    if text is not None:
        (tmp_path / "truth").mkdir()
        (tmp_path / "truth" / "persons.csv").write_text(text, encoding="utf-8")
    with pytest.raises(StillHereError, match="Nothing was judged"):
        read_truth(tmp_path)


def test_marks_are_given_apart_by_how_rows_were_written(small_truth: Truth) -> None:
    linked: dict[Row, Row | None] = {}
    scripts = judge_groups(small_truth, linked, script_group(small_truth))
    assert set(scripts) >= {"hy", "ru", "en", "az"}
    spellings = judge_groups(small_truth, linked, spelling_group(small_truth))
    assert sum(m.findable for m in spellings.values()) == sum(
        m.findable for m in scripts.values()
    )
    births = judge_groups(small_truth, linked, birth_group(small_truth))
    assert births["date"].findable > births["missing"].findable > 0


def test_rows_of_worlds_that_do_not_tell_form_one_group() -> None:
    assert set(judge_groups(TRUTH, {}, spelling_group(TRUTH))) == {"untold"}
