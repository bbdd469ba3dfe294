import subprocess
import sys

import pytest

from stillhere.desk.server_database import settings_of
from stillhere.errors import StillHereError
from stillhere.reports import EXERCISE_KEY
from stillhere.store import Store

MIGRATE = """
import sys
from stillhere.desk.unlocked import Unlocked, hold
from stillhere.desk.wsgi import prepare

hold(Unlocked.server(sys.argv[1], bytes(32)))
prepare()
from django.core.management import call_command
from stillhere.desk import rows

call_command("migrate", verbosity=0, interactive=False)
call_command("migrate", verbosity=0, interactive=False, check_unapplied=True)
"""


def test_django_has_the_server_prove_who_it_is() -> None:
    found = settings_of("postgresql://desk@db.example:5433/town")
    assert found["NAME"] == "town"
    options = found["OPTIONS"]
    assert (options["host"], options["port"]) == ("db.example", "5433")
    assert options["sslmode"] == "verify-full"


def test_django_takes_no_password_from_the_address() -> None:
    with pytest.raises(StillHereError) as caught:
        settings_of("postgresql://desk:secret@localhost/town")
    assert caught.value.code == "store/password-in-address"


def test_the_tables_of_the_desk_stand_beside_those_of_the_store(
    postgres_url: str,
) -> None:
    Store.create_at(postgres_url, EXERCISE_KEY).close()
    command = [sys.executable, "-c", MIGRATE, postgres_url]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    with Store.connect(postgres_url) as store:
        assert store.check().findings == ()
        question = "SELECT to_regclass('desk_account') IS NOT NULL"
        assert store._connection.execute(question).fetchone() == (True,)
