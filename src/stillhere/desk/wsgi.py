"""The application: Django, once a store is unlocked."""

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

import django
from django.core.wsgi import get_wsgi_application

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

_CHARSET = "charset"


def prepare() -> None:
    """Let Django read its settings; a store must be unlocked before."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "stillhere.desk.settings"
    django.setup()


def application() -> "WSGIApplication":
    """The WSGI application of the desk.

    Every request is read as UTF-8, whatever it claims to be written in: some encodings
    that may be named fail before Django could answer.
    """
    desk = get_wsgi_application()

    def answer(environ: "WSGIEnvironment", start: "StartResponse") -> Iterable[bytes]:
        kind = environ.get("CONTENT_TYPE", "")
        if _CHARSET in kind.lower():
            environ["CONTENT_TYPE"] = _without_charset(kind)
        return desk(environ, start)

    return answer


def _without_charset(kind: str) -> str:
    parts = kind.split(";")
    return ";".join(p for p in parts if not p.strip().lower().startswith(_CHARSET))
