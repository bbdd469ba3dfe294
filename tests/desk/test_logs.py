"""The log holds ids and counts, and no name, phone number or place of a person."""

import io
import logging
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from stillhere.desk.logs import Nameless

CANARIES = ("Zvartnots", "Zvartnotsyan", "Զվարթնոցյան", "+37477123456", "77123456")


@pytest.fixture
def log(desk: Path) -> Iterator[io.StringIO]:
    """Everything the terminal would show."""
    del desk
    shown = io.StringIO()
    handler = logging.StreamHandler(shown)
    handler.addFilter(Nameless())
    root = logging.getLogger()
    levels = {name: logging.getLogger(name).level for name in ("", "stillhere")}
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield shown
    root.removeHandler(handler)
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


def _holds_no_canary(shown: io.StringIO) -> bool:
    return not any(canary in shown.getvalue() for canary in CANARIES)


def test_a_day_of_typing_and_searching_names_leaves_none_in_the_log(
    log: io.StringIO, signed_in: Callable[[str], Client]
) -> None:
    client = signed_in("hotline")
    call = {"name": "Zvartnotsyan Զվարթնոցյան", "caller_phone": "+37477123456"}
    client.post("/enter/call/", {**call, "note": "Zvartnots 77123456"})
    client.post("/enter/call/", {"people": "Zvartnots"})
    for canary in CANARIES:
        client.get("/people/", {"q": canary})
        client.get(f"/people/{canary}/")
        client.get(f"/{canary}/")
        client.get("/figures/" + canary + "/")
    Client().post("/sign-in/", {"username": "Zvartnots", "password": "77123456"})
    assert _holds_no_canary(log)


def test_an_error_that_quotes_a_name_is_logged_without_it(
    log: io.StringIO, coordinator: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from stillhere.desk.operation import live  # noqa: PLC0415

    def broken(_self: object, *_args: Any, **_values: Any) -> None:
        raise KeyError("Zvartnotsyan +37477123456")

    coordinator.raise_request_exception = False
    monkeypatch.setattr(live.Operation, "evidence", broken)
    answer = coordinator.get("/people/", {"q": "Zvartnots"})
    assert answer.status_code == 500
    assert "Zvartnotsyan" not in answer.content.decode()
    assert "Traceback" not in answer.content.decode()
    assert "KeyError" in log.getvalue()
    assert _holds_no_canary(log)


def test_what_other_libraries_say_is_cut_to_the_kind_of_fault() -> None:
    said = "duplicate key Zvartnotsyan"
    record = logging.LogRecord("django.db", 40, "x.py", 1, said, None, None)
    assert Nameless().filter(record)
    assert record.getMessage() == "a library reported a fault"


def test_what_we_say_ourselves_stands() -> None:
    record = logging.LogRecord("stillhere.desk", 20, "x.py", 1, "%d rows", (3,), None)
    assert Nameless().filter(record)
    assert record.getMessage() == "3 rows"


@pytest.fixture
def nameless() -> Iterator[None]:
    """What the server does to faults nobody caught, and its end."""
    from stillhere.desk.logs import keep_nameless  # noqa: PLC0415

    hooks, last = (threading.excepthook, sys.unraisablehook), logging.lastResort
    assert last is not None
    filters = list(last.filters)
    keep_nameless()
    yield
    threading.excepthook, sys.unraisablehook = hooks
    last.filters = filters


def test_a_fault_nobody_caught_is_told_without_its_words(
    nameless: None, capfd: pytest.CaptureFixture[str], log: io.StringIO
) -> None:
    del nameless

    def fail() -> None:
        raise KeyError("Zvartnotsyan +37477123456")

    class Fails:
        def __del__(self) -> None:
            fail()

    worker = threading.Thread(target=fail)
    worker.start()
    worker.join()
    Fails()
    assert log.getvalue().count("KeyError") == 2
    assert _holds_no_canary(log)
    assert not any(canary in "".join(capfd.readouterr()) for canary in CANARIES)


def test_what_is_logged_before_the_log_stands_is_cut_too(nameless: None) -> None:
    del nameless
    last, shown = logging.lastResort, io.StringIO()
    assert last is not None
    record = logging.LogRecord("waitress", 40, "x.py", 1, "%s", ("Zvartnots",), None)
    assert last.filter(record)
    shown.write(last.format(record))
    assert _holds_no_canary(shown)


def test_a_session_that_cannot_be_saved_is_told_without_what_it_holds(
    log: io.StringIO, coordinator: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from django.contrib.sessions.backends.db import SessionStore  # noqa: PLC0415
    from django.db import DatabaseError  # noqa: PLC0415

    def full(_self: object, *_args: Any, **_values: Any) -> None:
        raise DatabaseError("INSERT 'Zvartnotsyan' '+37477123456'")

    coordinator.raise_request_exception = False
    monkeypatch.setattr(SessionStore, "save", full)
    typed = {"name": "Zvartnotsyan", "caller_phone": "+37477123456"}
    answer = coordinator.post("/enter/call/", typed)
    assert answer.status_code == 500
    page = answer.content.decode()
    assert "Zvartnots" not in page
    assert "INSERT" not in page
    assert "may be stored or not" in page  # the call is: its report came before
    assert "Content-Security-Policy" in answer.headers
    assert _holds_no_canary(log)
