"""Numbers on file are ranked by how many people without word a call may settle."""

from stillhere.desk.planning.numbers import numbers_to_call
from stillhere.pipeline import build
from tests.plan import town


def test_the_household_with_most_people_without_word_comes_first() -> None:
    alone = town.resident(
        9, "Sahakyan Maro", "1941-02-02", ("Walnut Street 3", ""), Phone="097 000009"
    )
    family = [
        town.resident(
            n, f"Avagyan {name}", f"19{60 + n}-03-12", ("Walnut Street 1", "1"), Phone=p
        )
        for n, name, p in ((1, "Armen", "097 000001"), (2, "Narine", ""))
    ]
    silent = town.resident(5, "Galstyan Vera", "1950-05-05", ("Mill Street 1", ""))
    reports = [*town.profiles(), alone, *family, silent]
    found = numbers_to_call(build(reports, town.OPERATION, town.AS_OF))
    assert [len(one.settles) for one in found] == [2, 1]
    assert [n.phone[-6:] for n in found[0].numbers] == ["000001"]
    assert found[0].numbers[0].entry.name == "Avagyan Armen"


def test_a_number_of_somebody_who_arrived_comes_before_one_that_may_not_answer() -> (
    None
):
    home = ("Walnut Street 1", "1")
    family = [
        town.resident(1, "Avagyan Armen", "1975-03-12", home, Phone="097 000001"),
        town.resident(2, "Avagyan Narine", "1978-07-01", home, Phone="097 000002"),
    ]
    arrived = town.arrival("Avagyan Narine", "1978-07-01")
    picture = build([*town.profiles(), *family, arrived], town.OPERATION, town.AS_OF)
    (one,) = numbers_to_call(picture)
    assert [n.phone[-6:] for n in one.numbers] == ["000002", "000001"]
    assert [entry.name for entry in one.settles] == ["Avagyan Armen"]


def test_nobody_without_word_is_nobody_to_call_about() -> None:
    assert numbers_to_call(build([], town.OPERATION, town.AS_OF)) == ()


def test_a_child_alone_is_in_no_list_of_numbers() -> None:
    home = ("Walnut Street 3", "")
    child = town.resident(
        1, "Avagyan Ani", "2015-03-12", home, Phone="097 000001", Care="child alone"
    )
    picture = build([*town.profiles(), child], town.OPERATION, town.AS_OF)
    assert picture.without_word()
    assert numbers_to_call(picture) == ()
