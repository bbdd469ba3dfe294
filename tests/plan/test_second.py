"""Decisions that take a second reader: when, what waits, and for whom."""

from stillhere.ledger import Entry, MentionId, Picture
from stillhere.pipeline import build, from_bytes, to_bytes, update
from stillhere.plan import (
    Effect,
    PlanRules,
    Why,
    contradictions,
    doubts_left,
    needs_second,
    rulings,
    second_reads,
    unconfirmed,
    waiting,
    waits_on,
)
from stillhere.reports import Report, ReportId
from stillhere.vocabulary import ReportKind, Status
from tests.pipeline.lists import (
    AS_OF,
    PROFILES,
    RULES,
    arrival,
    entry,
    profile,
    resident,
    withdrawal,
)
from tests.plan.unsure import unsure

ALL = [profile(p) for p in PROFILES.values()]
DAY = "2023-09-28"
OLD = resident(2, "Grigoryan Tigran", "1940-02-14", "5")
CERTAIN = arrival("Grigoryan Tigran", "1940-02-14", "7", DAY)
YOUNG = resident(3, "Sahakyan Lilit", "1980-05-05", "6")
SISTER = resident(4, "Sahakyan Anna", "1983-05-05", "6")
CAME = unsure(
    ALL,
    YOUNG,
    lambda name, born: arrival(name, born, "8", DAY),
    ("Sahakyan Lilit", "Sahakyan L."),
    ("1981", "1982", "", "1984", "1987"),
)
FAR = unsure(
    ALL,
    OLD,
    lambda name, born: arrival(name, born, "3", DAY),
    ("Grigoryan Tigran", "Grigoryan T."),
    ("1941", "1942", "", "1944", "1947"),
)


def picture(*reports: Report) -> Picture:
    return build([*ALL, *reports], RULES, AS_OF)


def said(
    kind: str, a: Report, b: Report, who: str = "first", *, second: bool = False
) -> Report:
    fields = {"judgement": kind, "a": a.id, "b": b.id}
    more = {"second": "needed"} if second else {}
    return entry(ReportKind.JUDGEMENT, fields | more, source=who)


def people(found: Picture, *mentions: Report) -> list[Entry]:
    return [found.entry(m.id) for m in mentions]


def test_same_on_somebody_of_high_concern_takes_a_second_reader() -> None:
    found = picture(OLD, CERTAIN, YOUNG, SISTER, CAME)
    old = found.entry(OLD.id)
    assert old.listed
    assert old.concern >= PlanRules.shipped().number("doubt", "second_from")
    assert needs_second(people(found, OLD, CERTAIN))
    assert not needs_second(people(found, YOUNG, CAME))
    higher = PlanRules.shipped().changed("doubt", second_from=old.concern + 1)
    assert not needs_second(people(found, OLD, CERTAIN), higher)


def test_two_rows_without_word_take_no_second_reader() -> None:
    other = resident(5, "Grigoryan Tigran", "1940", "9")
    found = picture(OLD, other)
    assert found.entry(OLD.id).listed
    assert not needs_second(people(found, OLD, other))


def test_a_tie_to_an_established_death_always_takes_one() -> None:
    death = entry(
        ReportKind.DEATH,
        {"person": CAME.id, "authority": "Court", "document": "7", "date": DAY},
    )
    found = picture(YOUNG, SISTER, CAME, death)
    assert found.entry(CAME.id).status is Status.DECEASED
    assert needs_second(people(found, YOUNG, CAME))
    assert not needs_second(people(found, CAME, CAME))


