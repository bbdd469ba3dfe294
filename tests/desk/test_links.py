"""Doubtful links: two mentions side by side, decided, told, and taken back."""

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from django.test import Client

from stillhere.ledger import Entry, MentionId, Picture
from stillhere.plan import (
    Doubt,
    Effect,
    PlanRules,
    doubtful,
    doubts_left,
    rulings,
    unconfirmed,
)
from stillhere.reports import EXERCISE_KEY, Json, make_report
from stillhere.reports.statements import JudgementKind
from stillhere.vocabulary import ReportKind

TAKES_TWO = "counts only when a second person says so too."
SignIn = Callable[[str], Client]
Pair = tuple[MentionId, MentionId]


def picture() -> Picture:
    """The newest picture of the desk."""
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    return the_operation().picture


def statuses() -> dict[str, tuple[str, str]]:
    """Of every mention: whom it is held to be, and their status."""
    now = picture()
    return {
        mention: (entry.id, entry.status.value)
        for entry in now.entries.values()
        for mention in entry.members
    }


@pytest.fixture
def doubt(desk: Path) -> Doubt:
    """The first pair of the queue."""
    del desk
    return doubtful(picture(), 1)[0]


def judge(client: Client, pair: Pair, judgement: str, **where: object) -> str:
    """Decide; returns where the answer leads."""
    answer = client.post(
        f"/links/{pair[0]}/{pair[1]}/judge/", {"judgement": judgement, **where}
    )
    assert answer.status_code == 302
    return str(answer.headers["Location"])


def said(client: Client, address: str) -> str:
    """The page of an address."""
    answer = client.get(address)
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_the_queue_names_both_and_says_what_a_decision_changes(
    coordinator: Client, doubt: Doubt
) -> None:
    from django.utils.html import escape  # noqa: PLC0415

    from stillhere.plan import EFFECTS, WHYS  # noqa: PLC0415

    page = said(coordinator, "/links/")
    address = f"/links/{doubt.a}/{doubt.b}/?queue=doubtful&amp;place=1"
    assert address in page
    assert escape(EFFECTS[doubt.effect]) in page
    assert escape(WHYS[doubt.why]) in page
    for mention in (doubt.a, doubt.b):
        person = picture().evidence.mention(mention)
        assert person is not None
        assert escape(person.name.text) in page


def test_only_who_decides_opens_a_link(signed_in: SignIn, doubt: Doubt) -> None:
    for role, status in (("hotline", 403), ("registrar", 200), ("family_links", 200)):
        client = signed_in(role)
        for address in ("/links/", f"/links/{doubt.a}/{doubt.b}/"):
            assert client.get(address).status_code == status, (role, address)
    address = f"/links/{doubt.a}/{doubt.b}/judge/"
    answer = signed_in("hotline").post(address, {"judgement": "same"})
    assert answer.status_code == 403
    assert rulings(picture()) == ()


def test_a_pair_shows_both_reports_with_file_and_row_and_logs_the_opening(
    coordinator: Client, doubt: Doubt
) -> None:
    from django.utils.html import escape  # noqa: PLC0415

    from stillhere.desk import rows  # noqa: PLC0415

    page = said(coordinator, f"/links/{doubt.a}/{doubt.b}/")
    for mention in (doubt.a, doubt.b):
        report = picture().evidence.report(mention)
        origin = picture().evidence.provenance(mention)
        assert report is not None
        assert origin is not None
        assert escape(report.source) in page
        assert origin.file in page
        assert f"/reports/{mention}/" in page
    assert page.count("<meter") > 2
    opened = {line.referent for line in rows.openings()}
    assert set(doubt.people) <= opened


def test_the_other_order_leads_to_the_same_page(
    coordinator: Client, doubt: Doubt
) -> None:
    answer = coordinator.get(f"/links/{doubt.b}/{doubt.a}/?queue=doubtful&place=1")
    assert answer.status_code == 302
    expected = f"/links/{doubt.a}/{doubt.b}/?queue=doubtful&place=1"
    assert answer.headers["Location"] == expected


