import pytest

from stillhere.places import Address, address_key, fold_street, read_address
from tests.places.spellings import SPELLINGS


@pytest.mark.parametrize(
    "text",
    [
        "г. Степанакерт, ул. Туманяна, д. 12, кв. 5",
        "ул Туманяна д 12 кв 5 г Степанакерт",
        "д. 12 кв. 5, Туманяна ул., г. Степанакерт",
        "Степанакерт, Туманяна 12-5",
        "Ստեփանակերտ, Թումանյան փ., տ. 12, բն. 5",
        "ք. Ստեփանակերտ, Թումանյան փողոց, 12 շենք, 5 բն.",
        "ք. Ստեփանակերտ Թումանյան 12/5",
        "Թումանյանի փ. 12, բն. 5, Ստեփանակերտ",
        "Xankəndi şəhəri, Tumanyan küçəsi, ev 12, m. 5",
        "Xankəndi ş., Tumanyan küç. 12, mənzil 5",
        "12 Tumanyan St, apt 5, Stepanakert",
        "Stepanakert, Tumanyan Street 12, flat 5",
        "Stepanakert, house 12, apt. 5, Tumanyan St.",
        "STEPANAKERT, TUMANYAN STR. 12/5",
    ],
)
def test_one_dwelling_is_read_alike_in_four_languages_and_any_order(text: str) -> None:
    address = read_address(text)
    assert (fold_street(address.street), address.house, address.flat) == (
        "tumanyan",
        "12",
        "5",
    )
    assert address.settlement in {
        "Степанакерт",
        "Ստեփանակերտ",
        "Xankəndi",
        "Stepanakert",
        "STEPANAKERT",
    }


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("", Address()),
        ("Stepanakert", Address(settlement="Stepanakert")),
        ("Tumanyan 12", Address(street="Tumanyan", house="12")),
        ("с. Шош, д. 4", Address(settlement="Шош", house="4")),
        ("գ. Շոշ, տ. 4", Address(settlement="Շոշ", house="4")),
        ("Şoş kəndi, ev 4", Address(settlement="Şoş", house="4")),
        ("ул. Г. Нжде, 5", Address(street="Г. Нжде", house="5")),
        (
            "ул. 26 Бакинских комиссаров, д. 7а",
            Address(street="26 Бакинских комиссаров", house="7a"),
        ),
        ("Tumanyan 12Ա", Address(street="Tumanyan", house="12a")),
        ("Tumanyan 12 а, кв 3", Address(street="Tumanyan", house="12a", flat="3")),
        (
            "ул. Туманяна, д. 12/2, кв. 5",
            Address(street="Туманяна", house="12/2", flat="5"),
        ),
        (
            "ул. Туманяна, д. 12, корп. 2, кв. 5",
            Address(street="Туманяна", house="12/2", flat="5"),
        ),
        (
            "Stepanakert, Tumanyan",
            Address(settlement="Stepanakert", street="Tumanyan"),
        ),
        ("дом 7", Address(house="7")),
        ("12", Address(house="12")),
        (
            "Шош, дом Г. Петросяна",
            Address(settlement="Шош", street="дом Г. Петросяна"),
        ),
    ],
)
def test_parts_are_read_as_stated(text: str, address: Address) -> None:
    assert read_address(text) == address


@pytest.mark.parametrize(
    "spellings",
    [
        "Туманяна Թումանյանի Tumanyan Թումանյան Toumanian",
        "Нжде Նժդեհի Nzhdeh",
        "Ленина Lenin Լենինի",
    ],
)
def test_case_forms_of_a_street_fold_to_one(spellings: str) -> None:
    assert len({fold_street(spelling) for spelling in spellings.split()}) == 1


def test_initials_of_a_street_are_dropped_and_its_numbers_kept() -> None:
    assert fold_street("А. Манукяна") == fold_street("Manukyan")
    assert fold_street("26 Комиссаров").startswith("26 ")


def test_the_key_holds_all_parts_and_is_empty_without_a_door() -> None:
    assert address_key("khankendi", "tumanyan", "12", "5") == "khankendi|tumanyan|12|5"
    assert address_key("khankendi", "", "", "5") == ""
    assert address_key("", "", "7", "") == "||7|"


@pytest.mark.parametrize(
    ("wanted", "text"),
    [(wanted, text) for wanted, texts in SPELLINGS.items() for text in texts],
)
def test_every_spelling_of_an_address_is_its_one_dwelling(
    wanted: tuple[str, str, str], text: str
) -> None:
    address = read_address(text)
    assert fold_street(address.street) == fold_street(wanted[0])
    assert (address.house, address.flat) == wanted[1:]
    assert address.settlement is None


def test_no_two_dwellings_of_the_table_have_one_key() -> None:
    keys = {
        address_key("s", fold_street(s), house, flat) for s, house, flat in SPELLINGS
    }
    assert len(keys) == len(SPELLINGS)


def test_there_are_enough_spellings_in_all_four_languages() -> None:
    texts = [text for group in SPELLINGS.values() for text in group]
    assert len(texts) == len(set(texts)) >= 150
    for letter in "дտəS":
        assert any(letter in text for text in texts)


@pytest.mark.parametrize(
    "settlement",
    [
        "г. Степанакерт",
        "гор. Степанакерт",
        "Степанакерт",
        "ք. Ստեփանակերտ",
        "Ստեփանակերտ",
        "Xankəndi şəhəri",
        "Xankəndi ş.",
        "Khankendi",
    ],
)
@pytest.mark.parametrize(
    "street",
    ["ул. Туманяна, д. 12, кв. 5", "Թումանյան փ., տ. 12, բն. 5", "Tumanyan 12/5"],
)
def test_a_settlement_may_stand_before_any_of_them(
    settlement: str, street: str
) -> None:
    address = read_address(f"{settlement}, {street}")
    assert (fold_street(address.street), address.house, address.flat) == (
        "tumanyan",
        "12",
        "5",
    )
    assert address.settlement is not None
    assert address.settlement in settlement
