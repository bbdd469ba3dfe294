"""Where a statement belongs: to a mention with its keys, and to a place."""

from stillhere.intake.located import PlaceReader
from stillhere.ledger.ground import LocalStatement
from stillhere.ledger.household import household_id
from stillhere.ledger.mention import Mention
from stillhere.pipeline.grounds import Grounds
from stillhere.pipeline.readings import mention_of
from stillhere.reports.statements import (
    CallStatement,
    Statement,
    TracingRequest,
)


def mention_in(statement: Statement, places: PlaceReader) -> Mention | None:
    """The person a statement names, with the keys the fold takes; None for nobody."""
    said = mention_of(statement)
    if said is None:
        return None
    language = said.name.language
    located = places.locate(said.place, language)
    return Mention(
        said=said,
        ask=_ask(statement),
        household=household_id(said.source, said.household) if said.household else None,
        settlement=located.settlement,
        dwelling=located.dwelling,
        origin=places.settlement(said.origin, language),
    )


def _ask(statement: Statement) -> str:
    if isinstance(statement, TracingRequest):
        return "tracing"
    return "call" if isinstance(statement, CallStatement) else ""


def move_local(
    said: LocalStatement, sign: int, places: PlaceReader, grounds: Grounds
) -> None:
    """Let a statement count at its place (1), or no longer (-1)."""
    located = places.locate(said.place)
    grounds.name(located.settlement, said.place.settlement, sign)
    (grounds.say if sign > 0 else grounds.unsay)(located, said)


def move_person(mention: Mention, sign: int, grounds: Grounds) -> None:
    """Count the way a settlement is written for a person (1), or no longer (-1)."""
    grounds.name(mention.settlement, mention.said.place.settlement, sign)
