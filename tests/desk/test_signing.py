"""Nobody sees anything before signing in."""

from collections.abc import Callable
from pathlib import Path

from django.test import Client


def test_the_first_page_leads_to_the_sign_in(desk: Path) -> None:
    del desk
    answer = Client().get("/")
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/sign-in/?next=/"


def test_a_right_password_opens_the_overview(coordinator: Client) -> None:
    assert coordinator.get("/").status_code == 200


def test_every_language_is_offered_by_its_own_name(desk: Path) -> None:
    del desk
    page = Client().get("/sign-in/").content.decode()
    for name in ("Հայերեն", "Azərbaycanca", "Русский", "English"):
        assert f">{name}</button>" in page


def test_a_wrong_password_says_so_in_one_sentence(desk: Path) -> None:
    del desk
    wrong = {"username": "coordinator", "password": "a wrong one entirely"}
    answer = Client().post("/sign-in/", wrong)
    assert answer.status_code == 200
    assert "do not belong together" in answer.content.decode()


def test_after_too_many_wrong_ones_the_right_one_has_to_wait_but_others_do_not(
    desk: Path, signed_in: Callable[[str], Client]
) -> None:
    del desk
    wrong = {"username": "hotline", "password": "a wrong one entirely"}
    for _ in range(6):
        answer = Client().post("/sign-in/", wrong)
    assert answer.status_code == 429
    assert signed_in("registrar").get("/").status_code == 200


def test_signing_out_ends_the_session(coordinator: Client) -> None:
    coordinator.post("/sign-out/")
    assert coordinator.get("/").status_code == 302
