"""A pause of the cycle collector while millions of values without cycles are made.

It would find nothing there and walk everything again and again: a third of a build, and
afterwards seconds in the middle of an update. Values that are let go are freed by their
reference counts, collector or not.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

MANY = 10_000
"""Values from which setting them apart is worth the walk it saves."""


@contextmanager
def calm() -> Iterator[None]:
    """No cycle collection inside; afterwards as before."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def set_apart(values: int) -> None:
    """Let later collections pass over what is held now, if it is much."""
    if values >= MANY:
        gc.freeze()