@pytest.mark.parametrize("judgement", ["same", "different", "unsure"])
def test_a_decision_taken_back_leaves_everything_as_it_was(
    coordinator: Client, doubt: Doubt, judgement: str
) -> None:
    before, left = statuses(), doubts_left(picture())
    pair = (doubt.a, doubt.b)
    judge(coordinator, pair, judgement)
    (ruling,) = rulings(picture())
    assert ruling.holds
    assert ruling.judgement.source == "desk:coordinator"
    assert ruling.judgement.judgement is JudgementKind(judgement)
    assert pair not in {(d.a, d.b) for d in doubtful(picture(), left[0])}
    coordinator.post(f"/links/judgements/{ruling.judgement.report}/undo/")
    assert statuses() == before
    assert rulings(picture()) == ()
    assert doubts_left(picture()) == left
    judge(coordinator, pair, judgement)
    assert len(rulings(picture())) == 1


def test_a_decision_leads_to_the_next_pair_and_counts_with_a_second_reader(
    signed_in: SignIn, desk: Path
) -> None:
    del desk
    first, second = signed_in("registrar"), signed_in("coordinator")
    _, doubt, later, *_ = unconfirmed(picture(), 50)
    assert doubt.effect is Effect.CONFIRMS
    assert doubt.concern >= PlanRules.shipped().number("doubt", "second_from")
    pair, before = (doubt.a, doubt.b), statuses()
    assert TAKES_TWO in said(first, f"/links/{doubt.a}/{doubt.b}/")
    following = judge(first, pair, "same", queue="unconfirmed", place=doubt.place)
    where = f"/links/{later.a}/{later.b}/?queue=unconfirmed&place={doubt.place}"
    assert following == where
    page = said(first, following)
    assert "It counts when a second person says so too" in page
    assert "Nobody's status moved." in unescape(page)
    assert statuses() == before
    listed = len(picture().without_word())
    address = f"/links/{doubt.a}/{doubt.b}/?queue=second&amp;place=1"
    assert address not in said(first, "/links/?tab=second")
    queue = said(second, "/links/?tab=second")
    assert address in queue
    assert "desk:registrar" in queue
    assert "you are the second reader" in said(second, unescape(address))
    following = judge(second, pair, "same", queue="second", place=1)
    assert following == "/links/?tab=second"
    page = said(second, following)
    assert "Stored: the same person." in page
    assert re.search(r"</a>: “[a-z, ]+” before, now “[a-z ]+”\.", page)
    after = len(picture().without_word())
    assert after == listed - 1
    assert f"The list without word went from {listed} to {after}." in page
    assert "Stored: the same person." not in said(second, following)


def test_taking_back_leads_to_where_the_pair_stands_in_its_queue(
    coordinator: Client, desk: Path
) -> None:
    del desk
    doubt, after = doubtful(picture(), 3)[1:]
    assert doubt.place == 2
    where = {"queue": "doubtful", "place": "2"}
    following = judge(coordinator, (doubt.a, doubt.b), "different", **where)
    panel = said(coordinator, following).partition('data-key="z"')[0]
    form = panel[panel.rindex("<form") :]
    assert dict(re.findall(r'name="(queue|place)" value="(\w+)"', form)) == where
    (ruling,) = rulings(picture())
    undo = f"/links/judgements/{ruling.judgement.report}/undo/"
    back = str(coordinator.post(undo, where).headers["Location"])
    assert back == f"/links/{doubt.a}/{doubt.b}/?queue=doubtful&place=2"
    page = said(coordinator, back)
    assert "Number 2 of the queue" in page
    assert f"/links/{after.a}/{after.b}/?queue=doubtful&amp;place=3" in page


def test_either_of_the_two_readers_can_take_it_back(
    signed_in: SignIn, desk: Path
) -> None:
    del desk
    doubt, *_ = unconfirmed(picture(), 50)
    pair, before = (doubt.a, doubt.b), statuses()
    for role in ("registrar", "coordinator"):
        judge(signed_in(role), pair, "same")
    assert statuses() != before
    for role in ("registrar", "coordinator"):
        (own,) = (
            r.judgement.report
            for r in rulings(picture())
            if r.judgement.source == f"desk:{role}"
        )
        signed_in(role).post(f"/links/judgements/{own}/undo/")
        assert statuses() == before
        assert all(r.waits for r in rulings(picture()))
        judge(signed_in(role), pair, "same")
        assert statuses() != before


