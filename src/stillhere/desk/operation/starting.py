"""From an unlocked store to an open operation.

The picture comes from its snapshot where rules and program fit, brought up to date with
the reports since and to the date of today; else it is built anew. Either way it equals a
build of all reports.
"""

import logging
from collections.abc import Callable

from django.core.management import call_command

from stillhere.desk import rows
from stillhere.desk.at_hand import AtHand
from stillhere.desk.clock import now, today
from stillhere.desk.operation.current import Start, opened
from stillhere.desk.operation.live import Operation
from stillhere.desk.unlocked import Unlocked, held
from stillhere.errors import StillHereError
from stillhere.intake import World
from stillhere.intake.tables import world_of
from stillhere.ledger import Picture
from stillhere.pipeline import Rules, build, from_bytes, moved, update
from stillhere.store import Snapshot, Store

log = logging.getLogger(__name__)


def start_operation(
    start: Start,
    at_hand: AtHand | None = None,
    before_opening: Callable[[], None] | None = None,
) -> None:
    """Open the operation of the unlocked store; the error goes to `start`.

    Args:
        start: Told how far it is; finished once pages can be answered.
        at_hand: Spares the reading of the store.
        before_opening: Done when all tables are there and nobody can sign in yet.
    """
    try:
        operation = open_operation(held(), start, at_hand)
        if before_opening is not None:
            before_opening()
        opened(operation)
    except StillHereError as error:
        log.error("the desk cannot start: %s", error.code)  # noqa: TRY400
        start.error = error
    except Exception as error:
        log.exception("the desk cannot start")
        start.error = StillHereError("desk/start-failed", reason=type(error).__name__)


def open_operation(
    unlocked: Unlocked, start: Start, at_hand: AtHand | None = None
) -> Operation:
    """The operation with its newest picture and rows that fit it."""
    start.tell("opening the store", 0.0)
    store = store_of(unlocked)
    try:
        store.remember(
            "desk opened", now()
        )  # takes the right to write, or says who has
        call_command("migrate", verbosity=0, interactive=False)
        found = at_hand or _found(store, start)
        operation = Operation(store, found.world, found.rules, found.picture)
        operation.kept = found.kept
        start.tell("preparing the lists", 0.0)
        if not rows.fits(found.picture.digest):
            rows.rebuild(found.picture, operation.position, now())
    except BaseException:
        store.close()
        raise
    return operation


def store_of(unlocked: Unlocked) -> Store:
    """The store itself, for use by any thread under a lock."""
    if unlocked.path is None or unlocked.key is None:
        return Store.connect(unlocked.url)
    return Store.open_with_key(unlocked.path, unlocked.key, any_thread=True)


def date_of(world: World) -> str:
    """The date of the picture: an exercise has its own, else today."""
    return world.operation.as_of or today()


def _found(store: Store, start: Start) -> AtHand:
    world = world_of(store.decisions(), store.operation_key, now())
    rules = Rules.of_world(world)
    as_of = date_of(world)
    snapshot = store.load_snapshot(rules.digest)
    picture = None if snapshot is None else _resumed(store, snapshot, rules, start)
    if snapshot is None or picture is None:
        return AtHand(world, rules, _built(store, rules, as_of, start))
    picture = _dated(picture, as_of, start)
    return AtHand(world, rules, picture, kept=snapshot.position)


def _resumed(
    store: Store, snapshot: Snapshot, rules: Rules, start: Start
) -> Picture | None:
    """The picture kept last with the reports since; None where it is of no use."""
    start.tell("reading the saved picture", 0.0)
    try:
        picture = from_bytes(snapshot.data, rules)
    except StillHereError as error:
        log.info("built anew: %s", error.code)
        return None
    news = list(store.reports(since=snapshot.position))
    if not news:
        return picture
    lines = store.provenance(report.id for report in news)
    return update(picture, news, provenance=lines, progress=start.tell)


def _dated(picture: Picture, as_of: str, start: Start) -> Picture:
    """The picture at a date; a clock that was put back changes nothing."""
    if as_of <= picture.as_of:
        return picture
    return moved(picture, as_of, progress=start.tell)


def _built(store: Store, rules: Rules, as_of: str, start: Start) -> Picture:
    start.tell("opening the store", 0.0)
    reports = list(store.reports())
    provenance = store.provenance(report.id for report in reports)
    return build(reports, rules, as_of, provenance=provenance, progress=start.tell)
