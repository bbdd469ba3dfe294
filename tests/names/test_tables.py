"""The frozen tables of comparing hold together."""

from itertools import pairwise

from scripts import name_kin
from stillhere.names.comparing import chances
from stillhere.names.likeness import costs
from stillhere.names.signs import Writing


def test_the_table_of_kin_is_what_its_tables_say() -> None:
    text = name_kin.KIN.read_text(encoding="utf-8")
    assert text == name_kin.kin_text(), "run python -m scripts.name_kin"


def test_what_two_signs_are_worth_does_not_depend_on_their_order() -> None:
    meet = costs().meet
    signs = range(len(meet))
    assert [(a, b) for a in signs for b in signs if meet[a][b] != meet[b][a]] == []


def test_every_sign_is_worth_more_beside_itself_than_left_alone() -> None:
    table = costs()
    for writing in (Writing.VOWELLED, Writing.ARABIC):
        for sign, number in table.numbers[writing].items():
            assert table.meet[number][number] > table.alone[writing][number], sign


def test_chances_rise_with_the_evidence() -> None:
    knots = chances().knots
    assert knots[0][1] == 0
    assert knots[-1][1] == 1_000_000
    for (low, least), (high, most) in pairwise(knots):
        assert low < high
        assert least <= most
