"""What keeps teams safe: times to call in, the word to turn back at, where help is.

In: leave-by times of a sheet, what teams said and when, what is said of health posts. Out:
times, how every team that is out stands, and what is printed of it. Promise: no clock, and
nothing here knows or asks where a team is.
"""

from stillhere.plan.safety.abort import AbortWord, abort_word, abort_words
from stillhere.plan.safety.health import HealthPost, help_said, nearest_health_post
from stillhere.plan.safety.times import check_in_times
from stillhere.plan.safety.watch import Out, Outing, Told, Watched, Word, watched

__all__ = [
    "AbortWord",
    "HealthPost",
    "Out",
    "Outing",
    "Told",
    "Watched",
    "Word",
    "abort_word",
    "abort_words",
    "check_in_times",
    "help_said",
    "nearest_health_post",
    "watched",
]
