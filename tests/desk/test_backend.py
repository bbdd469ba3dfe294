"""Django rests in the encrypted file of the store, and nowhere else."""

import sqlite3
from pathlib import Path

import pytest


def test_the_tables_of_the_desk_stand_in_the_store_and_are_not_readable(
    desk: Path,
) -> None:
    from stillhere.desk import rows  # noqa: PLC0415

    assert rows.has_accounts()
    with pytest.raises(sqlite3.DatabaseError):
        sqlite3.connect(desk).execute("SELECT count(*) FROM desk_account")
    assert b"coordinator" not in desk.read_bytes()


def test_every_setting_of_the_store_holds_for_django_too(desk: Path) -> None:
    from django.db import connection  # noqa: PLC0415

    del desk
    with connection.cursor() as cursor:
        read = {}
        for name in ("synchronous", "journal_mode", "secure_delete", "temp_store"):
            cursor.execute(f"PRAGMA {name}")
            read[name] = cursor.fetchone()[0]
    assert read == {
        "synchronous": 2,
        "journal_mode": "wal",
        "secure_delete": 1,
        "temp_store": 2,
    }


def test_a_transaction_that_fails_leaves_nothing(desk: Path) -> None:
    from django.db import transaction  # noqa: PLC0415

    from stillhere.desk import rows  # noqa: PLC0415

    del desk

    def half() -> None:
        with transaction.atomic():
            rows.create_account("half", "no password at all", ["hotline"])
            raise ValueError("half done")

    with pytest.raises(ValueError, match="half done"):
        half()
    assert rows.get_account("half") is None


def test_migrations_say_all_that_the_models_say(desk: Path) -> None:
    from django.core.management import call_command  # noqa: PLC0415

    del desk
    call_command("makemigrations", "desk", check=True, dry_run=True, verbosity=0)


def test_uploads_never_touch_the_disk(desk: Path) -> None:
    from django.conf import settings  # noqa: PLC0415

    del desk
    assert settings.FILE_UPLOAD_HANDLERS == ["stillhere.desk.forms.uploads.InMemory"]
