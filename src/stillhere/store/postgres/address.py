"""Addresses of databases: read once, refused where they give something away.

A password in an address would be seen by every program of the machine and kept in the
history of its shell; words sent to another machine in the clear, by everyone on the way.
"""

from typing import Any

from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

from stillhere.errors import StillHereError

_SCHEMES = ("postgresql://", "postgres://")
_HERE = ("", "localhost", "127.0.0.1", "::1")
_ENCRYPTED = ("require", "verify-ca", "verify-full")
_WAIT_S = 10


def shown(address: str) -> str:
    """The address as sentences name it: without options, and without any password."""
    if not address.startswith(_SCHEMES):
        return "given"
    scheme, found, rest = address.partition("?")[0].partition("://")
    who, at, where = rest.rpartition("@")
    return f"{scheme}{found}{who.partition(':')[0]}{at}{where}"


def parameters(address: str) -> dict[str, Any]:
    """What the library needs to connect: names of libpq's parameters and their values.

    Encryption and a verified server are asked for wherever the server is another
    machine, unless the address says how it is to be done.

    Raises:
        StillHereError: `store/address-unreadable`, `store/password-in-address` or
            `store/address-unprotected`.
    """
    place = shown(address)
    if not address.startswith(_SCHEMES):
        raise StillHereError("store/address-unreadable", path=place)
    try:
        found = conninfo_to_dict(address)
    except ProgrammingError:
        # Its own words repeat the address, whatever stands in it.
        raise StillHereError("store/address-unreadable", path=place) from None
    if not found.get("dbname"):
        raise StillHereError("store/address-unreadable", path=place)
    if found.get("password"):
        raise StillHereError("store/password-in-address", path=place)
    if not _here(found):
        mode = found.setdefault("sslmode", "verify-full")
        if mode not in _ENCRYPTED:
            raise StillHereError("store/address-unprotected", path=place, mode=mode)
    # An empty password is none; stating it has PGPASSWORD passed over, not the file.
    found["password"] = ""
    return {"connect_timeout": _WAIT_S, "application_name": "stillhere", **found}


def _here(found: dict[str, Any]) -> bool:
    """Whether every host named is this machine."""
    named = ",".join(str(found.get(key) or "") for key in ("host", "hostaddr"))
    return all(host in _HERE or host.startswith("/") for host in named.split(","))
