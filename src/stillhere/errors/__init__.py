"""Every error and finding, with its stable code and its wording.

In: a code and the values its sentence needs. Out: a `Finding` (something wrong in the
data, told to a person, nothing lost) or a `StillHereError` (a broken file, key or
program). Promise: each sentence says what happened, where, what was done with the data
and what to do next; codes never change their meaning.
"""

from stillhere.errors.catalogue import CATALOGUE
from stillhere.errors.finding import Finding, StillHereError

__all__ = ["CATALOGUE", "Finding", "StillHereError"]
