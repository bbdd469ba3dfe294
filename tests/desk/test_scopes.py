"""What is restricted to some is shown to nobody else, whatever the address."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from stillhere.desk.access import TABLE, Act, Role, may
from stillhere.vocabulary import Scope
from tests.desk.restricted import (
    RESTRICTED,
    Planted,
    canary,
    planted,
    typed_addresses,
    walked,
)
from tests.desk.test_access import addresses
from tests.desk.test_imports import send, take


@pytest.fixture
def hidden(desk: Path) -> Planted:
    """Reports of every restricted purpose, stored beside the town's."""
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    del desk
    operation = the_operation()
    found = planted(operation.picture, operation.key)
    operation.enter(found.all, found.lines)
    return found


def _begin(hidden: Planted) -> Iterator[str]:
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    plain = (address for _, address, _ in addresses())
    yield from (a for a in plain if "/sign-out" not in a)
    yield from typed_addresses(the_operation().picture, hidden)


def _shown(answer: Any) -> str:
    """Everything of an answer that is not what was asked for itself."""
    text = answer.content.decode("utf-8", "replace") + str(answer.headers)
    asked = answer.wsgi_request.get_full_path()
    return text if not any(canary(s) in asked for s in RESTRICTED) else _unasked(text)


def _unasked(text: str) -> str:
    """Without the search box, the way back and the languages, which repeat the asker."""
    text = re.sub(r"<(?:input|a)\b[^>]*>", "", text)
    return re.sub(r"Location[^,]*,", "", text)


ALIKE = {
    str([(s, sorted(acts)) for s, acts in rights.items()]): role
    for role, rights in TABLE.items()
}
"""One role of those that may do the same."""


@pytest.mark.parametrize("role", sorted(ALIKE.values()))
def test_no_role_meets_a_word_of_a_purpose_that_is_not_its_own(
    hidden: Planted, signed_in: Callable[[str], Client], role: Role
) -> None:
    client = signed_in(role.value)
    met: set[str] = set()
    leaks: set[tuple[str, str]] = set()
    pages = 0
    for address, answer in walked(client, _begin(hidden)):
        assert answer.status_code < 500, address
        shown, pages = _shown(answer), pages + 1
        for scope in RESTRICTED:
            if canary(scope) in shown:
                met.add(scope)
                if not may([role], Act.SEE, scope):
                    leaks.add((scope, address))
    assert leaks == set()
    assert pages > 100
    assert met == {s for s in RESTRICTED if may([role], Act.SEE, s)}


def _told(client: Client, address: str, *names: str, post: bool = False) -> Any:
    """Status and page of an address, without what names it and without tokens."""
    answer = client.post(address) if post else client.get(address)
    page = answer.content.decode()
    for name in names:
        page = page.replace(name, "*")
    return answer.status_code, re.sub(
        r'name="csrfmiddlewaretoken" value="\w+"', "", page
    )


def test_what_is_hidden_answers_as_what_does_not_exist(
    hidden: Planted, signed_in: Callable[[str], Client]
) -> None:
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    known, nobody = the_operation().picture.without_word()[0].id, "0" * 32
    for role in ("coordinator", "registrar", "hotline"):
        client = signed_in(role)
        for report in hidden.all:
            for address in (
                "/reports/{}/",
                "/people/{}/",
                "/people/{}/values/status/",
                "/households/{}/",
                f"/links/{{}}/{known}/",
            ):
                there, gone = address.format(report.id), address.format(nobody)
                assert _told(client, there, report.id) == _told(client, gone, nobody)
            for address in (
                f"/links/{{}}/{known}/judge/",
                "/links/judgements/{}/undo/",
            ):
                there, gone = address.format(report.id), address.format(nobody)
                answers = [
                    _told(client, a, report.id, nobody, post=True)
                    for a in (there, gone)
                ]
                assert answers[0] == answers[1]


def test_an_import_of_a_restricted_list_is_not_there_for_who_may_not_see_it(
    hidden: Planted, signed_in: Callable[[str], Client]
) -> None:
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415
    from stillhere.desk.operation.past import imports_of, name_of  # noqa: PLC0415

    operation = the_operation()
    client, before = signed_in("registrar"), operation.position
    names = [name_of(i) for i in imports_of(operation) if "Zvartnots" in i.file]
    assert len(names) == len(RESTRICTED) == len(hidden.reports)
    for name in names:
        for part in ("", "set-aside/"):
            there = _told(client, f"/import/{name}/{part}", name)
            assert there == _told(
                client, f"/import/0123456789abcdef/{part}", "0123456789abcdef"
            )
        for part in ("undo/", "bring-back/"):
            assert client.post(f"/import/{name}/{part}").status_code == 404
    assert operation.position == before