def test_it_takes_effect_when_another_person_agrees_and_until_one_takes_it_back() -> (
    None
):
    reports = [OLD, CERTAIN]
    before = picture(*reports)
    first = said("same", OLD, CERTAIN, second=True)
    twice = said("same", CERTAIN, OLD, second=True)
    waits = update(before, [first, twice])
    assert waits.entry(OLD.id).status is Status.PROBABLY_ARRIVED
    assert all(r.waits for r in rulings(waits))
    second = said("same", OLD, CERTAIN, "second", second=True)
    agreed = update(waits, [second])
    assert agreed.entry(OLD.id).status is Status.ARRIVED
    assert [r.waits for r in rulings(agreed)] == [False] * 3
    assert agreed.digest == picture(second, *reports, twice, first).digest
    alone = update(agreed, [withdrawal(first.id, twice.id)])
    assert alone.entry(OLD.id).status is Status.PROBABLY_ARRIVED
    (left,) = rulings(alone)
    assert left.waits
    none = update(alone, [withdrawal(second.id)])
    assert dict(none.entries) == dict(before.entries)
    assert rulings(none) == ()


def test_what_waits_is_asked_of_everybody_but_who_said_so() -> None:
    found = picture(OLD, CERTAIN, said("same", OLD, CERTAIN, second=True))
    assert waiting(found, "first") == waiting(found, "First") == ()
    assert second_reads(found, "first", 10) == ()
    (doubt,) = second_reads(found, "second", 10)
    assert (doubt.a, doubt.b) == tuple(sorted((OLD.id, CERTAIN.id)))
    assert (doubt.effect, doubt.why, doubt.place) == (Effect.CONFIRMS, Why.SECOND, 1)
    assert doubt.concern == found.entry(OLD.id).concern
    assert doubt.flips == (found.referent(OLD.id),)
    assert second_reads(found, "second", 10, 1) == ()
    assert waits_on(found, (OLD.id, CERTAIN.id))
    assert unconfirmed(found, 10) == ()
    assert doubts_left(found) == (0, 0)


def test_who_has_looked_is_not_asked_again_and_nobody_where_one_says_different() -> (
    None
):
    first = said("same", OLD, CERTAIN, second=True)
    found = picture(OLD, CERTAIN, first, said("unsure", OLD, CERTAIN, "second"))
    assert waiting(found, "second") == ()
    assert len(waiting(found, "third")) == 1
    parted = update(found, [said("different", OLD, CERTAIN, "second")])
    assert waiting(parted, "third") == ()
    assert len(contradictions(parted)) == 1


def test_a_decision_on_a_mention_that_has_gone_waits_for_nobody() -> None:
    decision = said("same", OLD, CERTAIN, second=True)
    found = picture(OLD, CERTAIN, decision, withdrawal(CERTAIN.id))
    assert waiting(found) == ()
    assert contradictions(found) == ()


def test_what_waits_contradicts_nobody_until_somebody_says_different() -> None:
    first = said("same", OLD, FAR, second=True)
    found = picture(OLD, FAR, first)
    assert found.referent(OLD.id) != found.referent(FAR.id)
    assert contradictions(found) == ()
    other = said("different", FAR, OLD, "second")
    (told,) = contradictions(update(found, [other]))
    assert (told.a, told.b) == tuple(sorted((OLD.id, FAR.id)))
    assert {r.judgement.source for r in told.rulings} == {"first", "second"}


def test_of_a_chain_that_cannot_hold_everybody_who_decided_is_named() -> None:
    decisions = [
        said("same", OLD, CERTAIN, "first"),
        said("same", CERTAIN, FAR, "second"),
        said("different", OLD, FAR, "third"),
        said("same", YOUNG, SISTER, "fourth"),
    ]
    found = picture(OLD, CERTAIN, FAR, YOUNG, SISTER, *decisions)
    chain, listed = sorted(contradictions(found), key=lambda c: -len(c.rulings))
    named = {r.judgement.source for r in chain.rulings}
    assert named == {"first", "second", "third"}
    assert {r.judgement.source for r in listed.rulings} == {"fourth"}
    assert {listed.a, listed.b} == {YOUNG.id, SISTER.id}


def test_a_kept_picture_remembers_what_waits() -> None:
    found = picture(OLD, CERTAIN, said("same", OLD, CERTAIN, second=True))
    again = from_bytes(to_bytes(found), RULES)
    assert [r.waits for r in rulings(again)] == [True]
    agreed = update(again, [said("same", OLD, CERTAIN, "second", second=True)])
    assert agreed.entry(MentionId(ReportId(OLD.id))).status is Status.ARRIVED
