"""Variables of the environment, read through these typed functions and nowhere else.

The passphrase of a store is never among them.
"""

import os


def whole_number(name: str, default: int) -> int:
    """A variable as a whole number from 1; the default where it is no such number."""
    text = os.environ.get(name, "")
    return int(text) if text.isdecimal() and int(text) else default


def words(name: str) -> list[str]:
    """A variable as words apart by commas; empty where it is not set."""
    return [w.strip() for w in os.environ.get(name, "").split(",") if w.strip()]


def switch(name: str) -> bool:
    """Whether a variable is set to 1, yes or true."""
    return os.environ.get(name, "").lower() in {"1", "yes", "true"}


def hosts() -> list[str]:
    """Names this desk answers to: this machine's own, and those it was given."""
    return ["127.0.0.1", "localhost", "[::1]", *words("STILLHERE_HOSTS")]


def behind_tls() -> bool:
    """Whether something before the desk encrypts what goes over the network."""
    return switch("STILLHERE_BEHIND_TLS")
