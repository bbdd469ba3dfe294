"""What is sent to the server, and what it answers, rests in memory alone."""

import http.client
import tempfile
import threading
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest

from stillhere.desk.listening import Address, Listening

MIB = 1 << 20


def _echo(environ: dict[str, Any], start: Callable[..., object]) -> list[bytes]:
    size = int(environ["CONTENT_LENGTH"])
    start("200 OK", [("Content-Length", str(size))])
    return [environ["wsgi.input"].read(size)]


@pytest.fixture
def port() -> Iterator[int]:
    """Where a server answers with what it was sent."""
    server = Listening.at(Address(port=0), _echo)
    worker = threading.Thread(target=server.run, daemon=True)
    worker.start()
    yield urlsplit(server.url).port or 0
    server.end()
    worker.join(10)


def _sent(port: int, size: int) -> tuple[int, int]:
    """Status and length of the answer to so many bytes."""
    asked = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    asked.request("POST", "/", b"n" * size)
    answer = asked.getresponse()
    found = answer.status, len(answer.read())
    asked.close()
    return found


def test_a_large_list_and_a_large_answer_touch_no_disk(
    port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[object] = []
    monkeypatch.setattr(tempfile, "TemporaryFile", lambda *a: made.append(a))
    assert _sent(port, 8 * MIB) == (200, 8 * MIB)
    assert made == []


def test_far_more_than_a_page_takes_is_refused_before_it_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("STILLHERE_UPLOAD_MIB", "1")
    server = Listening.at(Address(port=0), _echo)
    worker = threading.Thread(target=server.run, daemon=True)
    worker.start()
    port = urlsplit(server.url).port or 0
    asked = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    asked.putrequest("POST", "/")
    asked.putheader("Content-Length", str(3 * MIB))
    asked.endheaders()
    assert asked.getresponse().status == 413
    asked.close()
    server.end()
    worker.join(10)


@pytest.mark.parametrize("behind", [False, True])
def test_only_what_encrypts_before_the_desk_may_say_for_whom_it_asks(
    monkeypatch: pytest.MonkeyPatch, behind: bool
) -> None:
    monkeypatch.setenv("STILLHERE_BEHIND_TLS", "yes" if behind else "")

    def tell(environ: dict[str, Any], start: Callable[..., object]) -> list[bytes]:
        start("200 OK", [])
        told = environ["REMOTE_ADDR"], environ.get("HTTP_X_FORWARDED_PROTO", "")
        return [" ".join(told).encode()]

    server = Listening.at(Address(port=0), tell)
    worker = threading.Thread(target=server.run, daemon=True)
    worker.start()
    port = urlsplit(server.url).port or 0
    asked = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    claims = {"X-Forwarded-For": "192.0.2.7", "X-Forwarded-Proto": "https"}
    asked.request("GET", "/", headers=claims)
    found = asked.getresponse().read().decode()
    asked.close()
    server.end()
    worker.join(10)
    assert found.strip() == ("192.0.2.7 https" if behind else "127.0.0.1")
