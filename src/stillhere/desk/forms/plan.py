"""What a person wishes of a day."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stillhere.desk.forms.entering import parts
from stillhere.desk.planning.day import Wishes

MOST_TEAMS, MOST_HOURS, MOST_DOORS = 99, 14, 200
_FIRST = Wishes()


def _number(label: Any, least: int, most: int) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=least, max_value=most)


class WishesForm(forms.Form):
    """Teams, length of the day, doors on a sheet."""

    teams = _number(_("Teams"), 1, MOST_TEAMS)
    start = parts.time(_("Set off at"))
    hours = _number(_("Hours until everybody is back"), 1, MOST_HOURS)
    doors = _number(_("Most doors on a sheet"), 1, MOST_DOORS)

    def wishes(self) -> Wishes:
        """What was typed; the usual day for what is missing or wrong."""
        self.is_valid()
        typed = self.cleaned_data
        start = typed.get("start")
        return Wishes(
            teams=typed.get("teams") or _FIRST.teams,
            hours=typed.get("hours") or _FIRST.hours,
            start=start.isoformat("minutes") if start else _FIRST.start,
            doors=typed.get("doors") or _FIRST.doors,
        )
