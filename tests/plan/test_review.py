"""Queues of doubtful pairs: who is asked about first, and what leaves them."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stillhere.exercise import make_world
from stillhere.intake import read_folder, read_world
from stillhere.ledger import Picture
from stillhere.pipeline import Rules, build, update
from stillhere.plan import (
    EFFECTS,
    WHYS,
    Doubt,
    Effect,
    PlanRules,
    Why,
    doubtful,
    doubts_left,
    doubts_of,
    rulings,
    unconfirmed,
)
from stillhere.reports import Report, ReportId
from stillhere.reports.statements import JudgementKind
from stillhere.vocabulary import Status
from tests.pipeline.lists import (
    AS_OF,
    BUS,
    PROFILES,
    RULES,
    arrival,
    judged,
    profile,
    resident,
    row,
    withdrawal,
)
from tests.plan.unsure import unsure
from tests.properties.machine_town import CLAIMS, LISTED, PROFILE_REPORTS

ALL = [profile(p) for p in PROFILES.values()]
DAY = "2023-09-28"
LEVON = resident(1, "Melikyan Levon", "1950-03-07", "4")
OLD = resident(2, "Grigoryan Tigran", "1940-02-14", "5", Address="Mill St. 9")
CERTAIN = arrival("Grigoryan Tigran", "1940-02-14", "7", DAY)
NAMES, BIRTHS = ("Melikyan Levon", "Melikyan L."), ("1951", "1952", "", "1953", "1956")
INITIAL = unsure(
    ALL, LEVON, lambda name, born: arrival(name, born, "1", DAY), NAMES, BIRTHS
)
NAKED = arrival("Melikyan Levon", "", "1", DAY)
SEATED = {"Bus": "1", "Seat": "4", "Day": DAY}
ABOARD = unsure(
    ALL,
    LEVON,
    lambda name, born: row(BUS.source, SEATED | {"Name": name, "Born": born}),
    NAMES,
    BIRTHS,
)
LOW = PlanRules.shipped().changed("doubt", **{"from": 1})


def picture(*reports: Report) -> Picture:
    return build([*ALL, *reports], RULES, AS_OF)


def pair(*reports: Report) -> tuple[ReportId, ReportId]:
    one, two = sorted(r.id for r in reports)
    return one, two


def only(found: tuple[Doubt, ...]) -> Doubt:
    assert len(found) == 1
    return found[0]


def test_who_is_on_the_list_may_be_who_arrived() -> None:
    found = picture(LEVON, INITIAL)
    doubt = only(doubtful(found, 10))
    assert (doubt.a, doubt.b) == pair(LEVON, INITIAL)
    assert sorted(doubt.people) == sorted((LEVON.id, INITIAL.id))
    assert (doubt.effect, doubt.why) == (Effect.ACCOUNTS, Why.UNSURE)
    assert doubt.flips == (LEVON.id,)
    assert doubt.concern == found.entries[LEVON.id].concern > 0
    assert not doubt.held
    told = found.evidence.explain(doubt.a, doubt.b)
    assert (doubt.probability, doubt.weight) == (told.probability, told.weight)


def test_a_narrow_link_may_hide_somebody() -> None:
    wife = resident(3, "Melikyan Anahit", "1955-11-02", "4")
    found = picture(LEVON, NAKED, wife)
    assert not found.entry(LEVON.id).listed
    doubt = only(doubtful(found, 10))
    assert doubt.held
    assert (doubt.effect, doubt.why) == (Effect.EXPOSES, Why.NARROW)
    assert doubt.flips == (found.referent(LEVON.id),)
    assert unconfirmed(found, 10) == ()
    after = update(found, [judged("different", LEVON, NAKED)])
    assert after.entry(LEVON.id).listed


def test_a_sure_link_of_who_is_old_waits_for_a_word_of_a_person() -> None:
    found = picture(OLD, CERTAIN)
    assert found.entry(OLD.id).status is Status.PROBABLY_ARRIVED
    assert doubtful(found, 10) == ()
    doubt = only(unconfirmed(found, 10))
    assert (doubt.effect, doubt.why) == (Effect.CONFIRMS, Why.WEAK)
    assert doubts_left(found) == (0, 1)
    after = update(found, [judged("same", OLD, CERTAIN)])
    assert not after.entry(OLD.id).listed
    assert unconfirmed(after, 10) == ()


def test_two_rows_nobody_waits_for_only_become_one() -> None:
    other = unsure(
        ALL, ABOARD, lambda name, born: arrival(name, born, "1", DAY), NAMES, BIRTHS
    )
    found = picture(ABOARD, other)
    doubt = only(doubtful(found, 10))
    assert (doubt.effect, doubt.flips, doubt.concern) == (Effect.JOINS, (), 0)


def test_of_two_rows_of_one_list_only_one_can_be_meant() -> None:
    nearer = arrival("Melikyan Levon", "1950", "3", DAY)
    found = picture(LEVON, nearer, INITIAL)
    assert found.referent(LEVON.id) == found.referent(nearer.id)
    doubt = next(d for d in doubtful(found, 10, rules=LOW) if not d.held)
    assert (doubt.a, doubt.b) == pair(LEVON, INITIAL)
    assert doubt.why is Why.RIVAL


def test_where_another_row_fits_as_well_the_reason_says_so() -> None:
    twins = [arrival("Melikyan Levon", "1950-03-07", n, DAY) for n in ("3", "4")]
    found = picture(LEVON, *twins)
    assert found.entry(LEVON.id).members == (LEVON.id,)
    told = [d for d in doubtful(found, 10, rules=LOW) if LEVON.id in (d.a, d.b)]
    assert {d.why for d in told} == {Why.ANOTHER}
    alone = picture(LEVON, twins[0])
    assert alone.referent(LEVON.id) == alone.referent(twins[0].id)


def test_whose_standing_would_change_comes_first_then_concern() -> None:
    lilit = arrival("Sahakyan Lilit", "1952", "2", DAY)
    seated = unsure(
        ALL,
        lilit,
        lambda name, born: row(
            BUS.source, SEATED | {"Name": name, "Born": born, "Seat": "40"}
        ),
        ("Sahakyan Lilit", "Sahakyan L."),
        ("", "1953", "1957"),
    )
    initial = arrival("Grigoryan T.", "1940", "3", DAY)
    found = picture(OLD, initial, LEVON, INITIAL, lilit, seated)
    queue = doubtful(found, 10)
    assert [d.effect.flips for d in queue] == [True, True, False]
    assert queue[0].concern > queue[1].concern > queue[2].concern == 0
    assert [d.place for d in queue] == [1, 2, 3]


def test_the_queue_goes_by_flips_then_concern_then_nearness_to_the_threshold(
    tmp_path: Path,
) -> None:
    make_world("tutorial", 7, tmp_path, core=False)
    world = read_world(tmp_path)
    reports = read_folder(world.lists, key=world.operation.key).reports
    found = build(reports, Rules.of_world(world), str(world.operation.as_of))
    threshold = found.evidence.doubts().threshold
    queue = doubtful(found, 1000, rules=LOW)
    keys = [
        (
            not d.effect.flips,
            -d.concern,
            abs(d.probability - threshold),
            (d.a, d.b),
        )
        for d in queue
    ]
    assert keys == sorted(keys)
    assert len({key[:2] for key in keys}) < len(keys)
    assert len({key[0] for key in keys}) == 2


def test_a_queue_is_read_page_by_page() -> None:
    found = picture(
        *(LEVON, INITIAL, OLD, arrival("Grigoryan T.", "1940", "3", DAY)),
        *(resident(3, "Sahakyan Lilit", "1960-05-05", "6"),),
        *(arrival("Sahakyan L.", "1961", "4", DAY),),
    )
    rules = LOW
    whole = doubtful(found, 100, rules=rules)
    assert len(whole) == doubts_left(found, rules)[0] > 2
    assert doubtful(found, 2, rules=rules) == whole[:2]
    assert doubtful(found, 2, 2, rules) == whole[2:4]
    assert doubtful(found, 2, 100, rules) == ()


@pytest.mark.parametrize("kind", ["same", "different", "unsure"])
def test_what_somebody_judged_leaves_the_queue_until_it_is_taken_back(
    kind: str,
) -> None:
    before = picture(LEVON, INITIAL)
    decision = judged(kind, INITIAL, LEVON)
    after = update(before, [decision])
    assert doubtful(after, 10) == ()
    assert doubts_of(after, LEVON.id) == ()
    ruling = rulings(after)[0]
    assert ruling.holds
    assert (ruling.judgement.judgement, ruling.judgement.why) == (kind, "asked them")
    assert rulings(after, JudgementKind(kind)) == (ruling,)
    others = set(JudgementKind) - {JudgementKind(kind)}
    assert all(rulings(after, other) == () for other in others)
    back = update(after, [withdrawal(decision.id)])
    assert rulings(back) == ()
    assert doubtful(back, 10) == doubtful(picture(LEVON, INITIAL), 10)


def test_a_ruling_that_is_beaten_or_names_nobody_does_not_hold() -> None:
    same, different = (judged(k, LEVON, INITIAL) for k in ("same", "different"))
    found = picture(LEVON, INITIAL, same, different)
    holds = {r.judgement.judgement: r.holds for r in rulings(found)}
    assert holds == {JudgementKind.SAME: False, JudgementKind.DIFFERENT: True}
    gone = update(found, [withdrawal(INITIAL.id)])
    assert [r.holds for r in rulings(gone)] == [False, False]


def test_a_judged_pair_settles_every_pair_between_its_two_people() -> None:
    again = arrival("Melikyan Levon", "1950-03-07", "1", DAY)
    found = picture(LEVON, again, ABOARD)
    assert only(doubtful(found, 10)).people == (
        *sorted((found.referent(LEVON.id), ABOARD.id)),
    )
    after = update(found, [judged("unsure", ABOARD, again)])
    assert doubtful(after, 10) == ()


def test_who_else_a_person_may_be_is_ordered_by_probability() -> None:
    worse = arrival("Melikyan Levon", "1953", "2", DAY)
    found = picture(LEVON, INITIAL, worse)
    told = doubts_of(found, LEVON.id)
    assert [pair(LEVON, r) for r in (INITIAL, worse)] == [(d.a, d.b) for d in told]
    assert told[0].probability > told[1].probability
    assert doubts_of(found, LEVON.id, 1) == told[:1]
    with pytest.raises(KeyError):
        doubts_of(found, judged("same", LEVON, INITIAL).id)


def test_every_code_has_its_words() -> None:
    assert set(EFFECTS) == set(Effect)
    assert set(WHYS) == set(Why)


def test_nobody_is_nobody() -> None:
    found = picture()
    assert doubtful(found, 10) == unconfirmed(found, 10) == ()
    assert doubts_left(found) == (0, 0)


JUDGED = [
    judged(kind, a, b, "told us")
    for kind in ("same", "different", "unsure")
    for a, b in zip(LISTED, LISTED[3:], strict=False)
]
MOST = st.lists(st.sampled_from([*CLAIMS, *JUDGED]), max_size=6)


@settings(max_examples=40)
@given(first=st.lists(st.sampled_from(CLAIMS), unique=True), more=st.lists(MOST))
def test_after_updates_the_queues_are_those_of_a_build(
    first: list[Report], more: list[list[Report]]
) -> None:
    rules = PlanRules.shipped().changed("doubt", **{"from": 1000, "to": 999_000})
    reports = [*PROFILE_REPORTS[:4], *first]
    found = build(reports, RULES, AS_OF)
    for some in more:
        doubtful(found, 1, rules=rules)
        found = update(found, some)
        reports += some
    again = build(reports, RULES, AS_OF)
    for queue in (doubtful, unconfirmed):
        assert queue(found, 99, rules=rules) == queue(again, 99, rules=rules)
