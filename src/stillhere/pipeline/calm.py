"""A pause of the cycle collector while millions of values without cycles are made.

It finds nothing there and walks everything again and again: a third of a build.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


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
