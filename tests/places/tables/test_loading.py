from pathlib import Path

import pytest

from stillhere.errors import StillHereError
from stillhere.places.tables import TableForm
from stillhere.places.tables.loading import Wanted, load_tables
from tests.places.tables.files import geonames_line, node, osm, written, zipped


def _code(*paths: Path, wanted: Wanted | None = None) -> str:
    with pytest.raises(StillHereError) as caught:
        load_tables(paths, wanted or Wanted())
    return caught.value.code


def test_forms_are_seen_from_the_files(tmp_path: Path) -> None:
    paths = [
        written(tmp_path / "XX.txt", geonames_line(7, "Tivorut")),
        written(tmp_path / "codes.csv", "ADM1_EN,ADM1_PCODE", "Gormaz,NW01"),
        osm(tmp_path / "nw.osm", node(1, 39.8, 46.7, place="village", name="Tivorut")),
    ]
    assert [table.form for table in load_tables(paths, Wanted())] == [
        TableForm.GEONAMES,
        TableForm.PCODES,
        TableForm.OSM,
    ]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert _code(tmp_path / "none.txt") == "places/no-file"


def test_an_empty_file(tmp_path: Path) -> None:
    empty = tmp_path / "XX.txt"
    empty.touch()
    assert _code(empty) == "places/empty"


def test_a_zip_with_nothing_but_a_readme(tmp_path: Path) -> None:
    packed = zipped(tmp_path / "XX.zip", "README_too.txt", "about")
    assert _code(packed) == "places/empty"


def test_another_form_than_the_one_named(tmp_path: Path) -> None:
    path = written(tmp_path / "XX.txt", geonames_line(7, "Tivorut"))
    wanted = Wanted(form=TableForm.OSM)
    assert _code(path, wanted=wanted) == "places/not-this-form"


def test_one_bad_file_of_several_loads_nothing(tmp_path: Path) -> None:
    good = written(tmp_path / "XX.txt", geonames_line(7, "Tivorut"))
    bad = written(tmp_path / "b.csv", "name,age", "Ani,30")
    assert _code(good, bad) == "places/no-columns"