def test_whoever_decided_is_no_second_reader_of_it(
    coordinator: Client, desk: Path
) -> None:
    del desk
    doubt, *_ = unconfirmed(picture(), 50)
    judge(coordinator, (doubt.a, doubt.b), "same")
    before = statuses()
    judge(coordinator, (doubt.a, doubt.b), "same")
    page = said(coordinator, f"/links/{doubt.a}/{doubt.b}/")
    assert "You had decided so before." in page
    assert re.search(r'value="same"[^>]* disabled', page)
    assert statuses() == before
    assert "waits for a second reader" in said(coordinator, "/links/?tab=decided")
    assert "No pair waits in this list." in said(coordinator, "/links/?tab=second")


def test_the_overview_counts_what_waits_for_a_second_reader_and_what_clashes(
    signed_in: SignIn, desk: Path
) -> None:
    del desk
    first, second = signed_in("registrar"), signed_in("family_links")
    doubt, *_ = unconfirmed(picture(), 50)
    pair = (doubt.a, doubt.b)
    judge(first, pair, "same")
    waits = "1 decision of somebody else waits for you as a second reader."
    assert waits in said(second, "/")
    assert waits not in said(first, "/")
    judge(second, pair, "different")
    clash = "1 of your decisions cannot hold together with others."
    for client in (first, second):
        assert clash in said(client, "/")
        assert "yours is among them" in said(client, "/links/")
    assert clash not in said(signed_in("coordinator"), "/")


def test_who_stands_beside_both_is_shown_with_whom_they_are_held_to_be(
    coordinator: Client, desk: Path
) -> None:
    from stillhere.identity import beside  # noqa: PLC0415

    del desk
    pairs = [(d.a, d.b) for d in unconfirmed(picture(), 50)]
    doubts = picture().evidence.doubts()
    pair, found = next(
        (pair, found) for pair in pairs if (found := beside(doubts, *pair)).one
    )
    page = said(coordinator, f"/links/{pair[0]}/{pair[1]}/")
    section = page.partition('id="beside"')[2].partition("</section>")[0]
    for mention in (*found.one, *found.two):
        person = picture().evidence.mention(mention)
        assert person is not None
        assert person.name.text in section
        assert f"/people/{picture().referent(mention)}/" in section
    assert section.count("held for one person</td>") == sum(
        match.held for match in found.matches
    )


def test_a_second_press_stores_nothing_more(coordinator: Client, doubt: Doubt) -> None:
    for _ in range(2):
        judge(coordinator, (doubt.a, doubt.b), "same")
    assert len(rulings(picture())) == 1
    page = said(coordinator, f"/links/{doubt.a}/{doubt.b}/")
    assert "You had decided so before." in page


def test_deciding_anew_replaces_ones_own_decision_and_undo_brings_it_back(
    coordinator: Client, doubt: Doubt
) -> None:
    pair = (doubt.a, doubt.b)
    judge(coordinator, pair, "same")
    judge(coordinator, pair, "different")
    (ruling,) = rulings(picture())
    assert ruling.judgement.judgement is JudgementKind.DIFFERENT
    coordinator.post(f"/links/judgements/{ruling.judgement.report}/undo/")
    (ruling,) = rulings(picture())
    assert ruling.judgement.judgement is JudgementKind.SAME
    assert picture().referent(doubt.a) == picture().referent(doubt.b)


def test_decisions_that_contradict_each_other_are_shown_to_both(
    signed_in: SignIn, doubt: Doubt
) -> None:
    pair = (doubt.a, doubt.b)
    judge(signed_in("registrar"), pair, "same")
    judge(signed_in("family_links"), pair, "different")
    assert picture().referent(doubt.a) != picture().referent(doubt.b)
    for role in ("registrar", "family_links"):
        client = signed_in(role)
        for address in ("/links/", f"/links/{doubt.a}/{doubt.b}/"):
            page = said(client, address)
            assert "cannot all hold" in page
            assert "desk:registrar" in page
            assert "desk:family_links" in page


