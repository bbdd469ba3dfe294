"""Where a team is stands in memory, and nowhere it could be found later."""

import io
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from stillhere.desk.planning.handing import HandedSheet
from stillhere.desk.safety.positions import Position, Positions
from stillhere.desk.safety.said import OutingKey
from stillhere.store import Store, restore
from tests.desk.conftest import PASSPHRASE
from tests.desk.test_access import addresses
from tests.desk.test_backup import backups, quiet  # noqa: F401 (a fixture)
from tests.desk.test_logs import log  # noqa: F401 (a fixture)
from tests.desk.test_plan import _forget  # noqa: F401 (a fixture)
from tests.desk.test_teams import (  # noqa: F401 (fixtures)
    clock,
    page,
    say,
    sheets,
    the_operation,
)

CANARY = "Zvartnots-by-the-old-well"
HERE = OutingKey("2023-10-05", "0badcafe-01")
THERE = OutingKey("2023-10-05", "0badcafe-02")
AT = datetime(2023, 10, 5, 11)  # noqa: DTZ001 (the clock on the wall)


def test_only_the_last_place_is_known_and_only_of_who_is_out() -> None:
    known = Positions()
    known.note(HERE, Position("at the mill", AT))
    known.note(HERE, Position("at the school", AT))
    known.note(THERE, Position("at the bridge", AT))
    assert known.of(HERE) == Position("at the school", AT)
    known.keep({THERE})
    assert known.of(HERE) is None
    assert len(known) == 1


def test_what_a_position_shows_of_itself_names_no_place() -> None:
    assert "mill" not in repr(Position("at the mill", AT))
    assert "mill" not in repr(Positions())


def told(client: Client) -> None:
    """A team says where it is, twice, and its page shows it."""
    say(client, 1, where=CANARY)
    say(client, 1, where=f"{CANARY} still")
    assert f"{CANARY} still" in page(client)


def everything(store: Store) -> Iterator[str]:
    """Every row of every table of a store, sessions and the kept picture included."""
    ask = store._connection.execute
    tables = ask("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    assert len(tables) > 10
    for (table,) in tables:
        yield from map(str, ask(f'SELECT * FROM "{table}"'))  # noqa: S608 (its own)


@pytest.mark.usefixtures("sheets")
def test_no_table_of_the_store_and_no_file_beside_it_has_it(
    coordinator: Client, desk: Path
) -> None:
    from stillhere.desk.operation import snapshots  # noqa: PLC0415

    told(coordinator)
    snapshots.keep(the_operation())
    with Store.open(desk, PASSPHRASE) as store:
        rows = list(everything(store))
    assert any("checked_in" in row for row in rows)
    assert not any(CANARY in row for row in rows)
    for file in desk.parent.rglob("*"):
        assert file.is_dir() or CANARY.encode() not in file.read_bytes()


@pytest.mark.usefixtures("sheets")
def test_no_backup_has_it(backups: Any, coordinator: Client, tmp_path: Path) -> None:  # noqa: F811
    told(coordinator)
    taken = backups.take(tmp_path, quiet)
    restore(Path(taken.place), tmp_path / "clean" / "back.db", PASSPHRASE)
    with Store.open(tmp_path / "clean" / "back.db", PASSPHRASE) as store:
        rows = list(everything(store))
    assert any("checked_in" in row for row in rows)
    assert not any(CANARY in row for row in rows)


@pytest.mark.usefixtures("sheets")
def test_no_log_has_it_not_even_where_the_program_fails(
    log: io.StringIO,  # noqa: F811
    coordinator: Client,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fails(*given: object) -> None:
        raise ValueError(given, CANARY)

    told(coordinator)
    say(coordinator, 77, where=CANARY)
    monkeypatch.setattr("stillhere.desk.views.safety.page._remember", fails)
    coordinator.raise_request_exception = False
    assert say(coordinator, 1, where=CANARY).status_code == 500
    assert "ValueError" in log.getvalue()
    assert CANARY not in log.getvalue()


def test_no_page_but_that_of_the_teams_and_no_export_has_it(
    sheets: list[HandedSheet],  # noqa: F811
    coordinator: Client,
) -> None:
    told(coordinator)
    others = {address for name, address, _ in addresses() if name != "teams"}
    others |= {f"/plan/sheets/{sheets[0].number}/", f"/reports/{sheets[0].report}/"}
    answered = 0
    for address in sorted(others):
        answer = coordinator.get(address)
        answered += answer.status_code == 200
        assert CANARY.encode() not in b"".join(answer), address
    assert answered > 15


@pytest.mark.usefixtures("sheets")
def test_it_goes_when_the_team_is_back(coordinator: Client) -> None:
    from stillhere.desk.safety.positions import positions_of  # noqa: PLC0415

    told(coordinator)
    assert len(positions_of(the_operation())) == 1
    say(coordinator, 1, "back")
    assert len(positions_of(the_operation())) == 0


def test_it_goes_when_the_plan_is_taken_back(
    sheets: list[HandedSheet],  # noqa: F811
    coordinator: Client,
) -> None:
    from stillhere.desk.safety.positions import positions_of  # noqa: PLC0415

    told(coordinator)
    coordinator.post(f"/plan/sheets/{sheets[0].number}/undo/", follow=True)
    assert len(positions_of(the_operation())) == 0


@pytest.mark.usefixtures("sheets")
def test_who_only_looks_is_not_told(coordinator: Client, signed_in: Any) -> None:
    told(coordinator)
    assert CANARY in page(signed_in("hotline"))
    assert signed_in("information").get("/teams/").status_code == 403
