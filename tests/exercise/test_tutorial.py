"""The tutorial town is the one the documentation tells about."""

import json
from collections import Counter
from pathlib import Path

from stillhere.exercise import list_group, read_truth
from stillhere.exercise.stock import read_table
from tests.exercise.reading import csv_rows, encoding, xlsx_rows


def test_sixty_people_live_in_twenty_households(tutorial: Path) -> None:
    truth = read_truth(tutorial)
    assert len(truth.persons) == 60
    assert len({p.household for p in truth.persons.values()}) == 20


def test_ten_people_remain_and_their_states_are_known(tutorial: Path) -> None:
    states = Counter(p.state for p in read_truth(tutorial).remaining())
    assert states == {"walking": 6, "bedridden": 2, "chose_to_stay": 1, "dead": 1}


def test_there_are_more_than_six_sources_in_four_scripts(tutorial: Path) -> None:
    groups = {list_group(row) for row in read_truth(tutorial).mentions}
    assert len(groups) >= 8
    text = "".join(
        path.read_bytes().decode(encoding(path.read_bytes()))
        for path in sorted((tutorial / "lists").rglob("*.csv"))
    )
    assert all(word in text for word in ("Պետրոսյան", "Петросян", "PETROSYAN", "oğlu"))


def test_two_people_bear_one_name(tutorial: Path) -> None:
    rows = xlsx_rows(tutorial / "lists/register.xlsx")
    namesakes = [r for r in rows if r[1:3] == ["Պետրոսյան", "Արմեն"]]
    assert [r[5] for r in namesakes] == ["1975-03-12", "1948-08-21"]


def test_the_wrong_manifest_lists_people_who_are_still_there(tutorial: Path) -> None:
    truth = read_truth(tutorial)
    listed = {
        truth.persons[p].state
        for (file, _), p in truth.mentions.items()
        if file == "manifests/bus-09.csv"
    }
    assert listed == {"walking", "gone"}


def test_the_hamlet_was_never_visited(tutorial: Path) -> None:
    visits = csv_rows(tutorial / "lists/visits/visits.csv")
    column = visits[0].index("visit-settlement")
    assert {row[column] for row in visits[1:]} == {"Khankendi", "Karahunjik"}
    homes = {row["home"]: row["state"] for row in read_table("people.tsv", "tutorial")}
    assert homes["B012/1"] == "walking"


def test_the_dead_woman_is_known_dead_by_one_call_alone(tutorial: Path) -> None:
    truth = read_truth(tutorial)
    dead = next(p.person for p in truth.remaining() if p.state == "dead")
    files = {file for (file, _), person in truth.mentions.items() if person == dead}
    assert files == {"register.xlsx", "social_service.xlsx", "hotline/calls-en.csv"}


def test_every_mention_points_at_the_row_of_that_person(tutorial: Path) -> None:
    truth = read_truth(tutorial)
    names = {row["person"]: row for row in read_table("people.tsv", "tutorial")}
    for (file, row), person in truth.mentions.items():
        path = tutorial / "lists" / file
        rows = xlsx_rows(path) if path.suffix == ".xlsx" else csv_rows(path)
        text = " ".join(rows[row - 1])
        years = names[person]["birth_date"][:4]
        age = 2023 - int(years)
        ages = [str(age + off) for off in (-1, 0, 1)]
        anchors = (names[person]["family"], years, *ages)
        free = file.startswith(("hotline/", "visits/")) or not any(
            char.isdigit() for char in text[3:]
        )
        assert free or any(anchor in text for anchor in anchors)


def test_the_places_of_its_calls_are_told_like_those_of_other_worlds(
    tutorial: Path, small: Path
) -> None:
    worlds = [
        json.loads((world / "truth/world.json").read_text("utf-8"))
        for world in (tutorial, small)
    ]
    ours, others = (world["calls"][0] for world in worlds)
    assert ours.keys() == others.keys()
    assert [type(ours[key]) for key in ours] == [type(others[key]) for key in ours]
