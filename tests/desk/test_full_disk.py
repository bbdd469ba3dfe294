"""A disk without room: a clear sentence, nothing lost, and on it goes once there is some."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from stillhere.store import DataKey, Store
from stillhere.vocabulary import ReportKind
from tests.desk.running import Browser, Page, RunningDesk
from tests.desk.test_kills import built_anew, picture_of_rows

ROOM = 6 << 20
NO_ROOM = "There is no room left on the disk"


@pytest.fixture
def disk(tmp_path: Path, town: Path) -> Iterator[Path]:
    """A disk of its own with little more room than the store needs, and a copy of it."""
    folder = tmp_path / "disk"
    folder.mkdir()
    size = town.stat().st_size + ROOM
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size},mode=700", "tmpfs"]
    done = subprocess.run([*mount, str(folder)], capture_output=True, check=False)
    if done.returncode:
        pytest.skip("THE FULL DISK WAS NOT TESTED: a small disk cannot be mounted here")
    for file in (town, town.with_name("town.db.keys")):
        shutil.copy(file, folder / file.name)
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def fill(disk: Path) -> Path:
    """Take all the room that is left."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            return filler


def call(browser: Browser, url: str, number: int) -> Page:
    return browser.fill(
        f"{url}/enter/call/",
        "note",
        name=f"Petrosyan Armen {number}",
        settlement="Khankendi",
        certainty="sure",
        note=f"light in the window {number}, " + "and the door was open " * 20,
        date="2023-10-06",
    )


def test_a_full_disk_is_told_loses_nothing_and_is_over_when_there_is_room(
    disk: Path, data_key: DataKey, tmp_path: Path
) -> None:
    store, browser = disk / "town.db", Browser()
    acknowledged = []
    with RunningDesk(store, tmp_path / "log").ready() as desk:
        browser.sign_in(desk.url, "hotline")
        for number in range(3):
            assert call(browser, desk.url, number).status == 302
            acknowledged.append(number)
        filler = fill(disk)
        for number in range(10, 60):
            answer = call(browser, desk.url, number)
            if answer.status != 302:
                break
            acknowledged.append(number)
        assert answer.status == 409
        assert NO_ROOM in answer.text
        assert browser.get(f"{desk.url}/").status == 200
        assert browser.get(f"{desk.url}/people/").status == 200
        filler.unlink()
        for number in range(100, 103):
            assert call(browser, desk.url, number).status == 302
            acknowledged.append(number)
        assert desk.end() == 0
        assert "Traceback" not in desk.said()
    with RunningDesk(store, tmp_path / "log").ready() as desk:
        assert desk.end() == 0
    with Store.open_with_key(store, data_key) as held:
        assert held.check().findings == ()
        assert built_anew(held) == picture_of_rows(store, data_key)
        notes = [
            str(r.fields["note"])
            for r in held.reports()
            if r.kind is ReportKind.CALL and "light" in str(r.fields.get("note"))
        ]
    assert sorted(int(n.split()[4].rstrip(",")) for n in notes) == acknowledged
