"""A session ends by itself, and a thousand wrong passwords open nothing."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.test import Client


def test_a_session_ends_after_it_was_idle(coordinator: Client, settings: Any) -> None:
    assert coordinator.get("/").status_code == 200
    session = coordinator.session
    session["seen"] -= settings.IDLE_S + 1
    session.save()
    assert coordinator.get("/").status_code == 302


def test_a_session_in_use_goes_on(coordinator: Client, settings: Any) -> None:
    coordinator.get("/")
    session = coordinator.session
    session["seen"] -= settings.IDLE_S - 5
    session.save()
    assert coordinator.get("/").status_code == 200
    assert coordinator.session["seen"] > session["seen"]


def test_wrong_passwords_neither_open_nor_lock_others_out(
    desk: Path, signed_in: Callable[[str], Client], *, whole: bool
) -> None:
    """One thousand of them (whole), over every account but one."""
    del desk
    names = ["coordinator", "registrar", "forensic", "nobody at all"]
    tries = 1000 if whole else 40
    for number in range(tries):
        typed = {"username": names[number % 4], "password": f"wrong number {number}"}
        answer = Client().post("/sign-in/", typed)
        assert answer.status_code in {200, 429}
        assert "stillhere" not in answer.cookies or not answer.wsgi_request.user.pk
    assert signed_in("hotline").get("/").status_code == 200


def test_a_changed_password_ends_other_sessions(coordinator: Client) -> None:
    from stillhere.desk import rows  # noqa: PLC0415

    rows.change_account("coordinator", password="entirely new words")  # noqa: S106
    assert coordinator.get("/").status_code == 302


def test_a_closed_account_is_signed_out(coordinator: Client) -> None:
    from stillhere.desk import rows  # noqa: PLC0415

    rows.change_account("coordinator", active=False)
    assert coordinator.get("/").status_code == 302
