import pytest

from stillhere.intake.calls import name_in
from stillhere.intake.messages import people_in, place_in


@pytest.mark.parametrize(
    ("message", "settlement", "address", "flat", "people"),
    [
        (
            "Please check Khankendi, Riverside Street 6, apt 2: an old man, 2 person(s).",
            "Khankendi",
            "Riverside Street 6",
            "2",
            2,
        ),
        (
            "Степанакерт, ул. Больничная, 91, кв. 1: пожилая женщина, 1 чел.",
            "Степанакерт",
            "ул. Больничная 91",
            "1",
            1,
        ),
        (
            "Խնդրում են ստուգել Խանքենդի, Քամու փողոց 47, բն. 3, 2 հոգի",
            "Խանքենդի",
            "Քամու փողոց 47",
            "3",
            2,
        ),
        (
            "Yoxlayın: Xankəndi, Bahar küçəsi 12, mənzil 7, 1 nəfər",
            "Xankəndi",
            "Bahar küçəsi 12",
            "7",
            1,
        ),
        ("A man (3) on Hill Street, he cannot walk", "", "Hill Street", "", 3),
    ],
)
def test_a_message_gives_the_place_it_marks(
    message: str, settlement: str, address: str, flat: str, people: int
) -> None:
    place, _ = place_in(message)
    assert (place.settlement, place.address, place.flat) == (settlement, address, flat)
    assert people_in(message) == people


def test_a_message_without_a_marked_street_gives_no_place() -> None:
    message = "Grandmother is still there, please hurry"
    place, rest = place_in(message)
    assert not place
    assert rest == message
    assert people_in(message) is None


def test_a_name_is_found_beside_the_place_never_in_it() -> None:
    message = "Bakers Street 68. Mkrtich Zakaryan, number of people 1, thinks so."
    _, rest = place_in(message)
    assert name_in(rest) == "Mkrtich Zakaryan"
    _, rest = place_in("Khankendi, Hakobyan Street 5: an old man")
    assert name_in(rest) == ""
