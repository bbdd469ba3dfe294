"""A word of the security officer on a road or a place."""

import datetime as dt
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stillhere.desk.forms.entering import parts
from stillhere.desk.forms.entering.base import MOMENT, EntryForm
from stillhere.desk.wording import choices_of
from stillhere.vocabulary import Passage, ReportKind, VehicleClass
from stillhere.vocabulary.fields import Field


class WayForm(EntryForm):
    """A road or place is open, closed, or hazardous."""

    kind = ReportKind.CLEARANCE
    meanings: ClassVar = {
        "settlement": Field.SETTLEMENT,
        "road": Field.ADDRESS,
        "state": Field.STATE,
        "latitude": Field.LATITUDE,
        "longitude": Field.LONGITUDE,
        "radius": Field.ACCURACY_M,
        **MOMENT,
    }

    settlement = parts.settlement()
    road = parts.line(
        gettext_lazy("Road or stretch"),
        gettext_lazy(
            "As on the map, such as M12; or way 123; or two points with a dash between. "
            "Empty for the whole settlement."
        ),
        dir="auto",
    )
    state = parts.choice(gettext_lazy("State"), choices_of(Passage), required=True)
    vehicles = forms.MultipleChoiceField(
        label=gettext_lazy("For which vehicles"),
        help_text=gettext_lazy("None is open to a vehicle that is not named."),
        required=False,
        choices=choices_of(VehicleClass),
        widget=forms.CheckboxSelectMultiple,
    )
    latitude = parts.line(
        gettext_lazy("Latitude of a hazard"), inputmode="decimal", size=12
    )
    longitude = parts.line(gettext_lazy("Longitude"), inputmode="decimal", size=12)
    radius = parts.line(gettext_lazy("Radius in metres"), inputmode="numeric", size=8)
    until = parts.time(gettext_lazy("Until, at nightfall at the latest"))
    date = parts.date(gettext_lazy("Day"))
    time = parts.time(gettext_lazy("Time"))

    def clean_latitude(self) -> str:
        """Degrees."""
        return self._number("latitude", 90)

    def clean_longitude(self) -> str:
        """Degrees."""
        return self._number("longitude", 180)

    def clean_radius(self) -> str:
        """Metres."""
        return self._number("radius", 100_000)

    def clean(self) -> dict[str, Any]:
        """A word is of something, and what it opens it opens for somebody."""
        cleaned: dict[str, Any] = super().clean() or {}
        point = cleaned.get("latitude") and cleaned.get("longitude")
        if not (cleaned.get("settlement") or cleaned.get("road") or point):
            self.add_error("settlement", _("Say which settlement or road, or where."))
        if cleaned.get("state") == Passage.OPEN and not cleaned.get("vehicles"):
            self.add_error("vehicles", _("Say for which vehicles it is open."))
        if cleaned.get("until") and not cleaned.get("date"):
            self.add_error("date", _("Say of which day this time is."))
        return cleaned

    def typed(self) -> dict[Field, str]:
        """With the vehicles, and the end on the same day."""
        until, day = self.cleaned_data["until"], self.cleaned_data["date"]
        ends = (
            dt.datetime.combine(day, until).isoformat("T", "minutes") if until else ""
        )
        vehicles = " ".join(self.cleaned_data["vehicles"])
        return {**super().typed(), Field.VEHICLE: vehicles, Field.UNTIL: ends}

    def _number(self, name: str, most: int) -> str:
        text: str = self.cleaned_data[name].replace(",", ".").strip()
        try:
            wrong = bool(text) and not abs(float(text)) <= most
        except ValueError:
            wrong = True
        if wrong:
            raise forms.ValidationError(
                _("Type a number such as 39.815, or leave it empty.")
            )
        return text
