"""The server: its address, its first account, its end."""

import re
import shutil
import socket
import threading
import time
import urllib.error
from pathlib import Path

import pytest

from stillhere.desk.listening import Address, Listening
from stillhere.errors import StillHereError
from stillhere.reports import EXERCISE_KEY
from stillhere.store import DataKey, Store
from stillhere.store.keys import keys_path
from tests.desk.conftest import PASSPHRASE
from tests.desk.running import Browser, RunningDesk


def nothing(*_: object) -> list[bytes]:
    return []


@pytest.fixture
def store(town: Path, tmp_path: Path) -> Path:
    path = tmp_path / "store" / "town.db"
    path.parent.mkdir()
    for file in (town, keys_path(town)):
        shutil.copy(file, path.with_name(file.name))
    return path


def ended(server: Listening) -> None:
    server.end()
    server.run()


def test_a_port_that_is_taken_is_passed_over_unless_it_was_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(StillHereError) as caught:
            Listening.at(Address(port=port), nothing)
    assert caught.value.code == "desk/port-taken"
    first = Listening.at(Address(), nothing)
    second = Listening.at(Address(), nothing)
    assert first.url != second.url
    ended(first)
    ended(second)


def test_an_address_of_another_machine_is_refused_in_a_sentence() -> None:
    with pytest.raises(StillHereError) as caught:
        Listening.at(Address(host="192.0.2.1", port=0), nothing)
    assert caught.value.code == "desk/address-not-here"


def test_an_empty_store_gets_a_first_account_whose_password_is_said_once(
    tmp_path: Path,
) -> None:
    path = tmp_path / "new.db"
    Store.create(path, PASSPHRASE, EXERCISE_KEY).close()
    with RunningDesk(path, tmp_path / "log").ready() as desk:
        told = re.search(r"name (\S+), password (\S+)", desk.said())
        assert told is not None
        page = Browser().fill(
            f"{desk.url}/sign-in/", "username", username=told[1], password=told[2]
        )
        assert page.status == 302
        assert desk.end() == 0
    with RunningDesk(path, tmp_path / "log").ready() as desk:
        assert "password" not in desk.said()


def test_two_desks_do_not_share_a_store(store: Path, tmp_path: Path) -> None:
    with RunningDesk(store, tmp_path / "log").ready():
        second = RunningDesk(store, tmp_path / "log2")
        assert second.process.wait(60) == 1
        assert "store/being-written: " in second.said()


def test_a_request_that_has_begun_is_answered_at_the_end(
    store: Path, data_key: DataKey, tmp_path: Path
) -> None:
    browser, statuses = Browser(), list[int]()
    with RunningDesk(store, tmp_path / "log").ready() as desk:
        browser.sign_in(desk.url, "hotline")

        def type_on() -> None:
            try:
                for number in range(1000):
                    answer = browser.fill(
                        f"{desk.url}/enter/need/",
                        "note",
                        what="food",
                        settlement="Khankendi",
                        note=f"a stove {number}",
                    )
                    statuses.append(answer.status)
            except (urllib.error.URLError, ConnectionError):
                return

        typing = threading.Thread(target=type_on)
        typing.start()
        time.sleep(1)
        assert desk.end() == 0
        typing.join()
        assert "The desk has ended" in desk.said()
        assert "ERROR" not in desk.said()
    assert set(statuses) == {302}
    with Store.open_with_key(store, data_key) as held:
        notes = {str(r.fields.get("note")) for r in held.reports()}
    assert all(f"a stove {n}" in notes for n in range(len(statuses)))


def test_a_signal_that_is_passed_on_twice_still_ends_in_order(
    store: Path, tmp_path: Path
) -> None:
    with RunningDesk(store, tmp_path / "log").ready() as desk:
        desk.process.terminate()
        desk.process.terminate()
        assert desk.process.wait(60) == 0
        assert "The desk has ended" in desk.said()
