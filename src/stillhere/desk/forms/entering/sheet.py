"""The lines of a returned sheet, each a small form of its own."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stillhere.desk.entering.sheet_lines import Typed
from stillhere.desk.forms.entering import parts
from stillhere.desk.forms.entering.met import RESULTS, contradictions
from stillhere.vocabulary import VisitHow, VisitResult


class LineForm(forms.Form):
    """One stop of a sheet."""

    result = parts.choice(_("Result"), RESULTS)
    people = parts.people(_("People"))
    names = parts.name(_("Who was met"))
    time = parts.time(_("Time"))
    note = parts.note(_("Note"))

    def __init__(
        self, data: Any = None, *, number: int, typed: Typed, offers: str
    ) -> None:
        initial = typed._asdict()
        super().__init__(data, prefix=str(number), initial=initial, label_suffix="")
        self.fields["names"].widget.attrs["list"] = offers
        for bound in self:
            bound.field.widget.attrs["aria-label"] = f"{number}: {bound.label}"

    def clean(self) -> dict[str, Any]:
        """A line that says something has a result, and agrees with itself."""
        cleaned: dict[str, Any] = super().clean() or {}
        result = cleaned.get("result")
        if not result and any(cleaned.get(n) for n in ("people", "names", "note")):
            self.add_error("result", _("Choose the result, too."))
        entered = result == VisitResult.EMPTY
        how = VisitHow.ENTERED if entered else VisitHow.KNOCKED
        visit = {**cleaned, "name": cleaned.get("names"), "how": how.value}
        for field, wrong in contradictions(visit).items():
            self.add_error(field, wrong)
        return cleaned

    def typed(self) -> Typed:
        """The line, once it is right."""
        line = self.cleaned_data
        people, time = line["people"], line["time"]
        return Typed(
            result=line["result"],
            people="" if people is None else str(people),
            names=line["names"],
            time=time.isoformat("minutes") if time else "",
            note=line["note"],
        )
