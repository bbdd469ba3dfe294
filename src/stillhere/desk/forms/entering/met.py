"""What a team met: a visit, a person found."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stillhere.desk.forms.entering import parts
from stillhere.desk.forms.entering.base import (
    MOMENT,
    PLACE,
    EntryForm,
    Known,
    birth_fields,
    team_source,
)
from stillhere.desk.wording import choices_of
from stillhere.vocabulary import (
    Care,
    PersonEvent,
    ReportKind,
    VisitHow,
    VisitResult,
)
from stillhere.vocabulary.fields import Field
from stillhere.vocabulary.words import in_words

_FOUND = (
    PersonEvent.FOUND,
    PersonEvent.CHOSE_TO_STAY,
    PersonEvent.COULD_NOT_LEAVE,
    PersonEvent.IN_CARE,
)
_CALLS_FOR_NOBODY = frozenset({VisitResult.NOBODY_ANSWERED, VisitResult.EMPTY})
RESULTS = choices_of(VisitResult)


class VisitForm(EntryForm):
    """A team was at a door or in a place."""

    kind = ReportKind.VISIT
    remembers = ("settlement", "team")
    meanings: ClassVar = {
        **PLACE,
        "team": Field.TEAM,
        "result": Field.RESULT,
        "how": Field.HOW,
        "people": Field.PEOPLE,
        "name": Field.NAME,
        "given": Field.GIVEN,
        "said": Field.SAID_TO_BE_THERE,
        "note": Field.NOTE,
        **MOMENT,
    }

    address = parts.address()
    flat = parts.flat()
    settlement = parts.settlement()
    result = parts.choice(gettext_lazy("Result"), RESULTS, required=True)
    people = parts.people(gettext_lazy("People present"))
    name = parts.name(gettext_lazy("Who was met"))
    how = parts.choice(gettext_lazy("How"), choices_of(VisitHow), empty=False)
    given = parts.line(gettext_lazy("Given on the spot"))
    said = parts.name(gettext_lazy("Who else is said to be there"))
    note = parts.note(gettext_lazy("Note"))
    team = parts.line(gettext_lazy("Team"), list="teams", size=12)
    date = parts.date(gettext_lazy("Day"))
    time = parts.time(gettext_lazy("Time"))

    def initially(self, known: Known) -> dict[str, Any]:
        """Most doors are knocked at."""
        return {**super().initially(known), "how": VisitHow.KNOCKED.value}

    def source(self) -> str:
        """The team."""
        return team_source(self.cleaned_data["team"])

    def clean(self) -> dict[str, Any]:
        """A visit was somewhere, and what it says agrees with itself."""
        cleaned: dict[str, Any] = super().clean() or {}
        if not self.says_where():
            self.add_error(
                "address", _("Say where: a settlement, or a street and house.")
            )
        for field, wrong in contradictions(cleaned).items():
            self.add_error(field, wrong)
        return cleaned


def contradictions(visit: dict[str, Any]) -> dict[str, str]:
    """What does not agree in a visit, by the field to look at.

    Args:
        visit: ``result`` and ``how`` as codes, ``people`` as a number or None, ``name``.
    """
    result, how = visit.get("result"), visit.get("how")
    wrong = {}
    if result == VisitResult.EMPTY and how != VisitHow.ENTERED:
        wrong["how"] = _(
            "Empty is said only after every room was entered. Choose \u201centered\u201d, or "
            "another result."
        )
    if how == VisitHow.CALLED_THROUGH and visit.get("address"):
        wrong["how"] = _(
            "Every street is called through in a whole place. Leave the street empty, or "
            "choose \u201ccalled out\u201d."
        )
    if result in _CALLS_FOR_NOBODY and (visit.get("people") or visit.get("name")):
        wrong["result"] = _(
            "The result says that nobody was met, but people are stated. Correct one of "
            "the two."
        )
    return wrong


class FoundForm(EntryForm):
    """Somebody was found."""

    kind = ReportKind.PERSON
    remembers = ("settlement", "team")
    meanings: ClassVar = {
        "name": Field.NAME,
        **PLACE,
        "event": Field.EVENT,
        "note": Field.NOTE,
        "team": Field.TEAM,
        **MOMENT,
    }

    name = parts.name(gettext_lazy("Name"), gettext_lazy("As the person says it."))
    born = parts.line(gettext_lazy("Year of birth, or age"), size=12)
    event = parts.choice(
        gettext_lazy("How it stands"),
        [c for c in choices_of(PersonEvent) if c[0] in set(_FOUND)],
        empty=False,
    )
    settlement = parts.settlement()
    address = parts.address()
    flat = parts.flat()
    care = forms.MultipleChoiceField(
        label=gettext_lazy("Needs of care"),
        required=False,
        choices=choices_of(Care),
        widget=forms.CheckboxSelectMultiple,
    )
    note = parts.note(gettext_lazy("Note"))
    team = parts.line(gettext_lazy("Found by team"), list="teams", size=12)
    date = parts.date(gettext_lazy("Day"))
    time = parts.time(gettext_lazy("Time"))

    def source(self) -> str:
        """The team that found the person."""
        return team_source(self.cleaned_data["team"])

    def clean_name(self) -> str:
        """Somebody without a name is no person of the ledger."""
        name: str = self.cleaned_data["name"]
        if not name:
            raise forms.ValidationError(
                _(
                    "Type the name. Enter a visit for somebody whose name is not known: "
                    "it counts people without naming them."
                )
            )
        return name

    def typed(self) -> dict[Field, str]:
        """With birth, and needs of care in the words lists use."""
        care = ", ".join(in_words(Care(code)) for code in self.cleaned_data["care"])
        born = birth_fields(self.cleaned_data["born"])
        return {**super().typed(), **born, Field.CARE: care}
