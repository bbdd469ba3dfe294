"""``desk``: the program people open in a browser, from a store."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stillhere.cli.options import SCHEMES, PassphraseFd
from stillhere.cli.screen import note, print_line
from stillhere.desk.unlocked import Unlocked
from stillhere.desk.unlocking import unlocked_file
from stillhere.desk.unlocking.door import Unlock
from stillhere.errors import StillHereError
from stillhere.store import Store, read_passphrase
from stillhere.store.keys import keys_path

if TYPE_CHECKING:
    from stillhere.desk.at_hand import AtHand

BACKUPS = "backups"
"""Folder of nightly backups, beside the store."""


def desk(
    store: Annotated[
        str,
        typer.Argument(metavar="STORE", help="The store, or a postgresql:// address."),
    ],
    *,
    port: Annotated[
        int | None,
        typer.Option(help="Answer here; otherwise the first free port from 8480."),
    ] = None,
    host: Annotated[
        str, typer.Option(help="An address of this machine; others can reach it then.")
    ] = "127.0.0.1",
    backups: Annotated[
        Path | None,
        typer.Option(help="Folder for nightly backups; otherwise beside the store."),
    ] = None,
    passphrase_fd: PassphraseFd = None,
) -> None:
    """Serve the desk in a browser until Ctrl-C; everything entered stays in the store.

    Without a terminal and a passphrase, the page itself asks for it.
    """
    place = Place(host, port, _folder(store, backups))
    serve_desk(_opened_by(store, passphrase_fd), place, first_account)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the desk answers, and where its nightly backups go."""

    host: str = "127.0.0.1"
    port: int | None = None
    backups: Path | None = None


def has_desk() -> bool:
    """Whether the libraries of the desk are installed."""
    return all(find_spec(name) is not None for name in ("django", "waitress"))


def serve_desk(
    opened_by: "Unlocked | Unlock",
    place: Place,
    accounts: Callable[[], None],
    at_hand: "AtHand | None" = None,
) -> None:
    """Serve until Ctrl-C, and say on the terminal where.

    Args:
        opened_by: The unlocked store, or what makes a passphrase one.
        place: Where.
        accounts: Sees to it that somebody can sign in, before anybody can.
        at_hand: A picture of the store that this process has made already.

    Raises:
        StillHereError: `cli/no-desk` where its libraries are not installed.
    """
    if not has_desk():
        raise StillHereError("cli/no-desk")
    from stillhere.desk import listening, serving  # noqa: PLC0415 (an extra)

    told = serving.Told(
        listening=lambda url: say_now(f"The desk answers at {url}"),
        ready=lambda: say_now("It is ready. Ctrl-C ends it."),
        before_opening=accounts,
    )
    address = listening.Address(place.host, place.port)
    serving.serve(opened_by, serving.Serving(address, place.backups, at_hand), told)
    note("The desk has ended. Everything it acknowledged is in the store.")


def first_account() -> None:
    """Make an account where there is none, and say its password once."""
    # Needs Django's settings, which need an unlocked store.
    from stillhere.desk.access.first_account import make_first_account  # noqa: PLC0415

    make_first_account(_told_once)


def _told_once(name: str, password: str) -> None:
    say_now(f"First sign-in: name {name}, password {password}")
    say_now("It is shown this once. Make accounts for the others on the page Accounts.")


def say_now(line: str) -> None:
    """A line that is read at once, also where it goes to a file."""
    print_line(line)
    sys.stdout.flush()


def _opened_by(store: str, fd: int | None) -> Unlocked | Unlock:
    if store.startswith(SCHEMES):
        with Store.connect(store) as there:
            return Unlocked.server(store, there.operation_key.secret)
    path = Path(store)
    _look(path)
    if fd is None and not sys.stdin.isatty():
        note("Nobody gave the passphrase: the page asks for it.")
        return lambda words: unlocked_file(path, words)
    return unlocked_file(path, read_passphrase(fd, f"Passphrase of {path}: "))


def _look(path: Path) -> None:
    """Refuse what is no store before anybody is asked for anything."""
    if path.is_dir():
        raise StillHereError("cli/needs-store", path=path, action="what is entered")
    if not path.exists():
        raise StillHereError("store/not-found", path=path)
    if not keys_path(path).exists():
        raise StillHereError("store/keys-missing", path=path, keys=keys_path(path))


def _folder(store: str, backups: Path | None) -> Path | None:
    if backups is not None:
        return backups.absolute()
    if store.startswith(SCHEMES):
        return None
    return Path(store).absolute().parent / BACKUPS