def test_a_decision_against_a_list_that_names_both_is_shown_as_one_that_cannot_hold(
    coordinator: Client, desk: Path
) -> None:
    del desk
    register = [
        word.report
        for entry in picture().entries.values()
        for word in entry.words
        if word.source == "register.xlsx"
    ]
    pair = (register[0], register[1])
    judge(coordinator, pair, "same")
    (ruling,) = rulings(picture())
    assert not ruling.holds
    assert "cannot all hold" in said(coordinator, "/links/")
    page = said(coordinator, f"/links/{min(pair)}/{max(pair)}/")
    assert "cannot all hold" in page
    assert "does not hold" in page
    coordinator.post(f"/links/judgements/{ruling.judgement.report}/undo/")
    assert "cannot all hold" not in said(coordinator, "/links/")


def test_what_was_put_aside_and_decided_stands_in_its_list(
    coordinator: Client, desk: Path
) -> None:
    del desk
    (one,), (two,) = doubtful(picture(), 1), unconfirmed(picture(), 1)
    judge(coordinator, (one.a, one.b), "unsure")
    judge(coordinator, (two.a, two.b), "different")
    coordinator.get("/links/")  # takes the message
    aside = said(coordinator, "/links/?tab=aside")
    decided = said(coordinator, "/links/?tab=decided")
    assert f"/links/{one.a}/{one.b}/" in aside
    assert f"/links/{two.a}/{two.b}/" not in aside
    for doubt in (one, two):
        assert f"/links/{doubt.a}/{doubt.b}/" in decided


def test_what_is_no_pair_gets_the_answer_for_what_is_not_there(
    coordinator: Client, doubt: Doubt
) -> None:
    nobody = "0" * 32
    for a, b in ((doubt.a, doubt.a), (doubt.a, nobody), (nobody, nobody)):
        assert coordinator.get(f"/links/{a}/{b}/").status_code == 404
        address = f"/links/{a}/{b}/judge/"
        assert coordinator.post(address, {"judgement": "same"}).status_code == 404
    address = f"/links/judgements/{doubt.a}/undo/"
    assert coordinator.post(address).status_code == 404
    assert rulings(picture()) == ()


def test_a_form_without_a_decision_comes_back(
    coordinator: Client, doubt: Doubt
) -> None:
    where = judge(coordinator, (doubt.a, doubt.b), "maybe", queue="x", place="²")
    assert where == f"/links/{doubt.a}/{doubt.b}/"
    assert rulings(picture()) == ()


def test_a_queue_that_is_empty_at_the_place_goes_on_with_its_last_pair(
    coordinator: Client, doubt: Doubt
) -> None:
    where = judge(
        coordinator, (doubt.a, doubt.b), "unsure", queue="doubtful", place=999
    )
    left = doubtful(picture(), 1000)
    expected = f"/links/{left[-1].a}/{left[-1].b}/" if left else "/links/?tab=doubtful"
    assert where.startswith(expected)


def test_whose_status_moved_is_told_by_who_they_were(
    coordinator: Client, doubt: Doubt
) -> None:
    before = picture()
    judge(coordinator, (doubt.a, doubt.b), "same")
    page = said(coordinator, "/links/")
    told = page.partition("What was decided")[2].partition("</section>")[0]
    people = {*before.entries, *picture().entries}
    for person in people:
        was, now = before.entry(MentionId(person)), picture().entry(MentionId(person))
        moved = was.status is not now.status
        line = rf'/people/{now.id}/"><bdi>[^<]*</bdi></a>: “[^<]*” before, now '
        assert bool(re.search(line, told)) is moved


