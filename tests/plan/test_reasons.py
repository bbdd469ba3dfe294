from stillhere.ledger import PlaceKey
from stillhere.plan.reasons import Reason, child, reason
from stillhere.reports import Report
from stillhere.vocabulary import Voice
from tests.plan.town import EVERYBODY, request, resident, scene

CHILD = PlaceKey("khankendi/B4/1")
ALONE_CHILD = resident(
    9, "Mirzoyan Lia", "2014-02-14", ("Mill Street 5", ""), Care="child alone"
)


def why(key: str, *more: Report) -> Reason:
    found = scene(EVERYBODY, *more)
    return reason(PlaceKey(key), found.picture, found.believed)


def test_nothing_says_that_a_child_is_alone() -> None:
    found = scene(EVERYBODY, ALONE_CHILD)
    entry = found.picture.entry(ALONE_CHILD.id)
    assert entry.alone
    assert (
        found.believed.door(CHILD).weighted > 100 * found.believed.door(CHILD).expected
    )
    said = reason(CHILD, found.picture, found.believed)
    assert said.sentence == "No word yet of 1 of 1 who live here."


def test_nothing_says_that_a_child_is_alone_whose_birth_no_list_states() -> None:
    ageless = resident(9, "Mirzoyan Lia", "", ("Mill Street 5", ""), Care="child alone")
    found = scene(EVERYBODY, ageless)
    assert found.picture.entry(ageless.id).alone
    assert child(found.picture.entry(ageless.id), 2023)
    said = reason(CHILD, found.picture, found.believed)
    assert said.sentence == "No word yet of 1 of 1 who live here."


def test_nothing_says_that_anyone_asks() -> None:
    asked = request("Sargsyan Siranush", "1939-02-14", "Walnut Street 1", "2")
    before, after = why("khankendi/B1/2"), why("khankendi/B1/2", asked)
    assert after.sentence == before.sentence
    assert asked.id not in after.cites


def test_a_door_nobody_is_registered_at_says_so_and_cites_nothing() -> None:
    said = why("khankendi/B3/1")
    assert (said.sentence, said.cites) == ("No list names who lives here.", ())


def test_lists_that_name_everybody_may_be_wrong() -> None:
    assert why("khankendi/B1/1").sentence.startswith("Lists name everybody as gone")


def test_a_voice_says_it_in_its_own_words() -> None:
    marking = Voice(text=lambda words: f"+{words}")
    said = why("khankendi/B3/1")
    assert said.spoken(marking) == "++No list names who lives here."
