from pathlib import Path

import pytest

from stillhere.errors import StillHereError
from stillhere.places.place import Area
from stillhere.places.tables import LoadedTable, TableForm
from stillhere.places.tables.loading import Wanted, load_tables
from tests.places.tables.files import alternate_line, geonames_line, written, zipped

LINES = (
    geonames_line(7, "Tivorut", 39.81234567, others="Tivorout,Тиворут", people=6000),
    geonames_line(8, "Sarnashen", feature="P.PPLL", admin=("01", "05", "")),
    geonames_line(9, "Part of Tivorut", feature="P.PPLX"),
    geonames_line(10, "Gormaz", feature="A.ADM1", date="2025-02-03"),
    geonames_line(11, "Zarilu", feature="A.ADM2", admin=("01", "05", "")),
    geonames_line(12, "Long River", feature="H.STM"),
)
ALTERNATES = (
    alternate_line(7, "hy", "Տիվորուտ"),
    alternate_line(7, "az", "Tivorut"),
    alternate_line(7, "az", "Tivrut", "p"),
    alternate_line(7, "ru", "Старый Тиворут", "h"),
    alternate_line(7, "fa", "تیوروت"),
    alternate_line(7, "link", "https://example.org/"),
    alternate_line(7, "wkdt", "Q7"),
    alternate_line(99, "ru", "Не здесь"),
)


def _load(folder: Path, wanted: Wanted | None = None) -> LoadedTable:
    main = written(folder / "XX.txt", *LINES)
    others = written(folder / "alternateNamesV2.txt", *ALTERNATES)
    (table,) = load_tables([main, others], wanted or Wanted())
    return table


def test_settlements_and_districts_are_taken_and_nothing_else(tmp_path: Path) -> None:
    table = _load(tmp_path)
    assert (table.form, table.name) == (TableForm.GEONAMES, "geonames XX")
    assert [place.id for place in table.places] == ["gn7", "gn8"]
    assert [place.kind for place in table.places] == ["town", "village"]
    assert table.dated == "2025-02-03"
    assert table.licence == "CC BY 4.0"


def test_names_stand_by_language_and_all_are_kept(tmp_path: Path) -> None:
    place = _load(tmp_path).places[0]
    assert (place.name_hy, place.name_az) == ("Տիվորուտ", "Tivrut")
    assert (place.name_ru, place.name_en) == ("", "Tivorut")
    assert {"Старый Тиворут", "تیوروت"} <= set(place.other_names)
    assert not any("example.org" in name for name in place.names)
    assert place.codes == ("geonames:7", "wikidata:Q7")
    assert (place.lat, place.lon) == (39.81235, 46.7)


def test_districts_are_codes_and_names_inside_each_other(tmp_path: Path) -> None:
    table = _load(tmp_path)
    assert table.areas == (
        Area("geonames:XX.01", 1, ("Gormaz",)),
        Area("geonames:XX.01.05", 2, ("Zarilu",), "geonames:XX.01"),
    )
    assert table.places[1].areas == ("geonames:XX.01", "geonames:XX.01.05")


def test_names_of_other_languages_can_be_left_out(tmp_path: Path) -> None:
    place = _load(tmp_path, Wanted(languages=frozenset({"hy"}))).places[0]
    assert place.name_hy == "Տիվորուտ"
    assert "تیوروت" not in place.names
    assert place.codes == ("geonames:7", "wikidata:Q7")


def test_the_column_of_names_counts_where_no_table_of_them_is_given(
    tmp_path: Path,
) -> None:
    main = written(tmp_path / "XX.txt", *LINES)
    (table,) = load_tables([main], Wanted())
    assert {"Tivorout", "Тиворут"} <= set(table.places[0].names)


def test_a_zip_is_read_without_unpacking_it(tmp_path: Path) -> None:
    packed = zipped(tmp_path / "XX.zip", "XX.txt", "\n".join(LINES))
    (table,) = load_tables([packed], Wanted())
    assert table.name == "geonames XX"
    assert len(table.places) == 2


def test_places_further_off_are_left_out(tmp_path: Path) -> None:
    far = geonames_line(20, "Far", 45.0)
    main = written(tmp_path / "XX.txt", *LINES, far)
    (table,) = load_tables([main], Wanted(around=(39.8, 46.7, 50)))
    assert [place.id for place in table.places] == ["gn7", "gn8"]


def test_the_digest_is_of_the_bytes_and_of_what_was_wanted(tmp_path: Path) -> None:
    main = written(tmp_path / "XX.txt", *LINES)
    one, again = (load_tables([main], Wanted())[0].digest for _ in range(2))
    fewer = load_tables([main], Wanted(languages=frozenset({"hy"})))[0].digest
    written(main, *LINES, geonames_line(21, "Newer"))
    newer = load_tables([main], Wanted())[0].digest
    assert one == again
    assert len({one, fewer, newer}) == 3


def test_a_table_comes_back_whole_from_its_fields(tmp_path: Path) -> None:
    table = _load(tmp_path)
    assert LoadedTable.from_fields(table.to_fields()) == table


def test_a_line_that_was_cut_off_is_named(tmp_path: Path) -> None:
    main = written(tmp_path / "XX.txt", LINES[0], LINES[1][:40])
    with pytest.raises(StillHereError) as caught:
        load_tables([main], Wanted())
    assert caught.value.code == "places/columns"
    assert caught.value.values["line"] == "2"


def test_alternate_names_alone_name_nothing(tmp_path: Path) -> None:
    others = written(tmp_path / "alternateNamesV2.txt", *ALTERNATES)
    with pytest.raises(StillHereError) as caught:
        load_tables([others], Wanted())
    assert caught.value.code == "places/alternates-alone"


def test_letters_of_another_encoding_are_said_with_their_line(tmp_path: Path) -> None:
    main = tmp_path / "XX.txt"
    line = geonames_line(8, "Тиворут")
    main.write_bytes(f"{LINES[0]}\n".encode() + line.encode("cp1251"))
    with pytest.raises(StillHereError) as caught:
        load_tables([main], Wanted())
    assert caught.value.code == "places/encoding"
    assert caught.value.values["line"] == "2"
