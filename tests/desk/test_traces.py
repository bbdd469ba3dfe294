"""What people send and type leaves no trace beside the encrypted store."""

import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.desk.test_imports import BUS, fields, page, send, take

_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_watching: list[list[str]] = []
_hooked: list[bool] = []


def _seen(event: str, given: tuple[Any, ...]) -> None:
    """Note what is opened to be written; an audit hook stays for good."""
    if _watching and event == "open" and isinstance(given[0], str | bytes):
        mode, flags = given[1], given[2]
        if (mode and set(mode) & set("wax+")) or flags & _WRITES:
            _watching[0].append(os.fsdecode(given[0]))


@pytest.fixture
def written() -> Iterator[list[str]]:
    """Paths Python opened to write to, meanwhile."""
    if not _hooked:
        sys.addaudithook(_seen)
        _hooked.append(True)
    _watching[:] = [[]]
    yield _watching[0]
    _watching.clear()


def test_a_list_and_a_day_of_typing_put_nothing_into_a_plain_file(
    coordinator: Client,
    written: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    monkeypatch.setenv("TMPDIR", str(temporary))
    with tempfile.TemporaryFile():  # the watch sees what it is for
        assert written
    written.clear()
    many = "".join(f"Zvartnots {n};1950;Salorut;1\n" for n in range(60_000))
    head = "".join(BUS.splitlines(keepends=True)[:2])
    draft = send(coordinator, head + many, "Zvartnots.csv")
    coordinator.post(draft, {**fields(coordinator, draft), "act": "leave"})
    past = take(coordinator, send(coordinator))
    coordinator.get(f"{past}set-aside/")
    coordinator.post("/enter/call/", {"name": "Zvartnots", "settlement": "Kovsakan"})
    for address in ("/people/?q=Zvartnots", "/brief/", "/situation/html/", "/plan/"):
        coordinator.get(address)
    coordinator.post(f"{past}undo/")
    assert set(written) <= {os.devnull}
    assert list(temporary.iterdir()) == []


def test_files_beyond_the_limit_are_refused_also_several_at_once(
    coordinator: Client, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from stillhere.desk.operation.drafts import the_drafts  # noqa: PLC0415

    monkeypatch.setattr(settings, "UPLOAD_BYTES", 1 << 20)
    before = len(the_drafts().listed("coordinator"))
    files = [SimpleUploadedFile(f"{n}.csv", b"a;b\n" * (1 << 17)) for n in range(4)]
    assert coordinator.post("/import/", {"lists": files}).status_code == 413
    small = [SimpleUploadedFile(f"{n}.csv", BUS.encode()) for n in range(101)]
    answer = coordinator.post("/import/", {"lists": small})
    assert answer.status_code == 400
    assert "could not be understood" in answer.content.decode()
    assert len(the_drafts().listed("coordinator")) == before


def test_only_so_many_drafts_are_kept_and_each_is_its_senders(
    signed_in: Callable[[str], Client],
) -> None:
    from stillhere.desk.operation.drafts import MOST, the_drafts  # noqa: PLC0415

    registrar, coordinator = signed_in("registrar"), signed_in("coordinator")
    sent = [send(registrar, BUS, f"bus {n}.csv") for n in range(MOST + 2)]
    assert len(the_drafts().listed("registrar")) == MOST
    gone = registrar.get(sent[0])
    assert gone.status_code == 409
    assert "bus" not in gone.content.decode().partition("<main")[2]
    other = coordinator.get(sent[-1])
    assert other.status_code == 409
    mains = [a.content.decode().partition("<main")[2] for a in (gone, other)]
    assert mains[0] == mains[1]
    for act in ("leave", "take"):
        form = {**fields(registrar, sent[-1]), "act": act}
        assert coordinator.post(sent[-1], form).status_code == 409
    assert "Not taken yet" not in page(coordinator, "/import/")
    assert registrar.get(sent[-1]).status_code == 200


def test_a_session_holds_ids_and_no_name(
    desk: Path, signed_in: Callable[[str], Client]
) -> None:
    from django.contrib.sessions.models import Session  # noqa: PLC0415

    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    del desk
    client = signed_in("registrar")
    entry = the_operation().picture.without_word()[0]
    typed = {"name": "Zvartnots", "caller": "Zvartnots", "caller_phone": "77123456"}
    client.post("/enter/call/", {**typed, "known": entry.id, "note": "Zvartnots"})
    client.post("/enter/found/", {"name": "Zvartnots", "event": "found", "team": "3"})
    client.post("/enter/call/", {"name": "Zvartnots", "people": "many"})
    take(client, send(client, name="Zvartnots.csv"))
    one, two = sorted(e.id for e in the_operation().picture.without_word()[:2])
    client.post(f"/links/{one}/{two}/judge/", {"judgement": "unsure"})
    client.get("/people/", {"q": "Zvartnots"})
    client.get("/plan/", {"teams": "3"})
    sessions = [str(session.get_decoded()) for session in Session.objects.all()]
    assert any("entered" in held for held in sessions)
    for held in sessions:
        assert "Zvartnots" not in held
        assert "77123456" not in held
        assert entry.name not in held


def test_the_history_of_a_browser_holds_no_name(coordinator: Client) -> None:
    """Neither an address nor the title of a page may say who was looked for."""
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    entry = the_operation().picture.without_word()[0]
    for address in ("/", "/people/"):
        html = page(coordinator, address)
        (form,) = re.findall(r'<form[^>]*role="search"[^>]*>', html)
        assert 'method="post"' in form
        assert "hx-get" not in form
        assert "replace-url" not in form
    typed = {"q": entry.name, "listed": "on", "status": "", "order": "name"}
    whole = coordinator.post("/people/", typed)
    assert f"/people/{entry.id}/" in whole.content.decode()
    partly = coordinator.post("/people/", typed, headers={"HX-Request": "true"})
    assert f"/people/{entry.id}/" in partly.content.decode()
    assert partly.headers["HX-Replace-Url"] == "/people/?listed=on&order=name"
    filters = coordinator.post("/people/", {**typed, "q": ""})
    assert filters.headers["Location"] == "/people/?listed=on&order=name"
    past = take(coordinator, send(coordinator, name="Zvartnots.csv"))
    words = {*entry.name.split(), "Zvartnots"}
    home = entry.home
    assert home is not None
    for address in (
        f"/people/{entry.id}/",
        f"/people/{entry.id}/values/status/",
        f"/reports/{entry.id}/",
        f"/households/{entry.household}/",
        f"/places/{home.dwelling or home.settlement}/",
        send(coordinator, BUS + "Zvartnots;1950;;1\n", "Zvartnots 2.csv"),
        past,
    ):
        answer = coordinator.get(address, follow=True)
        (title,) = re.findall(r"<title>(.*?)</title>", answer.content.decode())
        assert not any(word in title for word in words), address
