"""Accounts are made, changed and closed by who keeps them; passwords are shown once."""

import re
from pathlib import Path

from django.test import Client

_PASSWORD = re.compile(r"[a-z]{4}(?:-[a-z]{4}){3}")


def _made(coordinator: Client, name: str = "anahit", roles: str = "hotline") -> str:
    typed = {"name": name, "shown": "Anahit", "roles": roles}
    answer = coordinator.post("/accounts/", typed, follow=True)
    found = _PASSWORD.search(answer.content.decode())
    assert found is not None
    return found.group()


def test_a_new_account_signs_in_with_the_password_shown(coordinator: Client) -> None:
    password = _made(coordinator)
    other = Client()
    answer = other.post("/sign-in/", {"username": "anahit", "password": password})
    assert answer.status_code == 302
    assert other.get("/").status_code == 200


def test_the_password_is_shown_once(coordinator: Client) -> None:
    password = _made(coordinator)
    assert password not in coordinator.get("/accounts/").content.decode()


def test_the_terminal_knows_who_signs_in_and_as_what(coordinator: Client) -> None:
    from stillhere.desk import rows  # noqa: PLC0415
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    _made(coordinator)
    known = the_operation().store.account_roles()
    assert known == {a.name: tuple(a.roles) for a in rows.accounts()}
    assert known["anahit"]


def test_no_password_stands_in_the_table(coordinator: Client) -> None:
    from stillhere.desk import rows  # noqa: PLC0415

    password = _made(coordinator)
    account = rows.get_account("anahit")
    assert account is not None
    assert account.password.startswith("argon2")
    assert password not in account.password


def test_a_name_that_is_taken_is_refused_with_a_sentence(coordinator: Client) -> None:
    typed = {"name": "hotline", "shown": "", "roles": "hotline"}
    answer = coordinator.post("/accounts/", typed)
    assert "Somebody signs in by this name already" in answer.content.decode()


def test_a_closed_account_cannot_sign_in_and_an_opened_one_can(
    coordinator: Client,
) -> None:
    password = _made(coordinator)
    typed = {"username": "anahit", "password": password}
    coordinator.post("/accounts/anahit/", {"act": "close"})
    assert Client().post("/sign-in/", typed).status_code == 200
    coordinator.post("/accounts/anahit/", {"act": "open"})
    assert Client().post("/sign-in/", typed).status_code == 302


def test_nobody_closes_the_account_they_sit_at(coordinator: Client) -> None:
    coordinator.post("/accounts/coordinator/", {"act": "close"})
    assert coordinator.get("/").status_code == 200


def test_nobody_gives_up_the_keeping_of_accounts_by_mistake(
    coordinator: Client,
) -> None:
    coordinator.post("/accounts/coordinator/", {"act": "roles", "roles": "hotline"})
    assert coordinator.get("/accounts/").status_code == 200


def test_changed_roles_count_at_once(coordinator: Client) -> None:
    password = _made(coordinator)
    other = Client()
    other.post("/sign-in/", {"username": "anahit", "password": password})
    assert other.get("/openings/").status_code == 403
    changed = {"act": "roles", "roles": ["hotline", "coordinator"]}
    coordinator.post("/accounts/anahit/", changed)
    assert other.get("/openings/").status_code == 200


def test_somebody_changes_their_own_password(coordinator: Client, desk: Path) -> None:
    from tests.desk.conftest import PASSWORD  # noqa: PLC0415

    del desk
    new = "seven green boats at noon"
    typed = {"old_password": PASSWORD, "new_password1": new, "new_password2": new}
    assert coordinator.post("/password/", typed).status_code == 302
    assert coordinator.get("/").status_code == 200
    typed = {"username": "coordinator", "password": new}
    assert Client().post("/sign-in/", typed).status_code == 302


def test_the_log_shows_lines_and_narrows_to_an_account(coordinator: Client) -> None:
    from stillhere.desk import rows  # noqa: PLC0415

    rows.note_opening("2023-10-09T08:00:00+04:00", "hotline", "a" * 32, "person")
    rows.note_opening("2023-10-09T09:00:00+04:00", "registrar", "b" * 32, "person")
    whole = coordinator.get("/openings/").content.decode()
    assert "a" * 12 in whole
    assert "b" * 12 in whole
    part = coordinator.get("/openings/?account=hotline").content.decode()
    assert "a" * 12 in part
    assert "b" * 12 not in part


def test_lines_of_the_log_can_be_neither_changed_nor_deleted(desk: Path) -> None:
    import pytest  # noqa: PLC0415
    from django.db import DatabaseError  # noqa: PLC0415

    from stillhere.desk import rows  # noqa: PLC0415
    from stillhere.desk.models import Opening  # noqa: PLC0415

    del desk
    rows.note_opening("2023-10-09T08:00:00+04:00", "hotline", "a" * 32, "person")
    with pytest.raises(DatabaseError):
        Opening.objects.update(account="nobody")
    with pytest.raises(DatabaseError):
        Opening.objects.all().delete()
