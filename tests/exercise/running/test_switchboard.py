from pathlib import Path

import pytest

from stillhere.exercise import make_world, read_truth
from stillhere.exercise.full import Answer, Course
from stillhere.exercise.running import Ground
from stillhere.exercise.running.policy import Dial, Reply
from stillhere.exercise.running.switchboard import Switchboard
from stillhere.exercise.running.telephone import dials, reply_reports
from stillhere.pipeline import Rules, build, update
from stillhere.plan import PlanRules, belief
from stillhere.plan.calling import Caller, calls_to_make
from stillhere.reports import ReportId
from stillhere.vocabulary import ReportKind

ANNA, LEVON, STRANGER = (ReportId(letter * 32) for letter in "abc")
WHO = {ANNA: "P1", LEVON: "P2"}
RINGING = "tests.exercise.running.listening:ringing"


def _board() -> Switchboard:
    course = Course(
        phones={"97111111": (2, ("H1",)), "97222222": (0, ())},
        households={"H1": Answer("H1", ("P1",), ("P2",))},
    )
    return Switchboard(course, WHO)


def test_the_call_that_is_answered_is_the_same_for_everybody() -> None:
    board, dial = _board(), Dial("+374 97 111111", (ANNA, LEVON, STRANGER))
    (first,), (second,), (third,) = (board.call([dial]) for _ in range(3))
    assert first == Reply(dial.phone, answered=False)
    assert second == Reply(dial.phone, answered=True, safe=(ANNA,), there=(LEVON,))
    assert not third.answered


def test_only_people_asked_about_are_named() -> None:
    board, dial = _board(), Dial("097111111", (STRANGER,))
    board.call([dial])
    assert board.call([dial]) == [Reply(dial.phone, answered=True)]


def test_a_number_that_nobody_has_is_not_answered() -> None:
    board = _board()
    for phone in ("097222222", "no number", ""):
        assert board.call([Dial(phone, (ANNA,))]) == [Reply(phone, answered=False)]


def test_two_people_make_so_many_calls_a_day() -> None:
    vain = [Dial("097222222", (ANNA,))] * 2000
    assert len(_board().call(vain)) == 1200
    course = Course(
        phones={f"97{n:06}": (1, ("H1",)) for n in range(900)},
        households={"H1": Answer("H1", ("P1",), ())},
    )
    answered = [Dial(f"097{n:06}", (ANNA, LEVON)) for n in range(900)]
    assert len(Switchboard(course, WHO).call(answered)) == 1200 / 5


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("phones") / "world"
    make_world("khankendi", 7, out, core=False, scale=0.02)
    return out


def test_a_sealed_policy_has_numbers_called(full: Path) -> None:
    ground = Ground(full)
    played, _ = ground.play(RINGING, 160)
    heard = played.digests
    made = [int(heard[f"made {day}"]) for day in (0, 1)]
    assert played.calls == sum(made)
    assert 0 < int(heard["answered 0"]) < made[0] <= 1200
    truth = read_truth(full)
    rows = {p.report: (p.file, p.row) for p in ground.imported.provenance}
    safe = [truth.mentions[rows[ReportId(name)]] for name in heard["safe 0"].split()]
    assert len(safe) > 20
    assert {truth.persons[person].state for person in safe} == {"gone"}


def test_calls_can_be_left_out(full: Path) -> None:
    played, _ = Ground(full, calls=False).play(RINGING, 80)
    assert (played.calls, "made 0" in played.digests) == (0, False)


def test_in_a_core_world_nobody_is_called(small: Path) -> None:
    played, _ = Ground(small).play(RINGING, 80)
    assert (played.calls, "made 0" in played.digests) == (0, False)


def test_replies_settle_people_by_reports(full: Path) -> None:
    ground = Ground(full)
    rules = Rules.of_world(ground.world)
    as_of = ground.world.operation.as_of
    assert as_of is not None
    provenance = ground.imported.provenance
    picture = build(ground.imported.reports, rules, as_of, provenance=provenance)
    shipped = PlanRules.shipped()
    calls = calls_to_make(picture, belief(picture, ground.atlas, shipped), shipped)
    replies = ground._phones().call(dials(calls))
    caller = Caller(picture, ground.world.operation.key)
    reports = reply_reports(calls, replies, as_of, caller)
    kinds = [report.kind for report in reports]
    assert kinds.count(ReportKind.DIALLED) == len(replies) > 5
    after = update(picture, reports)
    assert len(after.without_word()) < len(picture.without_word())
