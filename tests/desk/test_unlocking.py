"""The page that asks for the passphrase, before Django and without a word of the store."""

import io
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from stillhere.desk.secure import ALWAYS
from stillhere.desk.unlocked import Unlocked
from stillhere.desk.unlocking import Door, unlocked_file
from stillhere.desk.unlocking.slowing import FREE, LONGEST_S, Slowing
from stillhere.store.keys import keys_path
from tests.cli.conftest import Terminal
from tests.desk.conftest import PASSPHRASE
from tests.desk.running import Browser, RunningDesk


class Visitor:
    """Asks a door as a browser would."""

    def __init__(self, door: Door) -> None:
        self.door = door
        self.status = 0
        self.headers: dict[str, str] = {}

    def get(self, path: str = "/", query: str = "", **environ: str) -> str:
        return self._ask("GET", path, b"", {"QUERY_STRING": query, **environ})

    def try_(self, passphrase: str, **environ: str) -> str:
        return self._ask("POST", "/", b"passphrase=" + passphrase.encode(), environ)

    def _ask(self, method: str, path: str, body: bytes, given: dict[str, str]) -> str:
        environ: dict[str, Any] = {
            "REQUEST_METHOD": method,
            "PATH_INFO": path,
            "HTTP_HOST": "127.0.0.1:8480",
            "REMOTE_ADDR": "127.0.0.1",
            "wsgi.input": io.BytesIO(body),
            **given,
        }

        def start(status: str, headers: list[tuple[str, str]], *_: object) -> Any:
            self.status = int(status.partition(" ")[0])
            self.headers = dict(headers)

        return b"".join(self.door(environ, start)).decode()


@pytest.fixture
def store(town: Path, tmp_path: Path) -> Path:
    path = tmp_path / "town.db"
    for file in (town, keys_path(town)):
        shutil.copy(file, path.with_name(file.name))
    return path


@pytest.fixture
def door(store: Path) -> Door:
    """The door of a store, with a clock that stands still."""
    return Door(lambda words: unlocked_file(store, words), Slowing(lambda: 0.0))


@pytest.fixture
def visitor(door: Door) -> Visitor:
    return Visitor(door)


def damage(store: Path) -> None:
    content = bytearray(store.read_bytes())
    content[100:200] = bytes(100)
    store.write_bytes(content)


def damage_keys(store: Path) -> None:
    keys_path(store).write_text("{")


def lose_keys(store: Path) -> None:
    keys_path(store).unlink()


def test_every_address_asks_for_the_passphrase(visitor: Visitor) -> None:
    for path in ("/", "/people/", "/people/abc/", "/sign-in/"):
        page = visitor.get(path)
        assert visitor.status == 200
        assert 'name="passphrase" type="password"' in page
        assert set(ALWAYS.items()) <= set(visitor.headers.items())
        assert visitor.headers["Cache-Control"] == "no-store"


def test_the_page_shows_nothing_of_the_store(visitor: Visitor, store: Path) -> None:
    page = visitor.get("/")
    assert store.name not in page
    assert str(store.parent) not in page


def test_the_page_speaks_the_language_of_its_reader(visitor: Visitor) -> None:
    for language in ("en", "hy", "az", "ru"):
        for asked in (
            {"HTTP_ACCEPT_LANGUAGE": f"fr, {language}-XX;q=0.8, en;q=0.1"},
            {"HTTP_COOKIE": f"stillhere_language={language}"},
        ):
            assert f'<html lang="{language}">' in visitor.get("/", **asked)
    visitor.get("/people/", "language=ru")
    assert visitor.status == 303
    assert visitor.headers["Location"] == "/people/"
    assert visitor.headers["Set-Cookie"].startswith("stillhere_language=ru;")


def test_its_own_style_is_served_and_nothing_else(visitor: Visitor) -> None:
    assert "--ink" in visitor.get("/static/desk/desk.css")
    page = visitor.get("/static/desk/../../settings.py")
    assert "Passphrase" in page


