"""The stock of names and the hands that write them."""

import csv
from importlib.resources import files
from pathlib import Path

import pytest

import stillhere.exercise
from stillhere.exercise.clerk import Clerk
from stillhere.exercise.habits import habit, table
from stillhere.exercise.slips import slip
from stillhere.exercise.spelling import (
    armenian_genitive,
    classical,
    clerk_b,
    image,
    russian_patronymic,
    upper,
)
from stillhere.exercise.stock import SPELLINGS, name_stock, read_table
from stillhere.exercise.strangers import stranger
from stillhere.exercise.streams import Dice, Stream, generator


def test_the_stock_is_large_enough() -> None:
    assert len(read_table("given.tsv")) >= 150
    assert len(read_table("family.tsv")) >= 300
    assert len(SPELLINGS) >= 9
    assert set(table()["spellings"]) == set(SPELLINGS)


@pytest.mark.parametrize(
    "name",
    ["stock/given.tsv", "stock/family.tsv", "stock/others.tsv", "stock/villages.tsv"],
)
def test_tables_have_full_rows_and_no_name_twice(name: str) -> None:
    text = files("stillhere.exercise").joinpath(name).read_text(encoding="utf-8")
    rows = list(csv.reader(text.splitlines(), delimiter="\t"))
    assert all(len(row) == len(rows[0]) for row in rows)
    assert len({tuple(row) for row in rows}) == len(rows)
    assert all(cell == cell.strip() for row in rows for cell in row)


def test_every_name_has_every_spelling_in_its_script() -> None:
    stock = name_stock()
    for names in (stock.given, stock.family):
        assert all(all(names[spelling]) for spelling in SPELLINGS)
        assert all(
            "Ա" <= letter <= "և" for n in names["hy"] for letter in n if letter != "-"
        )
        assert all(
            "Ё" <= letter <= "ё" for n in names["ru"] for letter in n if letter != "-"
        )
        assert all(
            ord(letter) < 0x250 or letter == "ə" for n in names["az"] for letter in n
        )


def test_natural_spellings_are_written_by_hand() -> None:
    stock = name_stock()
    given, family = stock.given["hy"], stock.family["hy"]
    n = given.index("Հարություն")
    assert stock.given["ru"][n] == "Арутюн"
    assert {stock.given["en"][n], stock.given["en_b"][n]} == {"Harutyun", "Haroutioun"}
    assert stock.given["ru_h"][n] == "Харутюн"
    n = family.index("Գրիգորյան")
    assert stock.family["en_west"][n] == "Krikorian"
    assert stock.family["az"][n] == "Qriqoryan"
    assert stock.family["ru_yants"][n] == "Григорянц"
    assert stock.family["hy_classical"][n] == "Գրիգորեան"


def test_letter_images_know_the_beginning_of_a_word() -> None:
    assert image("Երևան", "en") == "Yerevan"
    assert image("Ոսկան", "ru") == "Воскан"
    assert image("Իշխան", "az") == "İşxan"
    assert upper("Qazıyev İlqar i", "az") == "QAZIYEV İLQAR İ"
    assert clerk_b("Khachatur") == "Hachatour"
    assert classical("Հակոբյան") == "Յակոբեան"


def test_patronymics_follow_the_father() -> None:
    assert armenian_genitive("Արմեն") == "Արմենի"
    assert armenian_genitive("Հրաչյա") == "Հրաչյայի"
    assert russian_patronymic("Армен", female=True) == "Арменовна"
    assert russian_patronymic("Сергей", female=False) == "Сергеевич"
    assert russian_patronymic("Юрий", female=True) == "Юрьевна"
    assert russian_patronymic("Игорь", female=False) == "Игоревич"


def test_a_slip_changes_a_word_by_one_stroke() -> None:
    dice = Dice(generator(1, "test", Stream.CALLS))
    changed = {slip("Petrosyan", dice) for _ in range(200)}
    assert all(abs(len(word) - 9) <= 1 for word in changed)
    assert all(word[0] == "P" for word in changed)
    assert len(changed) > 20
    assert slip("Ան", dice) == "Ան"


def test_clerks_keep_the_rates_of_the_table() -> None:
    dice = Dice(generator(2, "test", Stream.CALLS))
    clerk = Clerk(habit("manifest_ru"), dice)
    stock = name_stock()
    given = {form for forms in stock.given.values() for form in forms}
    written = []
    for _ in range(4000):
        clerk.next_family()
        written.append(clerk.name(stranger(dice)))
    initials = sum(w.given.endswith(".") for w in written) / len(written)
    assert initials == pytest.approx(0.07, abs=0.02)
    with_father = sum(bool(w.patronymic) for w in written) / len(written)
    assert with_father == pytest.approx(0.35, abs=0.04)
    assert sum(w.given in given for w in written) / len(written) > 0.8


def test_the_room_never_uses_the_code_that_undoes_spelling() -> None:
    folder = Path(stillhere.exercise.__file__).parent
    for path in sorted(folder.glob("*.py")):
        assert "stillhere.names" not in path.read_text("utf-8").replace(
            "`stillhere.names`", ""
        )
