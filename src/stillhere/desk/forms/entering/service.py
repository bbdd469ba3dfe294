"""Whether a service works at a place: water, power, a health post."""

from typing import ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stillhere.desk.forms.entering import parts
from stillhere.desk.forms.entering.base import LastingForm
from stillhere.desk.wording import choices_of
from stillhere.vocabulary import ReportKind
from stillhere.vocabulary.fields import Field
from stillhere.vocabulary.places import Service, ServiceState


class ServiceForm(LastingForm):
    """Somebody says whether a service works in a settlement."""

    kind = ReportKind.SERVICE
    meanings: ClassVar = {
        "service": Field.SERVICE,
        "state": Field.STATE,
        "settlement": Field.SETTLEMENT,
        "since": Field.SINCE,
        "note": Field.NOTE,
        "date": Field.DATE,
    }

    service = parts.choice(
        gettext_lazy("Which service"), choices_of(Service), required=True
    )
    state = parts.choice(
        gettext_lazy("How it stands"), choices_of(ServiceState), required=True
    )
    settlement = parts.settlement()
    since = parts.date(gettext_lazy("Since when"))
    note = parts.note(gettext_lazy("Note"))
    team = parts.line(gettext_lazy("Told by team"), list="teams", size=12)
    date = parts.date(gettext_lazy("Day"))

    def clean_settlement(self) -> str:
        """A service is some settlement's."""
        text: str = self.cleaned_data["settlement"]
        if not text:
            raise forms.ValidationError(_("Say in which settlement."))
        return text