def test_the_right_passphrase_opens_the_store_once(
    door: Door, visitor: Visitor
) -> None:
    assert door.wait(0) is None
    visitor.try_(PASSPHRASE.replace(" ", "+"))
    assert (visitor.status, visitor.headers["Location"]) == (303, "/")
    assert isinstance(door.wait(0), Unlocked)
    assert 'http-equiv="refresh"' in visitor.get("/")
    assert visitor.status == 503


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (None, "The passphrase does not open"),
        (damage, "cannot be read although the passphrase is right"),
        (damage_keys, "The key file .* is damaged"),
        (lose_keys, "has no key file"),
    ],
)
def test_each_way_of_not_opening_has_its_own_sentence(
    harm: Any,
    said: str,
    visitor: Visitor,
    store: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = PASSPHRASE if harm is not None else "not the right one"
    if harm is not None:
        harm(store)
    page = visitor.try_(words.replace(" ", "+"))
    assert visitor.status == 403
    assert re.search(said, page)
    told = Terminal(capsys).unlocked("desk", store, passphrase=words)
    assert told.code == 1
    assert re.search(said, told.sentence)


def test_guessing_gets_slower_and_a_try_too_early_is_not_looked_at(
    store: Path,
) -> None:
    time = [0.0]
    looked_at = []

    def unlock(words: str) -> Unlocked:
        looked_at.append(words)
        return unlocked_file(store, words)

    visitor = Visitor(Door(unlock, Slowing(lambda: time[0])))
    for _ in range(FREE + 1):
        visitor.try_("wrong")
        assert visitor.status == 403
    page = visitor.try_(PASSPHRASE.replace(" ", "+"))
    assert visitor.status == 429
    assert "Try again in 2 seconds" in page
    assert PASSPHRASE not in looked_at
    time[0] += 2
    visitor.try_(PASSPHRASE.replace(" ", "+"))
    assert visitor.status == 303


def test_the_pause_has_an_end() -> None:
    slowing = Slowing(lambda: 0.0)
    for _ in range(100):
        slowing.note_wrong()
    assert slowing.seconds_left() == LONGEST_S


def test_it_is_unlocked_only_where_it_runs(visitor: Visitor, door: Door) -> None:
    page = visitor.get("/", REMOTE_ADDR="192.0.2.7")
    assert visitor.status == 403
    assert "<form" not in page
    visitor.try_(PASSPHRASE.replace(" ", "+"), REMOTE_ADDR="192.0.2.7")
    assert visitor.status == 403
    assert door.wait(0) is None


def test_a_page_from_elsewhere_may_not_try(visitor: Visitor, door: Door) -> None:
    right = PASSPHRASE.replace(" ", "+")
    visitor.try_(right, HTTP_ORIGIN="http://elsewhere.example")
    assert visitor.status == 400
    visitor.try_(right, HTTP_HOST="elsewhere.example")
    assert visitor.status == 400
    assert door.wait(0) is None


@pytest.fixture
def locked(store: Path, tmp_path: Path) -> Iterator[RunningDesk]:
    with RunningDesk(store, tmp_path / "log", None) as desk:
        yield desk.wait_for("The desk answers at")


def test_a_locked_desk_goes_on_to_the_sign_in_in_the_same_process(
    locked: RunningDesk,
) -> None:
    browser = Browser()
    page = browser.post(f"{locked.url}/", {"passphrase": "a wrong one"})
    assert "does not open" in page.text
    page = browser.post(f"{locked.url}/people/", {"passphrase": PASSPHRASE})
    assert (page.status, page.leads) == (303, "/people/")
    locked.ready()
    assert browser.get(f"{locked.url}/people/").leads == "/sign-in/?next=/people/"
    browser.sign_in(locked.url, "hotline")
    assert locked.end() == 0
    assert PASSPHRASE not in locked.said()


@pytest.mark.parametrize(
    "path", ["/\\elsewhere.example/", "//elsewhere.example", "/a\r\nX: y", "/\xff"]
)
def test_the_way_on_never_leads_elsewhere(visitor: Visitor, path: str) -> None:
    visitor.get(path, "language=ru")
    assert visitor.status == 303
    where = visitor.headers["Location"]
    assert re.fullmatch(r"/(?:[\w.%-]+/?)*", where), where


@pytest.mark.parametrize("name", ["[x", "[::1", "a b", "127.0.0.1]"])
def test_a_host_or_origin_that_is_no_address_is_refused(
    visitor: Visitor, name: str
) -> None:
    visitor.get(HTTP_HOST=name)
    assert visitor.status == 400
    visitor.get(HTTP_ORIGIN=f"http://{name}")
    assert visitor.status == 400
