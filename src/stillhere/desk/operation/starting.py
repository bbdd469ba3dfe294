"""From an unlocked store to an open operation.

The picture comes from its snapshot where rules and date fit, brought up to date with the
reports since; else it is built anew. Either way it equals a build of all reports.
"""

import logging

from django.core.management import call_command

from stillhere.desk import rows
from stillhere.desk.clock import now
from stillhere.desk.operation.current import Start, opened
from stillhere.desk.operation.live import Operation
from stillhere.desk.unlocked import Unlocked, held
from stillhere.errors import StillHereError
from stillhere.intake.tables import world_of
from stillhere.pipeline import Rules, build
from stillhere.store import Store

log = logging.getLogger(__name__)


def start_operation(start: Start) -> None:
    """Open the operation of the unlocked store; the error goes to `start`.

    Args:
        start: Told how far it is; finished once pages can be answered.
    """
    try:
        opened(open_operation(held(), start))
    except StillHereError as error:
        log.error("the desk cannot start: %s", error.code)  # noqa: TRY400
        start.error = error
    except Exception as error:
        log.exception("the desk cannot start")
        start.error = StillHereError("desk/start-failed", reason=type(error).__name__)
        raise


def open_operation(unlocked: Unlocked, start: Start) -> Operation:
    """The operation with its newest picture and rows that fit it."""
    start.tell("opening the store", 0.0)
    store = store_of(unlocked)
    try:
        call_command("migrate", verbosity=0, interactive=False)
        operation = _with_picture(store, start)
    except BaseException:
        store.close()
        raise
    start.tell("preparing the lists", 0.0)
    if not rows.fits(operation.picture.digest):
        rows.rebuild(operation.picture, operation.position)
    return operation


def store_of(unlocked: Unlocked) -> Store:
    """The store itself, for use by any thread under a lock."""
    if unlocked.path is None or unlocked.key is None:
        return Store.connect(unlocked.url)
    return Store.open_with_key(unlocked.path, unlocked.key, any_thread=True)


def _with_picture(store: Store, start: Start) -> Operation:
    reports = list(store.reports())
    provenance = store.provenance(r.id for r in reports)
    world = world_of(reports, store.operation_key, now())
    rules = Rules.of_world(world)
    as_of = world.operation.as_of or now()
    picture = build(reports, rules, as_of, provenance=provenance, progress=start.tell)
    return Operation(store, world, rules, picture)
