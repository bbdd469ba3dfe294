"""Django on the PostgreSQL database of the operation."""

from typing import Any

from stillhere.store.postgres import parameters


def settings_of(url: str) -> dict[str, Any]:
    """Django's settings for the address the store was opened with.

    Django connects as the store does: with a verified server wherever that is another
    machine, and with a password from a password file alone.

    Args:
        url: ``postgresql://user@host:port/name?passfile=...``, without a password.
    """
    found = parameters(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": found.pop("dbname"),
        "OPTIONS": found,
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
    }
