from stillhere.vocabulary import Care, PersonEvent, Status
from tests.ledger.made import RULES, born, entry, mention

E = PersonEvent
WEIGHTS = dict(RULES.concern)


def test_concern_is_the_sum_of_its_reasons() -> None:
    found = entry(
        mention(1, E.RESIDENT, birth=born(1940), home="town/b1/1"),
        mention(2, E.SERVED, care=(Care.STRETCHER, Care.POWER)),
        mention(3, E.SEEN, ask="call", date="2023-10-01"),
    )
    assert found.reasons == ("bedridden", "power", "old_age", "seen_there", "asked_for")
    assert found.concern == sum(WEIGHTS[code] for code in found.reasons)


def test_who_is_accounted_for_gives_no_concern() -> None:
    found = entry(mention(1, E.ARRIVED, care=(Care.STRETCHER,)))
    assert (found.concern, found.reasons) == (0, ())


def test_probably_arrived_is_of_less_concern_than_no_word() -> None:
    home = mention(1, E.RESIDENT, birth=born(1940))
    probably = entry(home, mention(2, E.ARRIVED, date="2023-09-27"))
    assert probably.status is Status.PROBABLY_ARRIVED
    assert 0 < probably.concern < entry(home).concern


def test_every_reason_of_the_table_can_come_about() -> None:
    found = entry(
        mention(1, E.RESIDENT, birth=born(1940), care=tuple(Care), ask="tracing")
    )
    seen = entry(mention(1, E.SEEN, date="2023-10-01"))
    assert {*found.reasons, *seen.reasons} == WEIGHTS.keys()


def test_concern_cites_what_raises_it() -> None:
    found = entry(mention(1, E.RESIDENT), mention(2, E.SERVED, care=(Care.STRETCHER,)))
    assert found.cites("concern") == (mention(2, E.SERVED).said.report,)
