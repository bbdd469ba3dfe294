"""Each list carries the people it should, in the rows the truth says."""

import csv
import json
from collections import Counter
from pathlib import Path

import pytest

from stillhere.exercise import Truth, list_group
from stillhere.exercise.habits import rate
from stillhere.exercise.list_arrivals import arrivals
from stillhere.exercise.list_calls import calls
from stillhere.exercise.list_manifests import manifests
from stillhere.exercise.list_register import register, registered_households
from stillhere.exercise.list_social import social_service
from stillhere.exercise.list_tracing import tracing
from stillhere.exercise.sheet import Sheet
from stillhere.exercise.world import World
from tests.exercise.reading import csv_rows, xlsx_rows


def _people(sheets: list[Sheet]) -> Counter[int]:
    return Counter(p for sheet in sheets for p in sheet.people if p is not None)


def test_the_register_has_its_share_of_households(town: World) -> None:
    assert sum(registered_households(town)) / len(town.phones) == pytest.approx(
        0.93, abs=0.006
    )
    assert max(_people([register(town)]).values()) == 1


def test_arrivals_hold_the_households_that_left(town: World) -> None:
    sheets = arrivals(town)
    people = _people(sheets)
    gone = int((~town.remaining.stays).sum())
    assert len(people) / gone == pytest.approx(rate("arrived_households"), abs=0.006)
    twice = sum(count > 1 for count in people.values()) / len(people)
    assert twice == pytest.approx(rate("copied_twice"), abs=0.004)
    assert not any(town.remaining.stays[n] for n in people)
    armenian = sum(len(sheet.rows) for sheet in sheets[:2])
    share = armenian / sum(len(sheet.rows) for sheet in sheets)
    assert share == pytest.approx(0.55, abs=0.02)


def test_manifests_hold_six_in_a_hundred_on_many_buses(town: World) -> None:
    sheets = manifests(town)
    people = _people(sheets)
    gone = int((~town.remaining.stays).sum())
    assert len(people) / gone == pytest.approx(rate("boarded"), abs=0.005)
    assert len(sheets) > 60
    assert not any(town.remaining.stays[n] for n in people)
    notes = [note for sheet in sheets for note in sheet.notes if note]
    blank = sum(note.birth == "missing" for note in notes) / len(notes)
    assert 0.06 < blank < 0.10


def test_the_social_service_knows_most_of_the_disabled(town: World) -> None:
    people = _people([social_service(town)])
    disabled = town.people.disabled
    known = sum(bool(disabled[n]) for n in people) / disabled.sum()
    assert known == pytest.approx(0.70, abs=0.04)
    others = sum(not disabled[n] for n in people) / (~disabled).sum()
    assert others == pytest.approx(0.006, abs=0.0015)


def test_calls_are_as_many_and_as_precise_as_stated(town: World) -> None:
    _, places = calls(town)
    false = [place for place in places if not place["true"]]
    assert len(false) == 300
    dwellings = len(set(town.remaining.where[town.remaining.stays].tolist()))
    share = (len(places) - len(false)) / dwellings
    assert share == pytest.approx(0.35, abs=0.07)
    kinds = Counter(str(place["precision"]) for place in places)
    assert kinds["exact"] / len(places) == pytest.approx(0.5, abs=0.08)
    assert kinds["street"] / len(places) == pytest.approx(0.3, abs=0.08)
    hours = [float(str(place["hour"])) for place in places]
    assert 0 <= min(hours) <= max(hours) < 120


def test_tracing_requests_are_as_many_as_stated(town: World) -> None:
    people = _people(tracing(town))
    stays = town.remaining.stays
    sought = sum(bool(stays[n]) for n in people)
    assert sought / stays.sum() == pytest.approx(0.45, abs=0.07)
    assert len(people) - sought == 1500


def test_mentions_in_the_register_point_at_the_very_person(
    small: Path, small_truth: Truth
) -> None:
    rows = xlsx_rows(small / "lists/register.xlsx")
    checked = 0
    for (file, row), person in small_truth.mentions.items():
        if file == "register.xlsx":
            born = small_truth.persons[person].birth
            assert born is not None
            assert rows[row - 1][5] == born.isoformat()
            checked += 1
    assert checked == len(rows) - 3


def test_mentions_in_arrivals_point_at_rows_of_the_same_birth(
    small: Path, small_truth: Truth
) -> None:
    same = total = 0
    for (file, row), person in small_truth.mentions.items():
        if file != "arrivals/desk-1.csv":
            continue
        cells = csv_rows_once(small / "lists" / file)[row - 1]
        born = small_truth.persons[person].birth
        assert born is not None
        total += 1
        same += cells[8] == born.strftime("%d.%m.%Y")
    assert total > 100
    assert same / total > 0.75


def test_rows_without_a_mention_are_titles_totals_and_strangers(
    small: Path, small_truth: Truth
) -> None:
    unknown = total = 0
    for path in sorted((small / "lists" / "arrivals").glob("*.csv")):
        name = f"arrivals/{path.name}"
        for line, cells in enumerate(csv_rows_once(path), start=1):
            if len(cells) > 4 and "-" in cells[0]:
                total += 1
                unknown += (name, line) not in small_truth.mentions
    assert 0 < unknown / total < 0.03


def test_every_mention_is_of_a_known_person_and_an_existing_row(
    small: Path, small_truth: Truth
) -> None:
    for (file, row), person in small_truth.mentions.items():
        assert person in small_truth.persons
        if file.endswith(".csv"):
            assert row <= len(csv_rows_once(small / "lists" / file))
    groups = {list_group(row) for row in small_truth.mentions}
    assert groups >= {"arrivals", "hotline", "manifests", "tracing", "register.xlsx"}


def test_tracing_requests_never_name_where_the_displaced_are(
    small: Path, small_truth: Truth
) -> None:
    with (small / "truth/persons.csv").open(encoding="utf-8", newline="") as source:
        moved = {
            row["person"]: row
            for row in csv.DictReader(source)
            if row["where"] not in ("", row["home"])
        }
    buildings = {r[0]: r for r in csv_rows_once(small / "lists/buildings.csv")}
    for (file, row), person in small_truth.mentions.items():
        if file.startswith("tracing/") and person in moved:
            cells = csv_rows_once(small / "lists" / file)[row - 1]
            now = buildings[moved[person]["where"].split("/")[0]]
            home = buildings[moved[person]["home"].split("/")[0]]
            same_text = set(now[2:6]) & set(home[2:6])
            assert same_text or not any(text in cells[8] for text in now[2:6])


def test_places_of_calls_point_at_rows_of_the_hotline(small: Path) -> None:
    world = json.loads((small / "truth/world.json").read_text("utf-8"))
    assert world["seed"] == 7
    buildings = {r[0]: r for r in csv_rows_once(small / "lists/buildings.csv")}
    for call in world["calls"]:
        cells = csv_rows_once(small / "lists" / call["file"])[call["row"] - 1]
        address = buildings[call["dwelling"].split("/")[0]][2:6]
        text = " ".join(cells)
        if call["precision"] == "street":
            assert all(cells[9:11])
        else:
            assert any(a in text for a in address)


_cache: dict[Path, list[list[str]]] = {}


def csv_rows_once(path: Path) -> list[list[str]]:
    """Rows of a file, read once."""
    if path not in _cache:
        _cache[path] = csv_rows(path)
    return _cache[path]
