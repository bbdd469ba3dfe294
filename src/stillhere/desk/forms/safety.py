"""What is said of a team that is out."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stillhere.plan.safety import Told

MOST_TEAMS, LONGEST = 99, 80


class TeamForm(forms.Form):
    """The number of a team, what is said of it, and where it is, if it says so.

    The place is kept in memory until the team is back.
    """

    team = forms.IntegerField(
        label=_("Team"),
        min_value=1,
        max_value=MOST_TEAMS,
        widget=forms.TextInput(
            attrs={
                "inputmode": "numeric",
                "size": 3,
                "autocomplete": "off",
                "autofocus": True,
            }
        ),
    )
    told = forms.ChoiceField(choices=[(told.value, told.value) for told in Told])
    where = forms.CharField(
        label=_("Where, if it says so"),
        required=False,
        max_length=LONGEST,
        help_text=_("Stays in memory until the team is back. Nothing keeps it."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "dir": "auto"}),
    )

    def __init__(self, data: Any = None, *, out: frozenset[int] = frozenset()) -> None:
        """Take teams that are out, by number."""
        super().__init__(data)
        self._out = out

    def clean_team(self) -> int:
        """A team that is out."""
        team: int = self.cleaned_data["team"]
        if team not in self._out:
            sentence = _("Team {team} is not out. Nothing was stored.")
            raise forms.ValidationError(sentence.format(team=team))
        return team
