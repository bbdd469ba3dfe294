"""The application: Django, once a store is unlocked."""

import os
from typing import TYPE_CHECKING

import django
from django.core.wsgi import get_wsgi_application

if TYPE_CHECKING:
    from django.core.handlers.wsgi import WSGIHandler


def prepare() -> None:
    """Let Django read its settings; a store must be unlocked before."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "stillhere.desk.settings"
    django.setup()


def application() -> "WSGIHandler":
    """The WSGI application of the desk."""
    return get_wsgi_application()
