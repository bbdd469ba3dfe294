import pytest

from stillhere.ledger import Death
from stillhere.reports.statements import Birth, WrittenName, WrittenPlace
from stillhere.vocabulary import Care, PersonEvent, Sex
from tests.ledger.made import base, born, entry, facts, mention, rid

E = PersonEvent


def _name(text: str) -> WrittenName:
    return WrittenName(full=text)


def test_the_register_names_a_person_before_other_lists() -> None:
    found = entry(
        mention(1, E.ARRIVED, "a list", name=_name("Anna Saroian")),
        mention(2, E.RESIDENT, "register", name=_name("Սարոյան Աննա")),
    )
    assert found.name == "Սարոյան Աննա"
    assert [n.text for n in found.names] == ["Սարոյան Աննա", "Anna Saroian"]
    assert found.cites("name") == (rid(2),)


def test_each_way_of_writing_stands_once() -> None:
    found = entry(mention(1, E.RESIDENT), mention(2, E.ARRIVED))
    assert len(found.names) == 1


def test_births_that_disagree_are_kept_on_both_sides() -> None:
    found = entry(
        mention(1, E.RESIDENT, birth=born(1975, 6, 2)),
        mention(2, E.ARRIVED, birth=born(1977)),
    )
    assert found.birth == born(1975, 6, 2)
    assert [s.value for s in found.conflicts[0].sides] == ["1975-06-02", "1977"]
    assert found.cites("conflicts") == (rid(1), rid(2))


@pytest.mark.parametrize(
    "other",
    [
        Birth(1974, 1976, from_age=True),
        born(1975),
        born(1975, 1, 1),
        born(1975, 2, 6),
        born(1975, 6, 2),
    ],
)
def test_habits_of_clerks_are_no_conflict(other: Birth) -> None:
    found = entry(
        mention(1, E.RESIDENT, birth=born(1975, 6, 2)),
        mention(2, E.ARRIVED, birth=other),
    )
    assert found.conflicts == ()


def test_an_age_range_is_shown_as_years() -> None:
    found = entry(
        mention(1, E.RESIDENT, birth=Birth(1974, 1975)),
        mention(2, E.ARRIVED, birth=born(1990)),
    )
    assert found.conflicts[0].sides[0].value == "1974..1975"


def test_sexes_that_disagree_are_kept_on_both_sides() -> None:
    found = entry(
        mention(1, E.RESIDENT, sex=Sex.FEMALE), mention(2, E.ARRIVED, sex=Sex.MALE)
    )
    assert found.sex is Sex.FEMALE
    assert [c.kind for c in found.conflicts] == ["sex"]


def test_an_address_is_preferred_to_a_settlement() -> None:
    place = WrittenPlace(settlement="Town", address="Tumanyan 3", flat="2")
    found = entry(
        mention(1, E.RESIDENT, home="town"),
        mention(2, E.SERVED, home="town/b1/2", place=place),
    )
    assert found.home is not None
    assert found.home.dwelling == "town/b1/2"
    assert found.home.text == "Tumanyan 3, 2, Town"
    assert found.cites("home") == (rid(2),)


def test_where_somebody_was_met_is_not_their_home() -> None:
    place = WrittenPlace(settlement="Town", street="Mashtots", house="9")
    found = entry(mention(1, E.FOUND, home="town/x", place=place))
    assert found.home is None
    assert found.where == "Mashtots 9, Town"


def test_each_need_of_care_stands_once_with_its_earliest_report() -> None:
    found = entry(
        mention(1, E.SERVED, care=(Care.POWER, Care.WALKS), date="2023-05-01"),
        mention(2, E.SEEN, care=(Care.POWER,), date="2023-04-01"),
    )
    assert [note.care for note in found.care] == [Care.WALKS, Care.POWER]
    assert found.cites("care") == (rid(1), rid(2))


def test_the_latest_established_death_is_the_one_shown() -> None:
    mentions = (mention(1, E.RESIDENT),)
    deaths = {
        rid(1): [
            Death("2023-10-01", "clinic", "1", "desk", rid(8)),
            Death("2023-10-03", "court", "2", "desk", rid(7)),
        ]
    }
    found = entry(*mentions, about=facts(mentions, deaths=deaths))
    assert found.death is not None
    assert found.death.document == "2"
    assert found.since == "2023-10-03"


def test_a_word_after_an_established_death_is_a_conflict() -> None:
    mentions = (mention(1, E.RESIDENT), mention(2, E.FOUND, date="2023-10-04"))
    death = Death("2023-10-03", "court", "2", "desk", rid(7))
    found = entry(*mentions, about=facts(mentions, deaths={rid(2): [death]}))
    assert [c.kind for c in found.conflicts] == ["after_death"]
    assert found.cites("conflicts") == (rid(2), rid(7))


def test_a_person_belongs_to_households_and_to_parties() -> None:
    found = base(
        mention(1, E.RESIDENT, household="7"), mention(2, E.ARRIVED, household="P1")
    )
    assert [m.report for m in found.households] == [rid(1)]
    assert [m.report for m in found.parties] == [rid(2)]
    assert found.company == ("arrived:P1",)


def test_only_a_sought_person_without_word_may_be_called_missing() -> None:
    sought = entry(mention(1, E.SOUGHT, ask="tracing"))
    called = entry(mention(1, E.SEEN, ask="call"))
    assert sought.missing
    assert not called.missing


def test_an_unknown_name_of_a_value_is_an_error() -> None:
    with pytest.raises(KeyError):
        entry(mention(1, E.RESIDENT)).cites("religion")
