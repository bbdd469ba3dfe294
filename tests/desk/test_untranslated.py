"""A walk through every page in Armenian: no word of the program is left in English."""

import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import resolve

from stillhere.names import romanise
from stillhere.places import Gazetteer
from tests.desk.test_imports import BUS, GRETA, send, take
from tests.desk.test_plan import handed_out

WORD = re.compile(r"\w{3,}")
SAID = ("title", "alt", "aria-label", "placeholder", "value")
SILENT = {"script", "style", "bdi", "code", "pre"}
"""What stands in these is a source's or a machine's, or is not shown."""

KEPT = {
    *("Still", "Here", "stillhere", "backup", "restore", "BACKUP", "STORE"),
    *("CSV", "TSV", "TXT", "XLSX", "XLSM", "XLS", "ODS", "PDF", "HTML", "Markdown"),
    *("Alt", "Ctrl", "Enter", "Tab", "MiB", "UTC", "English", "Latin"),
    *("Az", "rbaycanca"),
}
"""Names of this program, of formats, keys, commands and languages."""


class Words(HTMLParser):
    """Latin words a page shows, and the pages it leads to."""

    def __init__(self) -> None:
        super().__init__()
        self.words: set[str] = set()
        self.links: list[str] = []
        self._silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        if tag in SILENT:
            self._silent.append(tag)
        if tag == "a" and (known.get("href") or "").startswith("/"):
            self.links.append((known["href"] or "").partition("#")[0])
        for name in SAID:
            if name != "value" or known.get("type") == "submit":
                self._say(known.get(name) or "")

    def handle_endtag(self, tag: str) -> None:
        if self._silent and self._silent[-1] == tag:
            self._silent.pop()

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._say(data)

    def _say(self, text: str) -> None:
        self.words.update(latin(text))


def data_words() -> set[str]:
    """Latin words that sources, places, files and accounts brought."""
    from stillhere.desk.access import Role  # noqa: PLC0415 (after set-up)
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415 (after set-up)

    operation = the_operation()
    picture = operation.picture
    found = [operation.region, *picture.sources, *(role.value for role in Role)]
    found += [name for place in operation.gazetteer for name in place.names]
    found += [name for place in Gazetteer.demo() for name in place.names]
    for report in operation.store.reports():
        for key, value in report.fields.items():
            found += [key, str(value)]
    known = {word for text in found for word in latin(text)}
    return known | {word for text in found for word in latin(romanise(text).title())}


def latin(text: str) -> set[str]:
    """Words of letters from A to Z; no ids, which hold digits."""
    words = WORD.findall(text.replace("_", " "))
    return {word for word in words if word.isascii() and word.isalpha()}


def walk(client: Client, start: str, most: int) -> Iterator[tuple[str, set[str]]]:
    """Pages reached from one, a few of each kind, with the Latin words they show."""
    waiting, seen, kinds = [start], {start}, dict[str, int]()
    while waiting:
        address = waiting.pop(0)
        answer = client.get(address, follow=True)
        if not answer.headers["Content-Type"].startswith("text/html"):
            continue
        words = Words()
        words.feed(answer.content.decode())
        yield address, words.words
        for link in words.links:
            kind = resolve(link.partition("?")[0]).view_name
            if link not in seen and kinds.get(kind, 0) < most:
                kinds[kind] = kinds.get(kind, 0) + 1
                seen.add(link)
                waiting.append(link)


@pytest.mark.parametrize("role", ["coordinator", "forensic"])
def test_no_page_shows_a_word_of_english(
    role: str, signed_in: Callable[[str], Client]
) -> None:
    client = signed_in(role)
    client.cookies["stillhere_language"] = "hy"
    known = data_words() | KEPT
    pages = dict(walk(client, "/", 6))
    assert len(pages) > 20
    assert {at: sorted(w - known) for at, w in pages.items() if w - known} == {}


def test_answers_to_what_is_sent_hold_no_word_of_english(
    coordinator: Client, tmp_path: Path
) -> None:
    client = coordinator
    client.cookies["stillhere_language"] = "hy"
    known = data_words() | KEPT | latin(f"{BUS} bus.pdf {tmp_path}")
    left = {}
    for what, answer in answers(client, tmp_path):
        words = Words()
        words.feed(answer)
        if words.words - known:
            left[what] = sorted(words.words - known)
    assert left == {}


def answers(client: Client, folder: Path) -> Iterator[tuple[str, str]]:
    """What the desk answers to entries, right and wrong, by what was sent."""

    def sent(address: str, **fields: object) -> tuple[str, str]:
        answer = client.post(address, fields, follow=True)
        return f"{address} {fields}", answer.content.decode()

    draft = send(client)
    yield draft, client.get(draft).content.decode()
    taken = take(client, draft)
    yield taken, client.get(taken).content.decode()
    yield sent(f"{taken}undo/")
    yield sent(f"{taken}bring-back/")
    yield sent("/import/", lists=SimpleUploadedFile("bus.pdf", b"%PDF-1.7"))
    yield sent("/import/")
    for form in ("call", "visit", "found", "need"):
        yield sent(f"/enter/{form}/")
        yield sent(f"/enter/{form}/", date="tomorrow", people="many", time="late")
    yield sent("/enter/call/", name=GRETA, people="1", note="1")
    yield sent("/enter/found/", name=GRETA, event="found", settlement="Salorut")
    yield sent("/enter/visit/", settlement="Salorut", result="people_present")
    yield sent("/enter/need/", what="water", urgency="today", settlement="Salorut")
    yield sent("/enter/undo/")
    sheets = handed_out(client)
    yield "plan", client.get("/plan/").content.decode()
    for sheet in sheets[:1]:
        printed = f"/plan/sheets/{sheet.number}/"
        yield printed, client.get(printed, follow=True).content.decode()
        lines = f"/enter/sheets/{sheet.number}/"
        yield lines, client.get(lines).content.decode()
        yield sent(lines, r1="people_present")
        yield sent(f"{printed}undo/")
    yield sent("/plan/accept/", plan="00000000")
    yield sent("/backup/", folder=str(folder))
    yield sent("/backup/", folder="stick")
    yield sent("/accounts/", name="A B")
    passwords = {"old_password": "1", "new_password1": "2", "new_password2": "3"}
    yield sent("/password/", **passwords)
    yield "nothing here", client.get("/people/0/").content.decode()
    yield "sign-in", Client(headers={"accept-language": "hy"}).get("/").content.decode()
