"""The forms of quick entry: each gives one entry, or says at each field what is wrong.

Everything may be typed in any script and stays as typed. Choices begin with a digit, so
that one key picks them whatever the keyboard is set to.
"""

from stillhere.desk.forms.entering.base import EntryForm, Known, teams_of
from stillhere.desk.forms.entering.death import DeathForm
from stillhere.desk.forms.entering.met import FoundForm, VisitForm
from stillhere.desk.forms.entering.service import ServiceForm
from stillhere.desk.forms.entering.told import CallForm, NeedForm
from stillhere.desk.forms.entering.way import WayForm

__all__ = [
    "CallForm",
    "DeathForm",
    "EntryForm",
    "FoundForm",
    "Known",
    "NeedForm",
    "ServiceForm",
    "VisitForm",
    "WayForm",
    "teams_of",
]
