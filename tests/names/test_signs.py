import pytest

from stillhere.names.signs import Writing, readings, writing_of


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        ("Хачатурян", ("XaCaturyan",)),
        ("Ceyhun", ("ceyhun", "jeyhun")),
        ("Łucja", ("Gucja", "Guja", "lucja")),
        ("ფიროსმანი", ("pirosmani", "pirosman")),
        ("ნინო", ("nino",)),
        ("الخطيب", ("الخطيب", "خطيب")),
        ("علی\u200cاف", ("علياف",)),
        ("ג'ורג'", ("ĠורĠ",)),
        ("习近平", ("xijinping",)),
        ("―", ()),
    ],
)
def test_a_token_is_read_in_every_way_it_may_be(
    token: str, expected: tuple[str, ...]
) -> None:
    assert readings(token) == expected


def test_a_name_with_azerbaijani_letters_is_read_so_first() -> None:
    assert readings("Cavid", azerbaijani=True) == ("javid", "cavid")


@pytest.mark.parametrize(
    ("token", "writing"),
    [
        ("Ivan", Writing.VOWELLED),
        ("Նարեկ", Writing.VOWELLED),
        ("ალექსი", Writing.VOWELLED),
        ("نادر", Writing.ARABIC),
        ("יעקב", Writing.HEBREW),
        ("'", Writing.VOWELLED),
    ],
)
def test_the_first_letter_tells_how_a_token_is_written(
    token: str, writing: Writing
) -> None:
    assert writing_of(token) is writing
