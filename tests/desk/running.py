"""A real desk in a process of its own, and somebody who uses it through HTTP."""

import os
import re
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Mapping
from html.parser import HTMLParser
from http.client import HTTPResponse
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Self

from tests.desk.conftest import PASSPHRASE, PASSWORD

LONGEST_S = 120


class RunningDesk:
    """``stillhere desk`` on a store.

    Args:
        store: The store.
        log: Where everything it prints goes.
        passphrase: None leaves it locked.
        options: Further words of the command.
        before: Words in front of it, such as a limit of the system.
    """

    def __init__(
        self,
        store: Path,
        log: Path,
        passphrase: str | None = PASSPHRASE,
        options: tuple[str, ...] = (),
        before: tuple[str, ...] = (),
    ) -> None:
        there, here = os.pipe()
        fd = () if passphrase is None else ("--passphrase-fd", str(there))
        self._read = 0
        self.log = log
        self.url = ""
        with log.open("ab") as out:
            self._read = out.tell()
            self.process = subprocess.Popen(
                [
                    *before,
                    *(sys.executable, "-m", "stillhere", "desk", str(store)),
                    *("--port", "0", *fd, *options),
                ],
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                pass_fds=[there],
                start_new_session=True,
            )
        os.close(there)
        os.write(here, f"{passphrase}\n".encode())
        os.close(here)

    def said(self) -> str:
        """What it printed so far."""
        return self.log.read_bytes()[self._read :].decode()

    def wait_for(self, words: str) -> Self:
        """Wait until it has printed these words."""
        until = time.monotonic() + LONGEST_S
        while words not in self.said():
            assert self.process.poll() is None, self.said()
            assert time.monotonic() < until, self.said()
            time.sleep(0.02)
        if not self.url:
            found = re.search(r"The desk answers at (\S+)", self.said())
            assert found is not None
            self.url = found[1]
        return self

    def ready(self) -> Self:
        """Wait until its pages can be opened."""
        return self.wait_for("It is ready")

    def kill(self) -> None:
        """As a loss of power does."""
        self.process.kill()
        self.process.wait()

    def end(self) -> int:
        """As Ctrl-C does; the exit code."""
        self.process.terminate()
        return self.process.wait(LONGEST_S)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.kill()


class _Stays(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object, **__: object) -> None:
        return None


class Page:
    """An answer.

    Attributes:
        status: Of HTTP.
        leads: Where it leads; empty where it does not.
        text: Its body.
    """

    def __init__(self, answer: HTTPResponse | urllib.error.HTTPError) -> None:
        self.status = answer.status or 0
        self.leads = answer.headers.get("Location", "")
        self.text = answer.read().decode()

    def form(self, field: str) -> dict[str, list[str]]:
        """The form with this field as a browser would send it unchanged."""
        found = _Forms(self.text).found
        named = [form for form in found if field in form]
        assert named, (self.status, self.leads, self.text)
        return named[0]


class Browser:
    """Cookies and forms of somebody who uses the desk."""

    def __init__(self) -> None:
        cookies = urllib.request.HTTPCookieProcessor(CookieJar())
        self._opener = urllib.request.build_opener(cookies, _Stays)

    def get(self, url: str) -> Page:
        """Open a page."""
        return self._opened(urllib.request.Request(url))  # noqa: S310 (ours)

    def post(self, url: str, fields: Mapping[str, str | list[str]]) -> Page:
        """Send a form."""
        data = urllib.parse.urlencode(fields, doseq=True).encode()
        return self._opened(urllib.request.Request(url, data))  # noqa: S310 (ours)

    def fill(self, url: str, field: str, **fields: str) -> Page:
        """Open a page, fill in its form with the field of that name, and send it."""
        form = self.get(url).form(field)
        return self.post(url, {**form, **{k: [v] for k, v in fields.items()}})

    def sign_in(self, url: str, name: str) -> None:
        """Sign in with the password of the test accounts."""
        answer = self.fill(
            f"{url}/sign-in/", "username", username=name, password=PASSWORD
        )
        assert answer.status == 302, answer.text

    def _opened(self, request: urllib.request.Request) -> Page:
        try:
            with self._opener.open(request, timeout=LONGEST_S) as answer:
                return Page(answer)
        except urllib.error.HTTPError as error:
            with error:
                return Page(error)


class _Forms(HTMLParser):
    """Every form of a page with the values its fields hold."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[dict[str, list[str]]] = []
        self._area = self._select = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        name = given.get("name", "")
        if tag == "form":
            self.found.append({})
        elif tag == "select":
            self._select = name
            self._put(name)
        elif tag == "option" and "selected" in given:
            self._put(self._select, given.get("value", ""))
        elif tag == "textarea":
            self._area = name
            self._put(name, "")
        elif tag == "input" and self._sent(given):
            ticked = given.get("type") in {"checkbox", "radio"}
            self._put(name, given.get("value", "on" if ticked else ""))

    @staticmethod
    def _sent(given: dict[str, str]) -> bool:
        kind = given.get("type", "text")
        if kind in {"submit", "button", "file"}:
            return False
        return kind not in {"checkbox", "radio"} or "checked" in given

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._area = ""

    def handle_data(self, data: str) -> None:
        if self._area and self.found:
            self.found[-1][self._area] = [self.found[-1][self._area][0] + data]

    def _put(self, name: str, *values: str) -> None:
        if name and self.found:
            self.found[-1].setdefault(name, []).extend(values)
