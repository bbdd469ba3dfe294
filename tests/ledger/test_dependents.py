from typing import Any

import pytest

from stillhere.identity import Link
from stillhere.ledger import Death, Entry
from stillhere.ledger.dependents import Around
from stillhere.ledger.mention import Mention, SourceFacts
from stillhere.ledger.ties import Membership
from stillhere.vocabulary import Care, PersonEvent, Status
from tests.ledger.made import base, born, entry, facts, link, mention, rid

E = PersonEvent
OLD = born(1940)


def _arrived(links: list[Link], **fields: Any) -> Entry:
    home = mention(1, E.RESIDENT, household="7", **fields)
    away = mention(2, E.ARRIVED, date="2023-09-27")
    return entry(home, away, links=links)


@pytest.mark.parametrize(
    "fields",
    [
        {"birth": OLD},
        *(
            {"care": (care,)}
            for care in Care
            if care not in (Care.WALKS, Care.LIVES_ALONE)
        ),
        {"care": (Care.LIVES_ALONE,)},
    ],
)
def test_a_dependent_person_stays_listed_on_a_name_alone(
    fields: dict[str, Any],
) -> None:
    found = _arrived([link(1, 2)], **fields)
    assert found.status is Status.PROBABLY_ARRIVED
    assert found.probable is Status.ARRIVED
    assert found.listed


def test_others_leave_the_list_on_a_machine_link() -> None:
    found = _arrived([link(1, 2)], birth=born(1990), care=(Care.WALKS,))
    assert found.status is Status.ARRIVED
    assert found.concern == 0


def test_the_birth_year_alone_decides_who_is_seventy_five() -> None:
    assert _arrived([link(1, 2)], birth=born(1948, 12, 31)).dependent
    assert not _arrived([link(1, 2)], birth=born(1949, 1, 1)).dependent


@pytest.mark.parametrize("strong", [link(1, 2, document=True), link(1, 2, judged=True)])
def test_a_document_or_a_person_takes_them_off(strong: Link) -> None:
    found = _arrived([strong], birth=OLD)
    assert found.status is Status.ARRIVED
    assert found.strong


def test_two_independent_lists_take_them_off() -> None:
    words = (mention(2, E.ARRIVED, "desk 1"), mention(3, E.BOARDED, "bus 12"))
    found = entry(mention(1, E.RESIDENT, birth=OLD), *words)
    assert found.status is Status.ARRIVED
    assert found.lists == 2


def test_a_list_and_one_derived_from_it_are_one() -> None:
    mentions = (
        mention(1, E.RESIDENT, "register", birth=OLD),
        mention(2, E.ARRIVED, "desk"),
        mention(3, E.BOARDED, "paper"),
    )
    family = {
        "register": SourceFacts(register=True, family="register"),
        "desk": SourceFacts(register=False, family="desk"),
        "paper": SourceFacts(register=False, family="desk"),
    }
    found = entry(*mentions, about=facts(mentions, sources=family))
    assert found.status is Status.PROBABLY_ARRIVED


def test_a_strong_link_must_lead_from_the_claim_to_the_word() -> None:
    mentions = (
        mention(1, E.RESIDENT, birth=OLD),
        mention(2, E.SERVED),
        mention(3, E.ARRIVED),
    )
    beside = entry(*mentions, links=[link(1, 2, document=True), link(2, 3)])
    through = entry(
        *mentions, links=[link(1, 2, document=True), link(2, 3, judged=True)]
    )
    assert beside.listed
    assert not through.listed


@pytest.mark.parametrize("ask", ["tracing", "call"])
def test_who_is_asked_for_stays_listed_until_it_is_sure(ask: str) -> None:
    mentions = (
        mention(1, E.RESIDENT),
        mention(2, E.ARRIVED),
        mention(3, E.SOUGHT, ask=ask),
    )
    assert entry(*mentions).status is Status.PROBABLY_ARRIVED
    closed = facts(mentions, closed={rid(3)})
    assert entry(*mentions, about=closed).status is Status.ARRIVED


def test_a_weak_word_of_somebody_found_keeps_them_listed_as_unaccounted() -> None:
    found = entry(mention(1, E.RESIDENT, birth=OLD), mention(2, E.FOUND))
    assert found.status is Status.UNACCOUNTED
    assert found.probable is Status.FOUND


def test_who_only_stands_on_a_list_of_arrivals_has_arrived() -> None:
    assert entry(mention(2, E.ARRIVED, birth=OLD)).status is Status.ARRIVED


def test_an_established_death_is_no_matter_of_links() -> None:
    mentions = (mention(1, E.RESIDENT, birth=OLD), mention(2, E.ARRIVED))
    death = Death("2023-10-03", "court", "17", "desk", rid(9))
    found = entry(*mentions, about=facts(mentions, deaths={rid(1): [death]}))
    assert found.status is Status.DECEASED
    assert found.cites("status") == (rid(9),)


def _family(*others: Mention) -> tuple[Around, Mention]:
    own = mention(1, E.RESIDENT, household="7", home="town/b1/1")
    group = own.household
    assert group is not None
    fellows = [base(*pair) for pair in zip(others[::2], others[1::2], strict=True)]
    return Around(Membership(group, rid(1)), fellows), own


def _fellow(number: int, word: PersonEvent, **fields: Any) -> tuple[Mention, ...]:
    home = mention(number, E.RESIDENT, household="7")
    return home, mention(number + 1, word, "arrivals", **fields)


def test_a_household_of_one_is_alone() -> None:
    around, own = _family()
    found = entry(own, mention(2, E.ARRIVED, "arrivals"), around=around)
    assert found.alone
    assert found.status is Status.PROBABLY_ARRIVED
    assert found.cites("alone") == (rid(1),)


def test_the_one_left_when_all_others_have_arrived_is_alone() -> None:
    around, own = _family(*_fellow(11, E.ARRIVED), *_fellow(21, E.ARRIVED))
    found = entry(own, around=around)
    assert found.alone
    assert set(found.cites("alone")) == {rid(1), rid(12), rid(22)}
    assert "alone" in found.reasons


def test_who_came_with_the_others_is_not_alone() -> None:
    around, own = _family(*_fellow(11, E.ARRIVED, household="party 3"))
    together = mention(2, E.ARRIVED, "arrivals", household="party 3")
    apart = mention(2, E.ARRIVED, "arrivals", household="party 4")
    assert not entry(own, together, around=around).alone
    assert entry(own, apart, around=around).alone


def test_a_list_that_states_no_parties_is_company_as_a_whole() -> None:
    around, own = _family(*_fellow(11, E.ARRIVED))
    assert not entry(own, mention(2, E.ARRIVED, "arrivals"), around=around).alone


def test_nobody_is_alone_while_another_of_the_household_is_without_word() -> None:
    around, own = _family(*_fellow(11, E.ARRIVED), *_fellow(21, E.SERVED))
    assert not entry(own, around=around).alone


def test_somebody_accounted_for_without_a_name_counts_as_gone() -> None:
    around, own = _family()
    assert entry(own, around=around._replace(nameless=(rid(40),))).alone


def test_who_no_register_groups_is_not_called_alone() -> None:
    assert not entry(mention(1, E.RESIDENT)).alone
