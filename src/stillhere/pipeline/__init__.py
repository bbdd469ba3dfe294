"""Reports in, picture out: the whole flow.

In: reports, rules and the date of the picture. Out: a `Picture`. Promise: the same set
of reports, the same rules and date give the same picture byte for byte; updating gives
exactly what building anew gives.
"""

from stillhere.pipeline.flow import build, update
from stillhere.pipeline.rules import Rules

__all__ = ["Rules", "build", "update"]
