"""Where a statement belongs: to a mention with its keys, and to a place."""

from stillhere.ledger.ground import LocalStatement
from stillhere.ledger.household import household_id
from stillhere.ledger.mention import Mention
from stillhere.ledger.place_keys import PlaceReader
from stillhere.pipeline.grounds import Grounds
from stillhere.pipeline.readings import mention_of
from stillhere.reports.statements import (
    CallStatement,
    PersonStatement,
    Statement,
    TracingRequest,
)


def mention(statement: Statement, places: PlaceReader) -> Mention:
    """The person a statement names, with the keys the fold takes.

    Raises:
        TypeError: The statement names nobody.
    """
    said = mention_of(statement)
    if said is None:
        raise TypeError(type(statement).__name__)
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


def move_in(statement: Statement, places: PlaceReader, grounds: Grounds) -> None:
    """Let a statement count at its place."""
    _move(statement, places, grounds, 1)


def move_out(statement: Statement, places: PlaceReader, grounds: Grounds) -> None:
    """Let a statement no longer count at its place."""
    _move(statement, places, grounds, -1)


def _move(
    statement: Statement, places: PlaceReader, grounds: Grounds, sign: int
) -> None:
    if isinstance(statement, PersonStatement):
        located = places.locate(statement.place, statement.name.language)
        grounds.name(located, statement.place.settlement, sign)
    elif isinstance(statement, LocalStatement):
        located = places.locate(statement.place)
        grounds.name(located, statement.place.settlement, sign)
        (grounds.say if sign > 0 else grounds.unsay)(located, statement)
