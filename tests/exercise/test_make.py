import csv
import json
import subprocess
import sys
from hashlib import blake2b
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from stillhere.errors import StillHereError
from stillhere.exercise import make_world
from stillhere.reports.key import EXERCISE_KEY
from tests.exercise.reading import bytes_of, csv_rows, delimiter, encoding


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        make_world("khankendi", 3, tmp_path / name, core=True, scale=0.02)
    assert bytes_of(tmp_path / "one") == bytes_of(tmp_path / "two")


def test_bytes_do_not_depend_on_the_process(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from stillhere.exercise import make_world;"
        "make_world('khankendi', 5, Path(sys.argv[1]), core=True, scale=0.01)"
    )
    for hash_seed in ("1", "2"):
        subprocess.run(
            [sys.executable, "-c", code, str(tmp_path / hash_seed)],
            env={"PYTHONHASHSEED": hash_seed, "TZ": f"UTC-{hash_seed}"},
            check=True,
        )
    assert bytes_of(tmp_path / "1") == bytes_of(tmp_path / "2")


def test_another_seed_gives_other_people(tmp_path: Path) -> None:
    for seed in (1, 2):
        make_world("khankendi", seed, tmp_path / str(seed), core=True, scale=0.01)
    one, two = bytes_of(tmp_path / "1"), bytes_of(tmp_path / "2")
    assert one["truth/persons.csv"] != two["truth/persons.csv"]


def test_the_tutorial_is_one_town_for_every_seed(
    tmp_path: Path, tutorial: Path
) -> None:
    make_world("tutorial", 99, tmp_path / "other", core=True, scale=5.0)
    assert bytes_of(tmp_path / "other") == bytes_of(tutorial)


@pytest.mark.parametrize(
    ("town", "seed", "scale", "digest"),
    [
        ("khankendi", 7, 0.03, "3fc892884dd4c8884ab721be8eec398a"),
        ("region", 3, 0.02, "53d6f25787d8866dd34ca335c5abe74f"),
        ("tutorial", 0, 1.0, "ae71f9a1bf196106cd0be87a48c699c2"),
    ],
)
def test_core_worlds_have_the_bytes_they_always_had(
    tmp_path: Path, town: str, seed: int, scale: float, digest: str
) -> None:
    make_world(town, seed, tmp_path / "w", core=True, scale=scale)
    assert _digest(tmp_path / "w") == digest


def _digest(folder: Path) -> str:
    """One hash of all files; of workbooks their parts, whatever packed them."""
    whole = blake2b(digest_size=16)
    for name, content in bytes_of(folder).items():
        whole.update(name.encode() + b"\0")
        if name.endswith(".xlsx"):
            with ZipFile(BytesIO(content)) as book:
                for part in sorted(book.namelist()):
                    whole.update(part.encode() + b"\0" + book.read(part) + b"\0")
        else:
            whole.update(content + b"\0")
    return whole.hexdigest()


def test_an_unknown_town_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StillHereError, match="no town called atlantis"):
        make_world("atlantis", 7, tmp_path / "out", core=True)


@pytest.mark.parametrize("scale", [0.0, -1.0, 1000.0, float("nan")])
def test_a_scale_out_of_range_is_refused(tmp_path: Path, scale: float) -> None:
    with pytest.raises(StillHereError, match="scale"):
        make_world("khankendi", 7, tmp_path / "out", core=True, scale=scale)


def test_a_negative_seed_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StillHereError, match="seed"):
        make_world("khankendi", -1, tmp_path / "out", core=True)


def test_a_folder_with_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "diary.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(StillHereError, match="not an empty folder"):
        make_world("tutorial", 7, tmp_path, core=False)
    assert [p.name for p in tmp_path.iterdir()] == ["diary.txt"]


def test_headers_are_exactly_those_of_the_form(small: Path, tutorial: Path) -> None:
    for world in (small, tutorial):
        assert _first_line(world / "lists/buildings.csv") == (
            "building,settlement,address_hy,address_az,address_ru,address_en,"
            "x_km,y_km,flats"
        )
        assert _first_line(world / "truth/persons.csv") == (
            "person,household,home,where,state,q,birth_date,disabled"
        )
        assert _first_line(world / "truth/mentions.csv") == "file,row,person"
        assert _first_line(world / "lists/places.csv") == (
            "place,kind,name_hy,name_az,name_ru,name_en,other_names,lat,lon,invented"
        )


def _first_line(path: Path) -> str:
    return path.read_text(encoding="utf-8").splitlines()[0]


def test_the_operation_declares_itself(small: Path) -> None:
    declared = json.loads((small / "lists/operation.json").read_text("utf-8"))
    assert declared["population"] == len(
        (small / "truth/persons.csv").read_text("utf-8").splitlines()[1:]
    )
    assert 0.9 < declared["register_coverage"] < 0.96
    assert bytes.fromhex(declared["key"]) == EXERCISE_KEY.secret
    assert declared["hour_0"] == "2023-10-04T08:00:00+04:00"
    assert declared["as_of"] > declared["hour_0"]
    assert declared["time_zone"] == "Etc/GMT-4"
    assert declared["region"]


def test_every_dwelling_is_in_buildings_and_holds_one_household(small: Path) -> None:
    buildings = csv_rows(small / "lists/buildings.csv")[1:]
    dwellings = {
        f"{row[0]}/{flat}" for row in buildings for flat in range(1, int(row[8]) + 1)
    }
    with (small / "truth/persons.csv").open(encoding="utf-8", newline="") as file:
        people = list(csv.DictReader(file))
    homes = {(p["home"], p["household"]) for p in people}
    assert {home for home, _ in homes} == dwellings
    assert len(homes) == len(dwellings)
    assert {p["where"] for p in people} <= dwellings | {""}


def test_addresses_are_unique_within_a_settlement(small: Path) -> None:
    buildings = csv_rows(small / "lists/buildings.csv")[1:]
    for language in range(2, 6):
        places = [(row[1], row[language]) for row in buildings]
        assert len(set(places)) == len(places)


def test_settlements_of_buildings_are_named_in_places(small: Path) -> None:
    named = {row[5] for row in csv_rows(small / "lists/places.csv")[1:]}
    used = {row[1] for row in csv_rows(small / "lists/buildings.csv")[1:]}
    assert used <= named


def test_field_encodings_and_delimiters_are_really_there(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    world = tmp_path_factory.mktemp("encodings")
    make_world("khankendi", 8, world, core=True, scale=0.2)
    files = sorted((world / "lists").rglob("*.csv"))
    raws = [path.read_bytes() for path in files]
    assert {encoding(raw) for raw in raws} == {"utf-16", "utf-8-sig", "cp1251"}
    texts = [raw.decode(encoding(raw)) for raw in raws]
    assert {delimiter(text) for text in texts} == {",", ";", "\t"}
    assert any(raw.startswith(b"\xef\xbb\xbf") for raw in raws)


def test_progress_is_told_in_rising_shares(tmp_path: Path) -> None:
    told: list[float] = []
    make_world(
        "khankendi",
        1,
        tmp_path / "out",
        core=True,
        scale=0.01,
        progress=lambda _what, share: told.append(share),
    )
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0.0, 1.0)


def test_a_region_has_two_towns_and_ninety_villages(tmp_path: Path) -> None:
    make_world("region", 1, tmp_path / "out", core=True, scale=0.1)
    kinds = [row[1] for row in csv_rows(tmp_path / "out/lists/places.csv")[1:]]
    assert (kinds.count("town"), kinds.count("village")) == (2, 9)