def test_a_report_that_goes_over_to_somebody_else_is_told_of_both(
    coordinator: Client, desk: Path
) -> None:
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    del desk
    known = [e for e in picture().entries.values() if e.birth and e.birth.month]
    one = next(e for e in known if {w.source for w in e.words} == {"register.xlsx"})
    two = next(e for e in known if e.sex is not one.sex)
    assert one.birth is not None
    born = f"{one.birth.first}-{one.birth.month:02}-{one.birth.day:02}"
    fields: dict[str, Json] = {"name": one.name, "birth_date": born, "event": "seen"}
    call = make_report(EXERCISE_KEY, ReportKind.PERSON, "a caller", fields)
    the_operation().enter([call])
    assert picture().referent(call.id) == picture().referent(one.id)
    (own,) = (w.report for w in two.words if w.source == "register.xlsx")
    judge(coordinator, (min(call.id, own), max(call.id, own)), "same")
    page = said(coordinator, "/links/")
    told = unescape(page.partition("What was decided")[2].partition("</section>")[0])
    words = re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", told))
    assert "”, a caller: held to be about " in words
    assert "Nobody's status moved." in words, words
    for person in (one, two):
        now = picture().entry(own if person is two else one.id)
        assert told.count(f"/people/{now.id}/") >= 2


def test_births_that_exclude_each_other_are_told_where_a_report_states_none(
    coordinator: Client, desk: Path
) -> None:
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    del desk
    people = [e for e in picture().entries.values() if e.birth]
    people.sort(key=lambda e: e.birth.first if e.birth else 0)
    old, young = people[0], people[-1]
    assert old.birth is not None
    assert young.birth is not None
    fields: dict[str, Json] = {"name": old.name, "event": "seen"}
    call = make_report(EXERCISE_KEY, ReportKind.PERSON, "a caller", fields)
    the_operation().enter([call])
    held = picture().entry(call.id)
    assert held.id == picture().referent(old.id)
    page = said(
        coordinator, f"/links/{min(call.id, young.id)}/{max(call.id, young.id)}/"
    )
    assert "cannot be one by what is known of their births" in page
    assert f"known of this person: {_year(old)}" in said_plainly(page)
    own = said(coordinator, f"/links/{min(call.id, old.id)}/{max(call.id, old.id)}/")
    assert "cannot be one by what is known of their births" not in own


def _year(entry: Entry) -> str:
    from stillhere.desk.views.stated import birth_words  # noqa: PLC0415

    assert entry.birth is not None
    return birth_words(entry.birth)


def said_plainly(page: str) -> str:
    """A page without its markup."""
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", page)))


def beside_each_other(client: Client, *fields: dict[str, Json]) -> str:
    """The page of two people who were typed in."""
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    reports = [
        make_report(EXERCISE_KEY, ReportKind.PERSON, f"list {number}", stated)
        for number, stated in enumerate(fields)
    ]
    the_operation().enter(reports)
    a, b = sorted(report.id for report in reports)
    return said(client, f"/links/{a}/{b}/")


@pytest.mark.parametrize(
    ("one", "two", "differs"),
    [
        ({"birth_date": "1947"}, {"birth_date": "1947-08-07"}, False),
        ({"birth_date": "1947"}, {"birth_date": "1950"}, True),
        ({"phone": "37497100101"}, {"phone": "37497100199"}, True),
        ({"phone": "37497100101"}, {"phone": "37497100101; 37497100199"}, False),
        ({"sex": "male"}, {"sex": "female"}, True),
    ],
)
def test_only_what_cannot_be_of_one_person_is_marked(
    coordinator: Client,
    desk: Path,
    one: dict[str, Json],
    two: dict[str, Json],
    *,
    differs: bool,
) -> None:
    del desk
    page = beside_each_other(
        coordinator, {"name": "Arpi Tigranyan", **one}, {"name": "Arpi Balyan", **two}
    )
    assert ('class="differs"' in page) is differs


def test_a_text_in_another_script_stands_with_its_reading(
    coordinator: Client, desk: Path
) -> None:
    del desk
    page = beside_each_other(
        coordinator,
        {"name": "Arpi Tigranyan", "settlement": "Ստեփանակերտ", "date": "2023-10-01"},
        {"name": "Arpi Balyan", "settlement": "Stepanakert"},
    )
    assert (
        '<bdi>Ստեփանակերտ</bdi><br><span class="small soft">Stepanakert</span>' in page
    )
    assert "Nothing to compare: the father&#x27;s name" in page
