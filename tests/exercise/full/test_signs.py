import numpy as np
import pytest

from stillhere.exercise.full.assumed import assumed
from stillhere.exercise.full.sheltering import Sheltered
from stillhere.exercise.full.signs import passes, sightings
from stillhere.exercise.full.teams import teams
from stillhere.exercise.remaining import DEAD


def test_a_share_of_streets_and_villages_is_passed(full: Sheltered) -> None:
    rows = passes(full.world).rows[1:]
    b = full.world.buildings
    streets = {b.street["en"][n] for n in np.flatnonzero(b.settlement == 0).tolist()}
    passed = [row[3] for row in rows if row[3]]
    assert len(set(passed)) == len(passed)
    assert set(passed) <= streets
    share = len(passed) / len(streets)
    assert 0.1 < share < assumed("signs", "streets")
    assert 1 <= len(rows) - len(passed) <= 10


def test_where_many_can_walk_a_pass_in_vain_is_rarer(full: Sheltered) -> None:
    was, b = full.world.remaining, full.world.buildings
    able = np.isin(was.state, [1, 3])
    towns = b.settlement[b.of[was.where[able]]] == 0
    lived = [b.street["en"][n] for n in b.of[was.where[able]][towns].tolist()]
    rows = {str(row[3]) for row in passes(full.world).rows[1:]}
    with_people = [street for street in set(lived) if lived.count(street) >= 3]
    empty = set(b.street["en"]) - set(lived)
    share = sum(street in rows for street in with_people) / len(with_people)
    assert share < assumed("signs", "streets") * 0.6
    assert sum(street in rows for street in empty) / max(1, len(empty)) > share


def test_passes_say_how_and_that_nobody_answered(full: Sheltered) -> None:
    rows = passes(full.world).rows[1:]
    assert {row[5] for row in rows} == {"nobody_answered"}
    assert {row[4] for row in rows} >= {"passed", "called_out"}
    assert all(row[3] for row in rows if row[4] == "called_out")
    assert not any(row[3] for row in rows if row[4] == "called_through")


def test_light_and_smoke_are_seen_where_people_are_and_elsewhere(
    full: Sheltered,
) -> None:
    sheet, places = sightings(full.world)
    assert [place["row"] for place in places] == list(range(2, len(sheet.rows) + 1))
    was = full.world.remaining
    lived = len(np.unique(was.where[was.stays & (was.state != DEAD)]))
    true = sum(bool(place["true"]) for place in places)
    assert true / lived == pytest.approx(assumed("signs", "seen"), abs=0.045)
    mistaken = len(places) - true
    assert mistaken == pytest.approx(
        assumed("signs", "mistaken") * len(full.world.buildings.of), rel=0.5
    )
    for row, place in zip(sheet.rows[1:], places, strict=True):
        assert (place["precision"] == "street") == bool(row[6])


def test_teams_have_skills_and_a_language_in_common(full: Sheltered) -> None:
    crew = teams(full.world)
    assert [team["team"] for team in crew] == list(range(1, 9))
    assert all("en" in str(team["languages"]) for team in crew)
    assert len({str(team["skills"]) for team in crew}) > 1
