"""Calls to numbers on file: offered one by one, logged, stored, taken back."""

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.test import Client

from stillhere.ledger import Picture
from stillhere.plan import CallToMake
from stillhere.reports.statements import CallStatement, DialledStatement
from stillhere.vocabulary import CallOutcome, Status, WhoseNumber

SignIn = Callable[[str], Client]
NEXT = "/calls/next/"


@pytest.fixture(autouse=True)
def _forget(desk: Path) -> Iterator[None]:
    del desk
    from stillhere.desk.calling.at_hand import calls_at_hand  # noqa: PLC0415

    calls_at_hand().forget()
    yield
    calls_at_hand().forget()


@pytest.fixture
def hotline(signed_in: SignIn) -> Client:
    """Somebody at the hotline."""
    return signed_in("hotline")


def picture() -> Picture:
    """The newest picture of the desk."""
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    return the_operation().picture


def calls() -> tuple[CallToMake, ...]:
    """The calls to make now."""
    from stillhere.desk.calling.at_hand import calls_at_hand  # noqa: PLC0415
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    return calls_at_hand().all(the_operation())


def household() -> CallToMake:
    """A call to a household."""
    return next(c for c in calls() if c.whose is WhoseNumber.HOUSEHOLD)


def shown(client: Client, address: str = NEXT) -> str:
    """A page."""
    answer = client.get(address, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def said(client: Client, call: CallToMake, result: str, **more: str) -> str:
    """The page after a result was sent."""
    client.get(f"/calls/{call.id}/")
    typed = {"call": call.id, "result": result, "date": "2023-10-09", **more}
    return client.post(NEXT, typed, follow=True).content.decode()


def dialled() -> list[DialledStatement]:
    """Calls that are stored."""
    found = picture().statements.values()
    return [one for one in found if isinstance(one, DialledStatement)]


def openings(account: str) -> list[tuple[str, str]]:
    """Whom an account opened, on which page."""
    from stillhere.desk import rows  # noqa: PLC0415

    return [(one.referent, one.page) for one in rows.openings(account=account)]


def test_the_list_shows_no_number_and_opens_nobody(hotline: Client) -> None:
    page = shown(hotline, "/calls/")
    assert "Make the next call" in page
    assert calls()
    assert not any(call.written in page or call.phone in page for call in calls())
    assert openings("hotline") == []


def test_the_next_call_shows_number_words_and_who_is_meant(hotline: Client) -> None:
    first = calls()[0]
    page = shown(hotline)
    assert first.written in page
    assert "Never say whether anybody was found" in page
    assert all(f'<ol lang="{code}">' in page for code in ("hy", "az", "ru", "en"))
    people = {*first.people, *first.beside}
    assert set(openings("hotline")) == {(person, "call") for person in people}


def test_no_number_is_in_an_address(hotline: Client) -> None:
    phones = {call.phone[-6:] for call in calls()}
    addresses = re.findall(r'(?:href|action)="([^"]*)"', shown(hotline, "/calls/"))
    addresses += re.findall(r'(?:href|action)="([^"]*)"', shown(hotline))
    assert addresses
    assert not [a for a in addresses if any(phone in a for phone in phones)]


def test_two_people_at_two_screens_ring_two_phones(
    hotline: Client, coordinator: Client
) -> None:
    one, two = calls()[:2]
    assert one.written in shown(hotline)
    assert two.written in shown(coordinator)
    assert one.written in shown(hotline)
    assert "in other hands" in shown(coordinator, "/calls/")


def test_a_call_that_is_left_makes_way_for_the_next(hotline: Client) -> None:
    one, two = calls()[:2]
    assert two.written in said(hotline, one, "later")
    assert dialled() == []


def test_who_is_safe_is_settled_and_the_next_number_is_there(hotline: Client) -> None:
    call = household()
    page = said(hotline, call, "marked", person0="safe", where="Goris")
    entry = picture().entry(call.people[0])
    assert entry.status in (Status.ARRIVED, Status.PROBABLY_ARRIVED)
    assert entry.where == "Goris"
    (kept,) = dialled()
    assert (kept.outcome, kept.number) == (CallOutcome.ANSWERED, call.id)
    assert "Stored." in page
    assert call.written not in page
    assert call.id not in {c.id for c in calls()}


def test_everybody_is_safe_takes_one_press(hotline: Client) -> None:
    call = household()
    said(hotline, call, "all_safe")
    listed = [picture().entry(person).status for person in call.people]
    assert set(listed) <= {Status.ARRIVED, Status.PROBABLY_ARRIVED}


def test_who_is_still_there_is_a_call_about_them(hotline: Client) -> None:
    call = household()
    said(hotline, call, "marked", person0="there", note="has no heating")
    found = [
        one
        for one in picture().statements.values()
        if isinstance(one, CallStatement) and one.source == "calls made"
    ]
    assert len(found) == 1
    assert picture().entry(call.people[0]).listed
    assert dialled()[0].note == "has no heating"


@pytest.mark.parametrize("result", ["not_answered", "wrong_number", "not_again"])
def test_a_call_in_vain_is_kept_and_the_number_rests(
    hotline: Client, result: str
) -> None:
    call = household()
    people = picture().entries.digest
    said(hotline, call, result)
    assert [one.outcome.value for one in dialled()] == [result]
    assert picture().entries.digest == people
    assert call.id not in {c.id for c in calls()}


def test_an_answer_that_says_nothing_is_not_stored(hotline: Client) -> None:
    page = said(hotline, household(), "marked")
    assert "Mark who was named" in page
    assert dialled() == []


def test_marks_beside_a_call_in_vain_are_not_lost(hotline: Client) -> None:
    page = said(hotline, household(), "not_answered", person0="safe")
    assert "Somebody is marked" in page
    assert dialled() == []


def test_a_form_without_result_asks_for_one(hotline: Client) -> None:
    assert "Choose what came of the call" in said(hotline, household(), "")
    assert "This day lies ahead" in said(
        hotline, household(), "not_answered", date="2033-10-09"
    )


def test_sent_twice_it_is_stored_once(hotline: Client) -> None:
    call = household()
    said(hotline, call, "all_safe", time="10:15")
    digest = picture().digest
    typed = {"call": call.id, "result": "all_safe", "time": "10:15"}
    page = hotline.post(NEXT, {**typed, "date": "2023-10-09"}, follow=True)
    assert picture().digest == digest
    assert "in the list no more" in page.content.decode()


def test_what_was_stored_is_taken_back_at_once(hotline: Client) -> None:
    call = household()
    before = picture().digest
    said(hotline, call, "all_safe")
    page = hotline.post("/enter/undo/", follow=True).content.decode()
    assert "Taken back." in page
    assert picture().digest == before
    assert call.id in {c.id for c in calls()}


def test_what_was_taken_back_can_be_stored_again(hotline: Client) -> None:
    call = household()
    said(hotline, call, "all_safe")
    after = picture().entries.digest
    hotline.post("/enter/undo/", follow=True)
    said(hotline, call, "all_safe")
    assert len(dialled()) == 1
    assert len(picture().without_word()) < 100
    assert picture().entries.digest != after  # the same words under new ids


def test_a_call_that_is_no_more_says_so(hotline: Client) -> None:
    assert "in the list no more" in shown(hotline, f"/calls/{'0' * 32}-0/")
    page = hotline.post(NEXT, {"call": "x", "result": "all_safe"}, follow=True)
    assert "in the list no more" in page.content.decode()


def test_the_printed_list_has_numbers_and_words_and_is_logged(
    hotline: Client, coordinator: Client
) -> None:
    first = calls()[0]
    page = shown(hotline, "/calls/paper/")
    assert all(call.written in page for call in calls()[:20])
    assert page.count("<ol lang=") == 8
    logged = openings("hotline")
    assert {(person, "calls-paper") for person in first.people} <= set(logged)
    assert first.written not in shown(coordinator)


@pytest.mark.parametrize("address", ["/calls/", NEXT, "/calls/paper/"])
def test_who_enters_no_reports_sees_no_number(signed_in: SignIn, address: str) -> None:
    answer = signed_in("information").get(address)
    assert answer.status_code == 403
    assert Client().get(address).status_code == 302


def test_the_plan_says_how_many_calls_come_first(coordinator: Client) -> None:
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415
    from stillhere.desk.planning.day import Wishes  # noqa: PLC0415
    from stillhere.desk.planning.working import the_workshop  # noqa: PLC0415

    the_workshop().forget()
    job = the_workshop().wanted(the_operation(), Wishes(), "coordinator")
    assert job is not None
    page = shown(coordinator, "/plan/")
    for _ in range(600):
        if 'http-equiv="refresh"' not in page:
            break
        time.sleep(0.02)
        page = shown(coordinator, "/plan/")
    the_workshop().forget()
    assert f"First {len(calls())} calls to make" in page
    assert not any(call.written in page for call in calls())
