"""What came of a call to a number on file."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stillhere.desk.forms.entering import parts
from stillhere.desk.forms.entering.base import Known
from stillhere.ledger import MentionId
from stillhere.plan import Told
from stillhere.vocabulary import CallOutcome

SAFE, THERE = "safe", "there"
MARKED, ALL_SAFE = "marked", "all_safe"
LATER = "later"
_MARKS = (
    (SAFE, gettext_lazy("safe, out of the region")),
    (THERE, gettext_lazy("still there")),
)
_RESULTS = (
    (MARKED, gettext_lazy("Answered: as marked above")),
    (ALL_SAFE, gettext_lazy("Answered: everybody is safe, out of the region")),
    (CallOutcome.NOT_ANSWERED.value, gettext_lazy("Not answered")),
    (CallOutcome.WRONG_NUMBER.value, gettext_lazy("Wrong number")),
    (CallOutcome.NOT_AGAIN.value, gettext_lazy("Asks not to be called again")),
)

Person = tuple[MentionId, str]


class ResultForm(forms.Form):
    """Result of a call: who is safe and where, or why nothing was learnt.

    Args:
        people: Whom the call is about, with their names.
        known: The day and time of entries.
    """

    where = parts.line(gettext_lazy("Where they are now, as it was said"), dir="auto")
    note = parts.note(gettext_lazy("Note"))
    date = parts.date(gettext_lazy("Day"))
    time = parts.time(gettext_lazy("Time"))
    result = forms.ChoiceField(
        choices=_RESULTS,
        widget=forms.HiddenInput,
        error_messages={
            "required": gettext_lazy("Choose what came of the call."),
            "invalid_choice": gettext_lazy("Choose what came of the call."),
        },
    )

    def __init__(
        self, data: Any = None, *, people: Sequence[Person], known: Known
    ) -> None:
        super().__init__(
            data, label_suffix="", initial={"date": known.day, "time": known.clock}
        )
        self._known = known
        self._people = {f"person{n}": person for n, (person, _) in enumerate(people)}
        marks = {
            f"person{n}": parts.choice(name, _MARKS)
            for n, (_, name) in enumerate(people)
        }
        self.fields = {**marks, **self.fields}

    def clean_date(self) -> object:
        """A day that is not ahead; that of today where none is given."""
        day = self.cleaned_data["date"] or self._known.day
        if day > self._known.day:
            raise forms.ValidationError(
                _("This day lies ahead. Correct it, or leave it empty.")
            )
        return day

    def clean(self) -> dict[str, Any]:
        """An answer says something of somebody; what was not answered says nothing."""
        cleaned: dict[str, Any] = super().clean() or {}
        marked = any(cleaned.get(name) for name in self._people)
        result = cleaned.get("result")
        if result == MARKED and not marked and not cleaned.get("note"):
            raise forms.ValidationError(
                _("Mark who was named, or say in the note what was answered.")
            )
        if result not in (MARKED, None) and marked:
            raise forms.ValidationError(
                _("Somebody is marked: choose “Answered: as marked above”.")
            )
        return cleaned

    @property
    def outcome(self) -> CallOutcome:
        """What came of the call, of a form that is right."""
        result = self.cleaned_data["result"]
        answered = result in (MARKED, ALL_SAFE)
        return CallOutcome.ANSWERED if answered else CallOutcome(result)

    @property
    def when(self) -> str:
        """ISO date, with the time where there is one."""
        day, time = self.cleaned_data["date"], self.cleaned_data["time"]
        clock = f"T{time.isoformat(timespec='minutes')}" if time else ""
        return f"{day.isoformat()}{clock}"

    @property
    def safe(self) -> tuple[MentionId, ...]:
        """Who is said to be safe."""
        if self.cleaned_data["result"] == ALL_SAFE:
            return tuple(self._people.values())
        return tuple(self._marked(SAFE))

    @property
    def told(self) -> Told:
        """What else was said."""
        return Told(
            where=self.cleaned_data["where"],
            there=tuple(self._marked(THERE)),
            note=self.cleaned_data["note"],
        )

    def _marked(self, mark: str) -> Iterator[MentionId]:
        for name, person in self._people.items():
            if self.cleaned_data[name] == mark:
                yield person

    @property
    def buttons(self) -> list[tuple[int, str, Any]]:
        """The results as buttons: key, value and words."""
        return [(n, code, words) for n, (code, words) in enumerate(_RESULTS, start=1)]
