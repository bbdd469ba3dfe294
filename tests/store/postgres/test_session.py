import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from stillhere.errors import StillHereError
from stillhere.reports import EXERCISE_KEY
from stillhere.store import Store
from stillhere.store.postgres.session import Session
from tests.postgres import Databases

MEMBER = f"member_{os.getpid()}"  # users belong to the server, not to a database
PASSWORD = "for a test: քար"  # noqa: S105 (protects nobody)


@pytest.fixture
def member(postgres: Databases, postgres_url: str) -> Iterator[str]:
    """The address of a database for a user who has a password."""
    address = postgres_url.replace("//tester@", f"//{MEMBER}@")
    name = postgres_url.rpartition("/")[2]
    postgres.execute(f"CREATE ROLE {MEMBER} LOGIN PASSWORD '{PASSWORD}'")
    postgres.execute(f"ALTER DATABASE {name} OWNER TO {MEMBER}")
    postgres.execute(f"ALTER SCHEMA public OWNER TO {MEMBER}", postgres_url)
    yield address
    postgres.execute(f"ALTER DATABASE {name} OWNER TO CURRENT_USER")
    postgres.execute(f"DROP OWNED BY {MEMBER} CASCADE", postgres_url)
    postgres.execute(f"DROP ROLE {MEMBER}")


@pytest.fixture(autouse=True)
def nothing_from_outside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("PGPASSWORD", raising=False)
    monkeypatch.setenv("PGPASSFILE", str(tmp_path / "none"))


def password_file(folder: Path, password: str) -> Path:
    path = folder / "passwords"
    escaped = password.replace(":", "\\:")
    path.write_text(f"*:*:*:{MEMBER}:{escaped}\n", encoding="utf-8")
    path.chmod(0o600)
    return path


def refusal(address: str) -> StillHereError:
    with pytest.raises(StillHereError) as caught:
        Store.connect(address)
    return caught.value


def test_the_password_comes_from_a_password_file(member: str, tmp_path: Path) -> None:
    address = f"{member}?passfile={password_file(tmp_path, PASSWORD)}"
    with Store.create_at(address, EXERCISE_KEY) as store:
        assert store.place == member
        assert store.count() == 0


def test_the_password_file_may_be_named_outside_the_address(
    member: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = password_file(tmp_path, PASSWORD)
    monkeypatch.setenv("PGPASSFILE", str(path))
    Store.create_at(member, EXERCISE_KEY).close()


def test_a_password_of_the_environment_is_not_used(
    member: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGPASSWORD", PASSWORD)
    assert refusal(member).code == "store/server-password"


def test_a_missing_password_is_told(member: str) -> None:
    assert refusal(member).code == "store/server-password"


def test_a_wrong_password_is_told_and_not_repeated(member: str, tmp_path: Path) -> None:
    error = refusal(f"{member}?passfile={password_file(tmp_path, 'not it')}")
    assert error.code == "store/server-password"
    assert "not it" not in str(error)


def test_a_wrong_name_of_the_database_is_not_called_a_wrong_password(
    member: str, tmp_path: Path
) -> None:
    path = password_file(tmp_path, PASSWORD)
    error = refusal(f"{member}_none?passfile={path}")
    assert error.code == "store/server-refused"
    assert "does not exist" in str(error)


def test_where_nobody_answers_the_server_is_unreachable() -> None:
    error = refusal("postgresql://desk@127.0.0.1:1/town")
    assert error.code == "store/server-unreachable"
    assert "postgresql://desk@127.0.0.1:1/town" in str(error)


def test_a_database_that_cannot_hold_every_name_is_refused(
    postgres: Databases, postgres_url: str
) -> None:
    name = f"{postgres_url.rpartition('/')[2]}_latin"
    settings = "ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0"
    postgres.execute(f"CREATE DATABASE {name} {settings}")
    try:
        error = refusal(f"{postgres_url}_latin")
    finally:
        postgres.execute(f"DROP DATABASE {name}")
    assert error.code == "store/server-unfit"
    assert "LATIN1" in str(error)


def test_what_is_acknowledged_is_on_the_disk_even_where_the_server_has_time(
    postgres: Databases, postgres_url: str
) -> None:
    name = postgres_url.rpartition("/")[2]
    postgres.execute(f"ALTER DATABASE {name} SET synchronous_commit = off")
    session = Session(postgres_url)
    found = session.execute("SHOW synchronous_commit").fetchone()
    session.close()
    postgres.execute(f"ALTER DATABASE {name} RESET ALL")
    assert found == ("on",)


@pytest.mark.parametrize("count", [0, 1, 31, 32, 33, 500])
@pytest.mark.parametrize(
    ("insert", "times"),
    [
        ("INSERT INTO things VALUES (?, ?, ?)", 1),
        ("INSERT INTO things VALUES (?, ?, ?) ON CONFLICT DO NOTHING", 3),
    ],
)
def test_any_number_of_rows_goes_in_once(
    postgres_url: str, count: int, insert: str, times: int
) -> None:
    rows = [
        (n, f"a\tb\n\\{n}", None if n % 2 else bytes([n % 256])) for n in range(count)
    ]
    session = Session(postgres_url)
    session.raw.execute("CREATE TABLE things (n int PRIMARY KEY, t text, b bytea)")
    with session.transaction():
        for _ in range(times):
            session.executemany(insert, iter(rows))
    found = session.execute("SELECT * FROM things ORDER BY n").fetchall()
    session.close()
    assert found == rows


def test_without_the_library_the_extra_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "stillhere.store.postgres", None)
    error = refusal("postgresql:///town")
    assert error.code == "store/no-postgres"
    assert "stillhere[postgres]" in str(error)
