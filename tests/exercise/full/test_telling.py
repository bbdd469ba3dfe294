import numpy as np
import pytest

from stillhere.exercise.full.assumed import assumed
from stillhere.exercise.full.sheltering import Sheltered
from stillhere.exercise.full.telling import HOUSE, STREET, VILLAGE, Told, told
from stillhere.exercise.remaining import DEAD


@pytest.fixture(scope="module")
def said(full: Sheltered) -> list[Told]:
    """Everything that would be told."""
    return told(full.world)


def test_tellers_are_alive_and_tell_of_another_dwelling(
    full: Sheltered, said: list[Told]
) -> None:
    was = full.world.remaining
    assert said
    for hint in said:
        assert was.stays[hint.teller]
        assert was.state[hint.teller] != DEAD
        assert was.stays[hint.about]
        assert was.where[hint.teller] != was.where[hint.about]


def test_they_tell_of_the_house_the_street_or_the_village(
    full: Sheltered, said: list[Told]
) -> None:
    b, where = full.world.buildings, full.world.remaining.where
    assert {hint.near for hint in said} == {HOUSE, STREET, VILLAGE}
    for hint in said:
        one, two = int(b.of[where[hint.teller]]), int(b.of[where[hint.about]])
        assert (hint.near == HOUSE) == (one == two)
        assert b.settlement[one] == b.settlement[two]
        if hint.near == STREET:
            assert b.street["en"][one] == b.street["en"][two]
        assert hint.address == b.address["en"][two]
        assert hint.settlement == b.places[int(b.settlement[two])].names["en"]
        assert not hint.flat or hint.near == HOUSE


def test_half_of_those_who_know_tell(full: Sheltered, said: list[Told]) -> None:
    b, was = full.world.buildings, full.world.remaining
    stays = np.flatnonzero(was.stays)
    pairs = sum(
        1
        for n in stays.tolist()
        for m in stays[b.of[was.where[stays]] == b.of[was.where[n]]].tolist()
        if was.state[n] != DEAD and was.where[n] != was.where[m]
    )
    share = sum(hint.near == HOUSE for hint in said) / pairs
    expected = assumed("told", "knows_house") * assumed("told", "tells")
    spread = 3 * float(np.sqrt(expected * (1 - expected) / pairs))
    assert share == pytest.approx(expected, abs=spread)
    named = sum(bool(hint.name) for hint in said) / len(said)
    assert named == pytest.approx(assumed("told", "by_name"), abs=0.12)
