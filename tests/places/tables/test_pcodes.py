from pathlib import Path

import pytest
import xlsxwriter

from stillhere.errors import StillHereError
from stillhere.places.place import Area
from stillhere.places.tables import LoadedTable, TableForm
from stillhere.places.tables.loading import Wanted, load_tables
from tests.places.tables.files import written

LEVELS = (
    "ADM0_EN,ADM0_PCODE,ADM1_EN,ADM1_HY,ADM1_RU,ADM1_PCODE,ADM2_EN,ADM2_PCODE,validOn",
    "#country+name,#country+code,#adm1+name,,,#adm1+code,#adm2+name,#adm2+code,#date",
    "Nowhere,NW,Gormaz,Գորմազ,Гормаз,NW01,Zarilu,NW0105,2024-05-06",
    "Nowhere,NW,Gormaz,Գորմազ,Гормаз,NW01,Martuvan,NW0106,2024-05-06",
)
GORMAZ = Area("pcode:NW01", 1, ("Գորմազ", "Гормаз", "Gormaz"))


def _load(path: Path) -> LoadedTable:
    (table,) = load_tables([path], Wanted())
    return table


def test_a_pair_of_columns_for_each_level_is_read(tmp_path: Path) -> None:
    table = _load(written(tmp_path / "nw_adm.csv", *LEVELS))
    assert table.form is TableForm.PCODES
    assert table.areas == (
        GORMAZ,
        Area("pcode:NW0105", 2, ("Zarilu",), "pcode:NW01"),
        Area("pcode:NW0106", 2, ("Martuvan",), "pcode:NW01"),
    )
    assert table.dated == "2024-05-06"


def test_the_same_in_a_workbook_on_several_sheets(tmp_path: Path) -> None:
    path = tmp_path / "nw.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("About").write_row(0, 0, ["Gazetteer of Nowhere"])
        for number, last in enumerate((6, 9)):
            sheet = book.add_worksheet(f"ADM{number + 1}")
            for row, line in enumerate(LEVELS):
                sheet.write_row(row, 0, line.split(",")[:last])
    table = _load(path)
    assert [area.code for area in table.areas] == [
        "pcode:NW01",
        "pcode:NW0105",
        "pcode:NW0106",
    ]


def test_names_of_columns_in_the_other_usual_form(tmp_path: Path) -> None:
    table = _load(
        written(
            tmp_path / "a.csv",
            "admin1Name_en;admin1Name_ru;admin1Pcode",
            "Gormaz;Гормаз;NW01",
        )
    )
    assert table.areas == (Area("pcode:NW01", 1, ("Гормаз", "Gormaz")),)


def test_one_row_for_each_area_is_read_with_what_it_lies_in(tmp_path: Path) -> None:
    table = _load(
        written(
            tmp_path / "global.csv",
            "Location,Admin Level,P-Code,Name,Parent P-Code,Valid from date",
            "#country+code,#geo+admin_level,#adm+code,#adm+name,#adm+code+parent,#date",
            "NWH,1,NW01,Gormaz,NW,2023-10-02",
            "NWH,2,NW0105,Zarilu,NW01,2023-10-02",
        )
    )
    assert table.areas == (
        Area("pcode:NW01", 1, ("Gormaz",)),
        Area("pcode:NW0105", 2, ("Zarilu",), "pcode:NW01"),
    )


def test_places_with_a_code_and_coordinates_are_places(tmp_path: Path) -> None:
    table = _load(
        written(
            tmp_path / "settlements.csv",
            "name_en,name_hy,pcode,lat,lon,ADM1_EN,ADM1_PCODE",
            "Tivorut,Տիվորուտ,NW010501,39.8,46.7,Gormaz,NW01",
            "Nowhere land,,NW010502,north,46.7,Gormaz,NW01",
        )
    )
    (place,) = table.places
    assert (place.id, place.name_hy, place.name_en) == (
        "nw010501",
        "Տիվորուտ",
        "Tivorut",
    )
    assert (place.codes, place.areas) == (("pcode:NW010501",), ("pcode:NW01",))


def test_a_list_without_codes_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path / "people.csv", "name,age", "Ani,30")
    with pytest.raises(StillHereError) as caught:
        _load(path)
    assert caught.value.code == "places/no-columns"


def test_a_header_without_rows_holds_nothing(tmp_path: Path) -> None:
    with pytest.raises(StillHereError) as caught:
        _load(written(tmp_path / "a.csv", LEVELS[0]))
    assert caught.value.code == "places/nothing-in-it"


def test_what_only_calls_itself_a_workbook_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StillHereError) as caught:
        _load(written(tmp_path / "a.xlsx", *LEVELS))
    assert caught.value.code == "places/not-this-form"
