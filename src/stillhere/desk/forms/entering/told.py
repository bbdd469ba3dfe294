"""What somebody tells: a call, a need."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stillhere.desk.forms.entering import parts
from stillhere.desk.forms.entering.base import (
    MOMENT,
    PLACE,
    EntryForm,
    LastingForm,
    birth_fields,
)
from stillhere.vocabulary import ReportKind
from stillhere.vocabulary.fields import Field

_SURE = (
    ("sure", gettext_lazy("sure")),
    ("fairly sure", gettext_lazy("fairly sure")),
    ("not sure", gettext_lazy("not sure")),
)
_HOW_KNOWN = (
    ("saw it", gettext_lazy("saw it")),
    ("spoke with them", gettext_lazy("spoke with them")),
    ("heard it from somebody", gettext_lazy("heard it from somebody")),
    ("thinks so", gettext_lazy("thinks so")),
)
_SECTORS = (
    ("water", gettext_lazy("water")),
    ("food", gettext_lazy("food")),
    ("medicine", gettext_lazy("medicine")),
    ("medical care", gettext_lazy("medical care")),
    ("heating", gettext_lazy("heating")),
    ("power", gettext_lazy("power")),
    ("shelter", gettext_lazy("shelter")),
    ("transport", gettext_lazy("transport")),
    ("something else", gettext_lazy("something else")),
)
_URGENCY = (
    ("at once", gettext_lazy("at once: a life is at risk")),
    ("today", gettext_lazy("today")),
    ("this week", gettext_lazy("this week")),
    ("can wait", gettext_lazy("can wait")),
)


class CallForm(EntryForm):
    """Somebody calls about a person or a place."""

    kind = ReportKind.CALL
    meanings: ClassVar = {
        "name": Field.NAME,
        **PLACE,
        "people": Field.PEOPLE,
        "certainty": Field.CERTAINTY,
        "how_known": Field.HOW_KNOWN,
        "note": Field.NOTE,
        "caller": Field.ENQUIRER,
        "phone": Field.ENQUIRER_PHONE,
        **MOMENT,
    }

    name = parts.name(
        gettext_lazy("About whom"),
        gettext_lazy("A name, as it was said. Describe who has no name in the note."),
    )
    born = parts.line(gettext_lazy("Year of birth, or age"), size=12)
    settlement = parts.settlement()
    address = parts.address()
    flat = parts.flat()
    people = parts.people(gettext_lazy("How many may be there"))
    certainty = parts.choice(gettext_lazy("How sure"), _SURE)
    how_known = parts.choice(gettext_lazy("How they know"), _HOW_KNOWN)
    note = parts.note(gettext_lazy("Note"))
    caller = parts.name(gettext_lazy("Who called"))
    phone = parts.line(gettext_lazy("Their number"), inputmode="tel")
    date = parts.date(gettext_lazy("Day"))
    time = parts.time(gettext_lazy("Time"))

    def source(self) -> str:
        """Calls come by the hotline."""
        return "hotline"

    def clean(self) -> dict[str, Any]:
        """A call is about somebody, some place, or says something."""
        cleaned: dict[str, Any] = super().clean() or {}
        if not (cleaned.get("name") or cleaned.get("note") or self.says_where()):
            self.add_error(
                "name",
                _("Say about whom or which place the call was, or write a note."),
            )
        return cleaned

    def typed(self) -> dict[Field, str]:
        """With what is known of the birth."""
        return {**super().typed(), **birth_fields(self.cleaned_data["born"])}


class NeedForm(LastingForm):
    """Somebody, or some place, lacks something."""

    kind = ReportKind.NEED
    meanings: ClassVar = {
        "what": Field.WHAT,
        "urgency": Field.URGENCY,
        "name": Field.NAME,
        **PLACE,
        "since": Field.SINCE,
        "note": Field.NOTE,
        "date": Field.DATE,
    }

    what = parts.choice(gettext_lazy("What is needed"), _SECTORS, required=True)
    urgency = parts.choice(gettext_lazy("How urgent"), _URGENCY)
    name = parts.name(gettext_lazy("For whom"))
    settlement = parts.settlement()
    address = parts.address()
    flat = parts.flat()
    since = parts.date(gettext_lazy("Since when"))
    note = parts.note(gettext_lazy("What exactly, how much"))
    team = parts.line(gettext_lazy("Told by team"), list="teams", size=12)
    date = parts.date(gettext_lazy("Day"))

    def clean(self) -> dict[str, Any]:
        """A need is somebody's, or some place's."""
        cleaned: dict[str, Any] = super().clean() or {}
        if not (cleaned.get("name") or self.says_where()):
            raise forms.ValidationError(
                {"name": _("Say for whom it is needed, or where.")}
            )
        return cleaned
