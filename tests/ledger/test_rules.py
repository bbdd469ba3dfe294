from dataclasses import fields, replace
from typing import Any

from stillhere.ledger import LedgerRules
from stillhere.ledger.rules import CLAIMS, EVENT_STATUS
from stillhere.vocabulary import PersonEvent, Status


def test_every_field_of_the_rules_is_in_their_digest() -> None:
    rules = LedgerRules()
    for field in fields(rules):
        value = getattr(rules, field.name)
        other: Any = value + 1 if isinstance(value, int) else value[1:]
        changed: dict[str, Any] = {field.name: other}
        assert replace(rules, **changed).digest != rules.digest, field.name


def test_every_event_is_a_word_a_claim_or_a_dead_row() -> None:
    assert EVENT_STATUS.keys() | CLAIMS | {PersonEvent.DEAD} == set(PersonEvent)
    assert not EVENT_STATUS.keys() & CLAIMS


def test_no_event_makes_a_person_deceased_or_unaccounted() -> None:
    never = {Status.DECEASED, Status.UNACCOUNTED, Status.PROBABLY_ARRIVED}
    assert not set(EVENT_STATUS.values()) & never


def test_every_status_of_a_word_has_its_precedence() -> None:
    assert sorted(LedgerRules().precedence) == sorted(set(EVENT_STATUS.values()))
