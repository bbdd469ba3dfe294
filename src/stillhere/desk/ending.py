"""The end of the process: what runs is finished, the store is closed."""

from django.db import connections

from stillhere.desk.operation.current import the_operation, the_start
from stillhere.desk.operation.jobs import the_jobs


def end() -> None:
    """Finish what runs, then close."""
    the_jobs().close()
    if the_start().ready:
        the_operation().close()
    connections.close_all()
