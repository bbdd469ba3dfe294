"""Requests and answers of the few pages before Django."""

import ipaddress
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, quote, urlsplit

from stillhere.desk.secure import ALWAYS
from stillhere.desk.unlocking.speech import COOKIE, language_of
from stillhere.desk.variables import hosts
from stillhere.vocabulary import Language

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment


_BODY = 8192
"""Bytes of a form that are read; a passphrase is shorter."""

_STATIC = Path(__file__).resolve().parents[1] / "static"
_FILES = {
    "/static/desk/desk.css": "text/css; charset=utf-8",
    "/static/desk/mark.svg": "image/svg+xml",
}
_STATUS = {
    200: "200 OK",
    303: "303 See Other",
    400: "400 Bad Request",
    403: "403 Forbidden",
    405: "405 Method Not Allowed",
    429: "429 Too Many Requests",
    500: "500 Internal Server Error",
    503: "503 Service Unavailable",
}


@dataclass(frozen=True, slots=True)
class Request:
    """What is looked at of a request."""

    environ: "WSGIEnvironment"

    def header(self, name: str) -> str:
        """A header by the name WSGI gives it, without ``HTTP_``."""
        return str(self.environ.get(f"HTTP_{name}", ""))

    @property
    def path(self) -> str:
        """Path of the address."""
        return str(self.environ.get("PATH_INFO", "/"))

    @property
    def method(self) -> str:
        """GET, HEAD, POST or another."""
        return str(self.environ.get("REQUEST_METHOD", "GET"))

    @property
    def language(self) -> Language:
        """Language of the reader."""
        return language_of(self.header("COOKIE"), self.header("ACCEPT_LANGUAGE"))

    @property
    def chosen(self) -> str:
        """Language asked for in the address; empty for none."""
        asked = parse_qs(str(self.environ.get("QUERY_STRING", "")))
        code = asked.get("language", [""])[0]
        return code if code in set(Language) else ""

    @property
    def expected(self) -> bool:
        """Whether it names this desk as its host, and comes from a page of it."""
        host, origin = self.header("HOST"), self.header("ORIGIN")
        try:
            named = urlsplit(f"//{host}").hostname or ""
            from_here = not origin or urlsplit(origin).netloc == host
        except ValueError:  # no address at all
            return False
        return from_here and named in {name.strip("[]") for name in hosts()}

    @property
    def near(self) -> bool:
        """Whether it comes from this machine."""
        try:
            return ipaddress.ip_address(self.environ["REMOTE_ADDR"]).is_loopback
        except (KeyError, ValueError):
            return False

    def typed(self, name: str) -> str:
        """A field of the form that was sent; empty where it is not there."""
        body: bytes = self.environ["wsgi.input"].read(_BODY)
        fields = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)
        return fields.get(name, [""])[0]


@dataclass(frozen=True, slots=True)
class Answer:
    """A page or a redirection.

    Attributes:
        status: HTTP status code.
        body: In UTF-8.
        headers: Beside those of every answer.
    """

    status: int
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)

    @classmethod
    def page(cls, text: str, status: int = 200) -> "Answer":
        """A page that nobody keeps."""
        kept = {"Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store"}
        return cls(status, text.encode(), kept)

    @classmethod
    def again(cls, path: str, language: str = "") -> "Answer":
        """Lead to a page of this desk, with the language that was chosen."""
        here = quote(path.lstrip("/").encode("latin-1", "replace"), safe="/")
        headers = {"Location": f"/{here}", "Cache-Control": "no-store"}
        if language:
            headers["Set-Cookie"] = f"{COOKIE}={language}; Path=/; SameSite=Strict"
        return cls(303, b"", headers)

    def given(self, start: "StartResponse", *, head: bool = False) -> Iterable[bytes]:
        """Send it."""
        length = {"Content-Length": str(len(self.body))}
        start(
            _STATUS[self.status],
            list({**ALWAYS, **length, **self.headers}.items()),
        )
        return [] if head else [self.body]


def static_file(path: str) -> Answer | None:
    """One of the two files the pages need; None for any other path."""
    kind = _FILES.get(path)
    if kind is None:
        return None
    content = (_STATIC / path.removeprefix("/static/")).read_bytes()
    return Answer(200, content, {"Content-Type": kind})
