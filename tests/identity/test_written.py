"""Written names to the tokens identity weighs, whatever cells they stand in."""

import pytest

from stillhere.identity.written import WrittenNames
from stillhere.reports.statements import WrittenName


@pytest.mark.parametrize(
    "name",
    [
        WrittenName(family="Melikyan", given="Levon", patronymic="A."),
        WrittenName(family="Մելիքյան", given="Լևոն", patronymic="Ա."),
        WrittenName(family="Меликян", given="Левон", patronymic="А"),
        WrittenName(full="Levon A. Melikyan", order="given_patronymic_family"),
    ],
)
def test_an_initial_of_the_father_is_one_in_a_cell_of_its_own_too(
    name: WrittenName,
) -> None:
    given, family, _, father, _ = WrittenNames().tokens(name)
    assert (given, family, father) == ("levon", "melikyan", "a.")


@pytest.mark.parametrize(
    ("cells", "tokens"),
    [
        (("", "Melikyan A."), ("a.", "melikyan", "")),
        (("", "Меликян А. М."), ("a.", "melikyan", "m.")),
        (("Levon", "Melikyan A."), ("levon", "melikyan", "a.")),
        (("A.", "Melikyan G."), ("a.", "melikyan", "g.")),
        (("Levon", "M."), ("levon", "", "")),
    ],
)
def test_initials_beside_a_family_name_are_of_the_other_names(
    cells: tuple[str, str], tokens: tuple[str, str, str]
) -> None:
    given, family = cells
    found = WrittenNames().tokens(WrittenName(given=given, family=family))
    assert (found[0], found[1], found[3]) == tokens


def test_a_father_written_out_is_told_by_his_name() -> None:
    name = WrittenName(family="Меликян", given="Левон", patronymic="Арамович")
    assert WrittenNames().tokens(name)[3] == "aram"
