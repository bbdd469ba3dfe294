"""Reports in, picture out: the whole flow.

In: reports, rules and the date of the picture. Out: a `Picture`. Promise: the same set
of reports, the same rules and date give the same picture byte for byte; updating gives
exactly what building anew gives, and so does a picture that was kept as bytes.
"""

from stillhere.pipeline.flow import build, moved, update
from stillhere.pipeline.resuming import from_bytes, resumed, to_bytes
from stillhere.pipeline.rules import Rules

__all__ = ["Rules", "build", "from_bytes", "moved", "resumed", "to_bytes", "update"]
