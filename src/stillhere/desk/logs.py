"""What reaches the log: sentences of ours, and of others only where something broke."""

import logging
import sys
import threading

log = logging.getLogger(__name__)


def keep_nameless() -> None:
    """Cut, from now on, also what is said outside the log's own handlers.

    Those are faults nobody caught in a thread or a destructor, and whatever is logged
    before the log has handlers: Python would print them with every value in their text.
    """
    last = logging.lastResort
    if last is not None and not any(isinstance(f, Nameless) for f in last.filters):
        last.addFilter(Nameless())
    threading.excepthook = _thread_failed
    sys.unraisablehook = _lost


def _thread_failed(failed: threading.ExceptHookArgs) -> None:
    _tell("a thread failed", failed.exc_value)


def _lost(lost: "sys.UnraisableHookArgs") -> None:
    _tell("a fault was lost", lost.exc_value)


def _tell(what: str, error: BaseException | None) -> None:
    log.error(what, exc_info=error)


class Nameless(logging.Filter):
    """Cuts what could quote a person's data: arguments and traces of other libraries.

    Our own loggers write ids and counts. Of the rest the logger, the level and the kind
    of the error remain; its text may hold what somebody typed.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Always lets the record pass, without what it may not say."""
        kind = record.exc_info[0] if record.exc_info else None
        place = _place(record)
        record.exc_info = None
        record.exc_text = None
        record.stack_info = None
        if not record.name.startswith("stillhere"):
            record.msg, record.args = "a library reported a fault", ()
        if kind is not None:
            record.msg = f"{record.getMessage()} ({kind.__name__}{place})"
            record.args = ()
        return True


def _place(record: logging.LogRecord) -> str:
    """Module and line where the error was raised: enough to mend it."""
    trace = record.exc_info[2] if record.exc_info else None
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return ""
    module = trace.tb_frame.f_globals.get("__name__", "?")
    return f" in {module}, line {trace.tb_lineno}"
