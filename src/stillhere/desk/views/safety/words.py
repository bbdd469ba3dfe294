"""How the pages say times, people and how a team stands."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from stillhere.plan.safety import Out, Told

STANDS: Mapping[Out, Promise] = MappingProxyType(
    {
        Out.NOT_YET: _("not set off yet"),
        Out.OUT: pgettext_lazy("a team", "out"),
        Out.DUE: _("check-in is due"),
        Out.OVERDUE: _("overdue"),
        Out.BACK: pgettext_lazy("a team", "back"),
    }
)
SAID: Mapping[Told, Promise] = MappingProxyType(
    {
        Told.CHECKED_IN: _("checked in"),
        Told.BACK: pgettext_lazy("a team", "back"),
        Told.TAKEN_UP: _("somebody looks into it"),
    }
)


def clock(at: datetime) -> str:
    """Hour and minute."""
    return f"{at:%H:%M}"


def name_of(author: str) -> str:
    """The account somebody entered something with."""
    return author.removeprefix("desk:")
