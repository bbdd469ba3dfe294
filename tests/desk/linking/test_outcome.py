"""What a decision moved is told of the people it moved, without a name in it."""

import json

from stillhere.desk.linking.outcome import Cross, Move, Outcome, Stay, outcome
from stillhere.ledger import Entry, Picture
from stillhere.pipeline import build, update
from stillhere.reports import EXERCISE_KEY, Report
from stillhere.reports.withdrawing import Signed, withdraw_reports
from stillhere.vocabulary import ReportKind
from tests.plan import town

HOME = ("Walnut Street 1", "1")
OLD, CHILD = ("Avagyan Armen", "1941-03-12"), ("Testyan Nune", "2021-01-01")


def entered(person: tuple[str, str], event: str, who: str, **more: str) -> Report:
    """Somebody typed in."""
    fields = {"name": person[0], "birth_date": person[1], "event": event, **more}
    return town.entry(ReportKind.PERSON, fields, who)


def named(picture: Picture, name: str) -> Entry:
    """The one person of a name."""
    (entry,) = (e for e in picture.entries.values() if e.name == name)
    return entry


def moved_by(call: Report) -> tuple[Picture, Picture]:
    """A call held to be about the old man, then decided to be about the child."""
    residents = [
        town.resident(number, name, birth, HOME)
        for number, (name, birth) in enumerate((OLD, CHILD), 1)
    ]
    here = entered(CHILD, "arrived", "team 1")
    reports = [*town.profiles(), *residents, here, call]
    before = build(reports, town.OPERATION, town.AS_OF)
    assert call.id in named(before, OLD[0]).members
    child = residents[1].id
    fields = {"judgement": "same", "a": call.id, "b": child, "at": town.AS_OF}
    judged = town.entry(ReportKind.JUDGEMENT, fields, "desk:one")
    after = update(before, [judged])
    assert call.id in named(after, CHILD[0]).members
    return before, after


def test_a_mention_that_goes_over_to_somebody_else_moves_nobody() -> None:
    smallest = False
    for number in range(40):
        call = entered(OLD, "seen", f"caller {number}")
        before, after = moved_by(call)
        found = outcome(before, after)
        old, child = named(after, OLD[0]), named(after, CHILD[0])
        assert child.status is named(before, CHILD[0]).status
        assert old.status is named(before, OLD[0]).status
        assert found.moves == ()
        assert found.crosses == (Cross(call.id, old.id, child.id),)
        assert {stay.person for stay in found.stays} == {old.id, child.id}
        assert (found.listed, found.people) == (0, 0)
        smallest = named(before, OLD[0]).id == call.id
        if smallest:
            break
    assert smallest, "the call was never the smallest mention of the person it left"


def test_two_people_who_become_one_are_both_told_and_told_again_when_parted() -> None:
    fields = {"name": "Karapeti Vardan", "event": "found"}
    found = town.entry(ReportKind.PERSON, fields, "team 1")
    resident = town.resident(1, *OLD, HOME)
    reports = [*town.profiles(), resident, found]
    apart = build(reports, town.OPERATION, town.AS_OF)
    assert found.id not in named(apart, OLD[0]).members
    same = {"judgement": "same", "a": found.id, "b": resident.id, "at": town.AS_OF}
    judged = town.entry(ReportKind.JUDGEMENT, same, "desk:one")
    one = update(apart, [judged])
    person = named(one, OLD[0])
    assert outcome(apart, one) == Outcome(
        (Move(person.id, "unaccounted", "found"),), listed=-1, people=-1
    )
    signed = Signed(EXERCISE_KEY, by="desk", at="2023-10-09")
    parted = update(one, [withdraw_reports([judged.id], signed)])
    assert outcome(one, parted) == Outcome(
        (Move(resident.id, "found", "unaccounted"),), listed=1, people=1
    )


def test_who_stays_as_they_are_with_another_concern_is_told() -> None:
    resident = town.resident(1, *OLD, HOME)
    before = build([*town.profiles(), resident], town.OPERATION, town.AS_OF)
    asked = town.request(*OLD, *HOME)
    after = update(before, [asked])
    was, now = named(before, OLD[0]), named(after, OLD[0])
    assert was.concern < now.concern
    assert outcome(before, after).stays == (Stay(now.id, was.concern, now.concern),)


def test_what_is_kept_of_it_is_read_as_it_was() -> None:
    told = Outcome(
        (Move("a", "unaccounted", "found"),),
        (Stay("b", 20, 40),),
        (Cross("c", "a", "b"),),
        -1,
        -1,
    )
    assert Outcome.of_kept(json.loads(json.dumps(told.kept()))) == told
