"""Django on the PostgreSQL database of the operation."""

from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit


def settings_of(url: str) -> dict[str, Any]:
    """Django's settings for the address the store was opened with.

    Args:
        url: ``postgresql://user@host:port/name?passfile=...``, without a password.
    """
    parts = urlsplit(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": dict(parse_qsl(parts.query)),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
    }
