"""Every address has a rule, and every rule is kept; found by walking the addresses."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

PLACEHOLDER = re.compile(r"<(?:\w+:)?(\w+)>")
OPEN = {"sign-in", "sign-out", "language"}


def addresses() -> Iterator[tuple[str, str, Any]]:
    """Name, an address of it, and its view; every one there is."""
    from django.urls import get_resolver  # noqa: PLC0415 (needs settings)

    yield from _under(get_resolver().url_patterns, "")


def _under(patterns: Any, prefix: str) -> Iterator[tuple[str, str, Any]]:
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            yield from _under(pattern.url_patterns, route)
        else:
            yield pattern.name, "/" + PLACEHOLDER.sub("1", route), pattern.callback


def test_every_view_states_a_rule(desk: Path) -> None:
    from stillhere.desk.access import rule_of  # noqa: PLC0415

    del desk
    found = list(addresses())
    assert len(found) > 10
    assert [name for name, _, view in found if rule_of(view) is None] == []


def test_every_address_has_a_name_of_its_own(desk: Path) -> None:
    del desk
    names = [name for name, _, _ in addresses()]
    assert None not in names
    assert len(set(names)) == len(names)


def test_every_address_leads_to_the_sign_in_first(desk: Path) -> None:
    del desk
    for name, address, _ in addresses():
        if name in OPEN:
            continue
        for method in ("get", "post"):
            answer = getattr(Client(), method)(address)
            assert answer.status_code == 302, (name, method, answer.status_code)
            assert answer.headers["Location"].startswith("/sign-in/?next="), name


def test_an_unknown_address_says_nothing_about_what_stands_elsewhere(
    desk: Path,
) -> None:
    del desk
    answer = Client().get("/no-such-page/")
    assert answer.status_code == 404
    assert "Traceback" not in answer.content.decode()


def test_a_view_without_a_rule_answers_nobody(desk: Path) -> None:
    from django.core.exceptions import PermissionDenied  # noqa: PLC0415
    from django.http import HttpResponse  # noqa: PLC0415
    from django.test import RequestFactory  # noqa: PLC0415

    from stillhere.desk.middleware.enforced import AskedByEveryView  # noqa: PLC0415

    del desk

    def bare(_request: object) -> HttpResponse:
        return HttpResponse("seen")

    gate = AskedByEveryView(lambda _request: HttpResponse())
    with pytest.raises(PermissionDenied):
        gate.process_view(RequestFactory().get("/"), bare, (), {})


def test_a_role_is_refused_what_the_table_does_not_give_it(
    desk: Path, signed_in: Any
) -> None:
    """Whatever the address: refused exactly where table and rule say so."""
    from stillhere.desk.access import TABLE, Role, may, rule_of  # noqa: PLC0415

    del desk
    assert set(TABLE) == set(Role)
    checked = 0
    for role in Role:
        client = signed_in(role.value)
        for name, address, view in addresses():
            rule = rule_of(view)
            assert rule is not None
            if rule.open or rule.act is None or may([role], rule.act, rule.scope):
                continue
            for method in ("get", "post"):
                answer = getattr(client, method)(address)
                assert answer.status_code == 403, (role, name, method)
                checked += 1
    assert checked > 20


def test_every_answer_forbids_what_comes_from_outside(desk: Path) -> None:
    del desk
    for address in ("/", "/sign-in/", "/no-such-page/", "/static/desk/desk.css"):
        answer = Client().get(address)
        answer.close()
        headers = answer.headers
        assert headers["Content-Security-Policy"].startswith("default-src 'self';")
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["X-Content-Type-Options"] == "nosniff"


def test_pages_are_not_kept_by_the_browser(coordinator: Client) -> None:
    assert coordinator.get("/").headers["Cache-Control"] == "no-store"