def test_who_read_a_restricted_list_in_can_take_it_back_and_nobody_else_meets_it(
    signed_in: Callable[[str], Client],
) -> None:
    from stillhere.desk.operation.jobs import the_jobs  # noqa: PLC0415

    registrar, coordinator = signed_in("registrar"), signed_in("coordinator")
    text = "Morgue list\nCode;Place found;Date\nR-1;Salorut;2023-10-01\n"
    past = take(registrar, send(registrar, text, "Qvirilta morgue.csv"))
    job = the_jobs().listed()[0]
    assert "Qvirilta" in registrar.get(f"/jobs/{job.number}/").content.decode()
    for address in ("/import/", "/jobs/", f"/jobs/{job.number}/", "/findings/", "/"):
        assert "Qvirilta" not in coordinator.get(address).content.decode()
    assert coordinator.get(past).status_code == 404
    assert coordinator.post(f"{past}undo/").status_code == 404
    assert registrar.post(f"{past}undo/").status_code == 302
    assert "taken back" in registrar.get(past).content.decode()


def test_a_restricted_correction_leaves_the_picture_of_operations_as_it_is(
    desk: Path,
) -> None:
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    del desk
    operation = the_operation()
    entered = operation.enter(
        r
        for several in planted(operation.picture, operation.key).reports.values()
        for r in several
    )
    assert entered.after.entries.digest == entered.before.entries.digest
    assert entered.after.findings == entered.before.findings
    assert entered.after.digest == entered.before.digest


def test_that_a_child_is_alone_stands_in_no_cell_for_other_roles(
    signed_in: Callable[[str], Client],
) -> None:
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415
    from stillhere.reports import make_report  # noqa: PLC0415
    from stillhere.vocabulary import ReportKind  # noqa: PLC0415

    operation = the_operation()
    body = {"name": "Zzyzx Qwertian", "event": "seen", "care": "child_alone"}
    body |= {"note": "a child alone in the cellar"}
    report = make_report(operation.key, ReportKind.PERSON, "hotline", body)
    operation.enter([report])
    text = "Name;Year;Care\nZzyzx Second;2016;child_alone\nZzyzx Third;1950;\n"
    registrar = signed_in("registrar")
    take(registrar, send(registrar, text, "shelter.csv"))
    with operation.evidence() as picture:
        found = [
            picture.evidence.report(h.mention)
            for h in picture.evidence.search("Zzyzx", 9)
        ]
    told = [r for r in found if r is not None and "child_alone" in r.body]
    assert len(told) == 2
    for one in told:
        address = f"/reports/{one.id}/"
        page = signed_in("hotline").get(address).content.decode()
        assert "child_alone" not in page
        assert "cellar" not in page
        assert (
            "child_alone" in signed_in("child_protection").get(address).content.decode()
        )


def test_every_page_that_tells_of_somebody_is_noted(
    hidden: Planted, signed_in: Callable[[str], Client]
) -> None:
    from stillhere.desk import rows  # noqa: PLC0415
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415
    from stillhere.vocabulary import ReportKind  # noqa: PLC0415

    picture = the_operation().picture
    client, one = signed_in("coordinator"), picture.without_word()[0].id
    household = next(h for h in picture.households.values() if len(h.members) > 1)
    a, b = sorted(e.id for e in picture.without_word()[:2])
    for address, expected in (
        (f"/people/{one}/", {one}),
        (f"/people/{one}/values/status/", {one}),
        (f"/reports/{one}/", {one}),
        (f"/households/{household.id}/", set(household.members)),
        (f"/links/{a}/{b}/", {a, b}),
    ):
        before = len(rows.openings(limit=1000))
        assert client.get(address).status_code == 200
        noted = rows.openings(limit=len(rows.openings(limit=1000)) - before)
        assert {line.referent for line in noted} == expected, address
    forensic = signed_in("forensic")
    for report in hidden.reports[Scope.THE_DEAD]:
        told = forensic.get(f"/reports/{report.id}/")
        assert told.status_code == 200
        if not report.kind.decides:
            assert rows.openings(limit=1)[0].referent == report.id
        elif report.kind is ReportKind.CORRECTION:
            assert rows.openings(limit=1)[0].referent == one
