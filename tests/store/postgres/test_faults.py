from collections.abc import Iterator

import psycopg
import pytest

from stillhere.errors import StillHereError
from stillhere.store.postgres.faults import told
from stillhere.store.postgres.session import Session


@pytest.fixture
def session(postgres_url: str) -> Iterator[Session]:
    opened = Session(postgres_url)
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("state", "code"),
    [
        ("53100", "store/disk-full"),
        ("53200", "store/server-failed"),
        ("58030", "store/server-failed"),
        ("XX001", "store/server-failed"),
        ("40001", "store/server-failed"),
        ("55P03", "store/server-failed"),
        ("57014", "store/server-failed"),
        ("57P01", "store/server-lost"),
        ("42501", "store/read-only"),
        ("25006", "store/read-only"),
    ],
)
def test_what_a_server_says_becomes_a_sentence(
    session: Session, state: str, code: str
) -> None:
    says = f"DO $$ BEGIN RAISE EXCEPTION 'so it is' USING ERRCODE = '{state}'; END $$"
    with pytest.raises(StillHereError) as caught, told("postgresql://town"):
        session.execute(says)
    assert caught.value.code == code
    assert "postgresql://town" in str(caught.value)


def test_mistakes_of_the_program_pass_unchanged(session: Session) -> None:
    with pytest.raises(psycopg.errors.UndefinedTable), told("postgresql://town"):
        session.execute("SELECT nothing FROM nowhere")
    with pytest.raises(ZeroDivisionError), told("postgresql://town"):
        _ = 1 // 0
