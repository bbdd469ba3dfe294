"""The end of the process: what runs is finished, the store is closed."""

import logging
import os

from django.db import connections

from stillhere.desk.operation import routine, snapshots
from stillhere.desk.operation.current import the_operation, the_start
from stillhere.desk.operation.jobs import the_jobs

log = logging.getLogger(__name__)

JOBS_S = 30.0
"""How long a job may go on. What it stored is whole, and the next start goes on from it."""

KEEPING_S = 60.0
"""How long to wait for a picture that is being kept."""


def end() -> None:
    """Finish what runs, keep the picture if there is much news, close."""
    routine.stop(KEEPING_S)
    if not the_jobs().close(JOBS_S):
        log.warning("a job was cut short; nothing that was acknowledged is lost")
        os._exit(0)
    if the_start().ready:
        operation = the_operation()
        if snapshots.due(operation):
            snapshots.keep(operation)
        operation.close()
    connections.close_all()
