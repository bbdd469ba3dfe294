"""However a picture was reached, the belief that followed it is that of weighing it."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from stillhere.ledger import Picture, PlaceKey, Visit
from stillhere.pipeline import build, update
from stillhere.plan import Atlas, Belief, Believer, PlanRules, belief
from stillhere.plan.rules import MILLION
from stillhere.reports import EXERCISE_KEY, Report
from stillhere.reports.withdrawing import Signed, withdraw_reports
from stillhere.vocabulary import ReportKind
from tests.plan import town
from tests.plan.town import ALONE, ATLAS, EVERYBODY, OPERATION, RULES

LONELY = PlaceKey("khankendi/B1/2")
ROUND = town.entry(
    ReportKind.VISIT,
    {"settlement": town.VILLAGE, "how": "called_out", "result": "nobody_answered"},
    "round",
)
FOUND = town.entry(
    ReportKind.PERSON,
    {"name": "Hakobyan Artur", "birth_date": "1979-09-01", "event": "found"},
    "team",
)
LATER: tuple[Report, ...] = (
    *town.FAMILY[3:],
    town.arrival("Hakobyan Artur", "1979-09-01", "2"),
    town.arrival("Hakobyan Gayane", "1981-12-24", "2"),
    town.arrival("Petrosyan Lusine", "1990-01-01", "2"),
    town.visit("Walnut Street 1", "2"),
    town.visit("Walnut Street 1", "2", result="people_present"),
    town.visit("Walnut Street 1"),
    town.visit("School Street 1"),
    ROUND,
    FOUND,
    town.call("Walnut Street 1", "2"),
    town.call("Walnut Street 1"),
    town.call("", note="Somebody may be at Stepanakert, Mill Street 1. A priest."),
    town.request("Sargsyan Siranush", "1939-02-14", "Walnut Street 1", "2"),
    town.request("Nobody Known", "1950-01-01", "Mill Street 1"),
    town.request("Nobody Known", "1951-01-01", "Walnut Street 1", "2"),
    town.resident(9, "Sargsyan Vahan", "1941-03-03", ("Walnut Street 1", "2")),
    town.resident(10, "Lalayan Sona", "1999-04-04", ("Mill Street 5", "")),
)
SIGNED = Signed(EXERCISE_KEY, by="officer", at=town.AS_OF)


def plain(believed: Belief) -> tuple[object, ...]:
    """Everything a belief says, to be compared."""
    return (
        (believed.picture, believed.rules),
        dict(believed.doors),
        dict(believed.people),
        dict(believed.places),
        dict(believed.calls),
    )


def level(believer: Believer, picture: Picture) -> bool:
    """Whether somebody who followed believes what weighing it whole gives."""
    return plain(believer.belief()) == plain(belief(picture, ATLAS, RULES))


def withdrawn(reports: Sequence[Report]) -> Report:
    return withdraw_reports([report.id for report in reports], SIGNED)


@settings(max_examples=40)
@given(
    st.permutations(range(len(LATER))), st.integers(1, 6), st.sets(st.integers(0, 16))
)
def test_following_step_by_step_believes_what_weighing_whole_believes(
    order: list[int], step: int, taken_back: set[int]
) -> None:
    picture = build(
        [*town.profiles(), *EVERYBODY[:4], *EVERYBODY[6:]], OPERATION, town.AS_OF
    )
    believer = Believer(picture, ATLAS, RULES)
    news = [LATER[n] for n in order]
    for start in range(0, len(news), step):
        picture = update(picture, news[start : start + step])
        believer.follow(picture)
        assert level(believer, picture)
    back = [LATER[n] for n in sorted(taken_back) if n < len(LATER)]
    if back:
        picture = update(picture, [withdrawn(back)])
        believer.follow(picture)
        assert level(believer, picture)


def test_without_a_table_of_buildings_it_follows_all_the_same() -> None:
    from_nothing = Atlas.of(type(town.TABLE)(), town.GAZETTEER)
    picture = build([*town.profiles(), *EVERYBODY], OPERATION, town.AS_OF)
    believer = Believer(picture, from_nothing, RULES)
    for report in LATER:
        picture = update(picture, [report])
        believer.follow(picture)
        whole = belief(picture, from_nothing, RULES)
        assert plain(believer.belief()) == plain(whole)


def seen(picture: Picture, key: PlaceKey) -> Visit:
    """The one visit the ledger holds of a place."""
    (visit,) = picture.places[key].visits
    return visit


def test_a_visit_counts_at_once_as_it_does_in_the_next_picture() -> None:
    picture = build([*town.profiles(), *EVERYBODY], OPERATION, town.AS_OF)
    believer = Believer(picture, ATLAS, RULES)
    before = believer.belief()
    for report, key in ((LATER[6], LONELY), (LATER[9], PlaceKey("x-hollow/V1/1"))):
        after = update(picture, [report])
        assert believer.visited(key, seen(after, key)) == {key}
        picture = after
    ahead = believer.belief()
    assert ahead.door(LONELY).expected < before.door(LONELY).expected
    believer.follow(picture)
    assert plain(believer.belief())[1:] == plain(ahead)[1:]
    assert level(believer, picture)


def test_a_visit_no_picture_came_to_hold_is_forgotten() -> None:
    picture = build([*town.profiles(), *EVERYBODY], OPERATION, town.AS_OF)
    believer = Believer(picture, ATLAS, RULES)
    visit = seen(update(picture, [LATER[6]]), LONELY)
    believer.visited(LONELY, visit)
    picture = build([*town.profiles(), *EVERYBODY], OPERATION, town.AS_OF)
    believer.follow(picture)
    assert level(believer, picture)


def test_what_was_taken_from_it_stays_as_it_was() -> None:
    picture = build([*town.profiles(), *EVERYBODY], OPERATION, town.AS_OF)
    believer = Believer(picture, ATLAS, RULES)
    taken = believer.belief()
    kept = plain(taken)
    believer.follow(update(picture, [LATER[7], LATER[12]]))
    assert plain(taken) == kept
    assert believer.belief().door(LONELY).expected == 0


def test_silence_of_the_hotline_says_more_day_by_day() -> None:
    picture = build([*town.profiles(), *EVERYBODY], OPERATION, town.AS_OF)
    believer = Believer(picture, ATLAS, RULES)
    expected = [believer.belief().door(LONELY).expected]
    for day in range(1, 8):
        fields = {"date": f"2023-10-0{day}", "settlement": "Khankendi"}
        fields |= {"address": "Mill Street 5"}
        news = town.entry(ReportKind.CALL, dict(fields), "hotline")
        picture = update(picture, [news])
        believer.follow(picture)
        expected.append(believer.belief().door(LONELY).expected)
    days = RULES.number("called", "days")
    assert expected[:days] == sorted(expected[:days], reverse=True)
    assert len(set(expected[: days + 1])) == days + 1
    assert len(set(expected[days:])) == 1


def test_of_nobody_it_follows_to_somebody() -> None:
    picture = build(town.profiles(), OPERATION, town.AS_OF)
    believer = Believer(picture, ATLAS, PlanRules.shipped())
    assert not believer.belief().people
    picture = update(picture, ALONE)
    believer.follow(picture)
    assert level(believer, picture)
    assert 0 < believer.belief().people[ALONE[0].id] < MILLION
