"""The alarm on every page: who is overdue, by how much, and who looks into it."""

from dataclasses import dataclass
from hashlib import blake2b

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from stillhere.desk.access import Act, asks
from stillhere.desk.operation.current import the_operation
from stillhere.desk.operation.live import Operation
from stillhere.desk.safety.out import overdue
from stillhere.desk.views.safety.words import clock, name_of
from stillhere.plan.safety import Watched


@dataclass(frozen=True, slots=True)
class Late:
    """One team that is overdue.

    Attributes:
        team, sheet: Their numbers.
        minutes: How long since it was to call in.
        due: When that was, hour and minute.
        back: Whether it was to be back.
        taken_by: Who looks into it; empty while nobody does.
    """

    team: int
    sheet: int
    minutes: int
    due: str
    back: bool
    taken_by: str


@dataclass(frozen=True, slots=True)
class Alarm:
    """What every page says.

    Attributes:
        late: The longest overdue first; empty where nobody is.
        sign: Changes with who is overdue and who looks into it, not with the minutes: it
            is said aloud anew only then.
        news: Whether it differs from what the page said last.
    """

    late: tuple[Late, ...]
    sign: str
    news: bool = False


def alarm_of(operation: Operation, seen: str | None = None) -> Alarm:
    """The alarm as it stands; `seen` is the sign of what a page said last."""
    found = overdue(operation)
    late = tuple(map(_late, found))
    text = repr([(one.outing.code, one.due, bool(one.taken_up)) for one in found])
    sign = blake2b(text.encode(), digest_size=6).hexdigest() if found else ""
    return Alarm(late, sign, seen is not None and seen != sign)


def _late(one: Watched) -> Late:
    taken = name_of(one.taken_up.by) if one.taken_up is not None else ""
    outing = one.outing
    minutes, due = one.late_minutes, clock(one.due)
    return Late(outing.team, outing.sheet, minutes, due, one.back_due, taken)


@asks(Act.SEE)
def alarm(request: HttpRequest) -> HttpResponse:
    """The alarm alone, for a page that asks again."""
    found = alarm_of(the_operation(), request.GET.get("seen", ""))
    return render(request, "desk/_alarm.html", {"alarm": found})
