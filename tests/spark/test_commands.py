"""`--engine spark` on the command line, against what the same words give without it."""

import csv
import json
from pathlib import Path

import pytest

from stillhere.cli import app, run
from stillhere.exercise import make_world
from tests.spark.conftest import SETTINGS, SOCKETS

pytestmark = SOCKETS

SPARK = (
    *("--engine", "spark"),
    *(word for name in SETTINGS for word in ("--spark", f"{name}={SETTINGS[name]}")),
)


def test_build_gives_the_picture_it_gives_without(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_world("tutorial", 7, tmp_path / "town", core=True)
    told = []
    for words in ((), SPARK):
        assert run(app, ["build", str(tmp_path / "town"), "--json", *words]) == 0
        told.append(json.loads(capsys.readouterr().out))
    assert told[0] == told[1]


def test_link_writes_the_rows_it_writes_without(tmp_path: Path) -> None:
    names = ("Arman Petrosyan", "Gayane Hakobyan", "Levon Melikyan")
    births = ("1950-03-07", "1961-11-30", "")
    # What two lists tell of themselves: a slip in a place name, and one in a number.
    lived = {
        "left": ("Stepanakert", "Lower Maedow"),
        "right": ("Stepanakert", "Lower Meadow", "Martuni"),
    }
    papers = {
        "left": ("AN1000001", "AN2000002"),
        "right": ("AN1000001", "AN2000020", "AN3000003"),
    }
    for side, places in lived.items():
        with (tmp_path / f"{side}.csv").open("w", encoding="utf-8") as file:
            table = csv.writer(file)
            table.writerow(
                ("row_id", "full_name", "birth_date", "settlement", "document")
            )
            rows = range(len(places))
            table.writerows(
                zip(rows, names, births, places, papers[side], strict=False)
            )
    written = []
    for words in ((), SPARK):
        out = tmp_path / f"pairs{len(words)}.csv"
        lists = [str(tmp_path / "left.csv"), str(tmp_path / "right.csv")]
        assert run(app, ["link", *lists, "--out", str(out), *words]) == 0
        written.append(out.read_text("utf-8"))
    assert written[0] == written[1]
    assert len(written[0].splitlines()) == 3
