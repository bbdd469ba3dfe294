"""The door: asks for the passphrase until one opens the store."""

import threading
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from stillhere.desk.unlocked import Unlocked
from stillhere.desk.unlocking import pages
from stillhere.desk.unlocking.exchange import Answer, Request, static_file
from stillhere.desk.unlocking.slowing import Slowing
from stillhere.desk.unlocking.speech import said, speech
from stillhere.desk.variables import behind_tls
from stillhere.errors import StillHereError

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

Unlock = Callable[[str], Unlocked]


class Door:
    """A small WSGI application: locked first, then on the way to the desk.

    Args:
        unlock: Makes a passphrase an unlocked store, or raises a StillHereError.
        slowing: Counts wrong tries.
    """

    def __init__(self, unlock: Unlock | None, slowing: Slowing | None = None) -> None:
        self._unlock = unlock
        self._slowing = slowing or Slowing()
        self._trying = threading.Lock()
        self._opened = threading.Event()
        self._found: list[Unlocked] = []
        self._error: StillHereError | None = None
        if unlock is None:
            self._opened.set()

    def wait(self, seconds: float) -> Unlocked | None:
        """The unlocked store, as soon as there is one; None if not by then."""
        return self._found[0] if self._opened.wait(seconds) and self._found else None

    def stop(self, error: StillHereError) -> None:
        """From now on say why the desk cannot start."""
        self._error = error

    def __call__(
        self, environ: "WSGIEnvironment", start: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer one request."""
        request = Request(environ)
        return self._answer(request).given(start, head=request.method == "HEAD")

    def _answer(self, request: Request) -> Answer:
        if not request.expected:
            return Answer(400)
        file = static_file(request.path)
        if file is not None:
            return file
        if request.chosen:
            return Answer.again(request.path, request.chosen)
        if self._error is not None:
            sentence = said(self._error, speech(request.language))
            return Answer.page(pages.stopped(request.language, sentence), 503)
        if self._opened.is_set():
            return _passing(request)
        return self._locked(request)

    def _locked(self, request: Request) -> Answer:
        if not request.near and not behind_tls():
            return Answer.page(pages.elsewhere(request.language), 403)
        if request.method == "POST":
            return self._tried(request)
        if request.method not in {"GET", "HEAD"}:
            return Answer(405)
        return Answer.page(pages.locked(request.language))

    def _tried(self, request: Request) -> Answer:
        """One try at a time; further ones meanwhile wait for it."""
        with self._trying:
            if self._opened.is_set():
                return Answer.again(request.path)
            left = self._slowing.seconds_left()
            if left:
                return _wait(request, left)
            try:
                self._open(request.typed("passphrase"))
            except StillHereError as error:
                if error.code == "store/wrong-passphrase":
                    self._slowing.note_wrong()
                sentence = said(error, speech(request.language))
                return Answer.page(pages.locked(request.language, sentence), 403)
        return Answer.again(request.path)

    def _open(self, passphrase: str) -> None:
        if self._unlock is not None:
            self._found.append(self._unlock(passphrase))
            self._opened.set()


def _passing(request: Request) -> Answer:
    if request.method == "POST":
        return Answer.again(request.path)
    answer = Answer.page(pages.on_the_way(request.language), 503)
    answer.headers["Retry-After"] = "1"
    return answer


def _wait(request: Request, seconds: int) -> Answer:
    words = speech(request.language)
    sentence = words.ngettext(
        "Too many wrong passphrases. This one was not looked at. Try again in {number} "
        "second.",
        "Too many wrong passphrases. This one was not looked at. Try again in {number} "
        "seconds.",
        seconds,
    ).format(number=seconds)
    answer = Answer.page(pages.locked(request.language, sentence), 429)
    answer.headers["Retry-After"] = str(seconds)
    return answer
