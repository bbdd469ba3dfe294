"""The store of the demo: everything of the invented town, and who may sign in to it."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

from stillhere.cli.opening import Opened
from stillhere.cli.progress import Steps
from stillhere.cli.screen import heading, print_line, table
from stillhere.cli.writing import write
from stillhere.desk.access.passwords import fresh_password
from stillhere.desk.access.roles import Role
from stillhere.desk.at_hand import AtHand
from stillhere.intake.tables import table_reports, world_of
from stillhere.ledger import Picture
from stillhere.pipeline import Rules, update
from stillhere.reports import EXERCISE_KEY
from stillhere.store import Store
from stillhere.store.keys import keys_path

MARK = ".stillhere-demo.json"
STORE = "demo.store"
PASSPHRASE = "everybody here is invented"  # noqa: S105 (shown to everybody)
"""Protects nobody, as everybody in the store is invented; so it may be printed."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which town was asked for; a demo is whole for one of them."""

    town: str
    seed: int
    scale: float
    version: str

    @classmethod
    def of(cls, town: str, seed: int, scale: float) -> "Asked":
        """The town, as this version of the program makes it."""
        return cls(town, seed, scale, version("stillhere"))


def accounts_of(out: Path, asked: Asked) -> Mapping[str, str] | None:
    """Names and passwords of a demo that is whole; None where there is none like it."""
    store = out / STORE
    try:
        kept = json.loads((out / MARK).read_bytes())
        same = kept["asked"] == asdict(asked)
        accounts: Mapping[str, str] = kept["accounts"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    whole = store.is_file() and keys_path(store).is_file()
    return accounts if same and whole and accounts else None


def mark(out: Path, parts: tuple[str, ...], asked: Asked) -> dict[str, str]:
    """Note that the demo is whole; returns a name and a password for every role."""
    accounts = {role.value: fresh_password() for role in Role}
    kept = {"made": list(parts), "asked": asdict(asked), "accounts": accounts}
    write(out / MARK, json.dumps(kept, indent=1) + "\n")
    return accounts


def fill(found: Opened, picture: Picture, out: Path, shown: Steps) -> AtHand:
    """Store everything, and bring the picture to what is stored."""
    shown.tell("filling the store", 0.0)
    tables = table_reports(found.world, EXERCISE_KEY, found.as_of)
    reports = [*tables, *found.reports]
    store = Store.create(out / STORE, PASSPHRASE, EXERCISE_KEY, operation=found.region)
    with store:
        store.append(reports, found.provenance, entry_date=found.as_of)
    world = world_of(tables, EXERCISE_KEY, found.as_of)
    return AtHand(world, Rules.of_world(world), update(picture, tables))


def say_sign_in(out: Path, accounts: Mapping[str, str]) -> None:
    """Print what opens the store and the desk: nobody real stands in it."""
    heading("The desk: everybody in it is invented, so its words may be shown")
    table(("name", "password"), accounts.items())
    print_line(f'Passphrase of the store {out / STORE}: "{PASSPHRASE}"')


def make_accounts(accounts: Mapping[str, str]) -> None:
    """Let every role sign in; called once Django's settings are there."""
    from stillhere.desk import rows  # noqa: PLC0415 (needs an unlocked store)

    for name, password in accounts.items():
        if rows.get_account(name) is None:
            rows.create_account(name, password, [name])
