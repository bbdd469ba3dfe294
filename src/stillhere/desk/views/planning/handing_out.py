"""Handing a plan out, and taking it back."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from stillhere.desk.access import Act, asks
from stillhere.desk.clock import now
from stillhere.desk.operation.current import the_operation
from stillhere.desk.operation.live import Operation
from stillhere.desk.planning.day import Worked
from stillhere.desk.planning.handing import Handing, handed_fields
from stillhere.desk.planning.overtaken import Overtaken, overtaken
from stillhere.desk.planning.register import all_sheets, next_number, sheet_of
from stillhere.desk.planning.working import the_workshop
from stillhere.desk.safety.hour import hour_of
from stillhere.desk.saying import number
from stillhere.desk.views.planning.abilities import chosen_abilities
from stillhere.desk.views.planning.asking import overtaken_words
from stillhere.reports import Stamp, make_report
from stillhere.reports.withdrawing import Signed, withdraw_reports
from stillhere.vocabulary import ReportKind


@asks(Act.DECIDE)
@require_POST
def accept(request: HttpRequest) -> HttpResponse:
    """Hand a plan out: from now on its sheets are known by their numbers."""
    operation = the_operation()
    made = the_workshop().by_code(request.POST.get("plan", ""))
    if made is None:
        messages.warning(
            request,
            _(
                "This plan is kept no more: the program was started anew, or others were "
                "worked out since. Nothing was handed out. Look at the plan below and "
                "hand it out."
            ),
        )
        return redirect("plan")
    numbers = _hand_out(request, operation, made)
    if isinstance(numbers, Overtaken):
        refused = _("Nothing was handed out.")
        messages.warning(request, " ".join((refused, *overtaken_words(numbers))))
    elif numbers:
        text = ngettext(
            "{count} sheet is handed out: number {numbers}.",
            "{count} sheets are handed out: numbers {numbers}.",
            len(numbers),
        )
        named = ", ".join(map(str, numbers))
        messages.success(
            request, text.format(count=number(len(numbers)), numbers=named)
        )
    else:
        messages.info(request, _("These sheets are handed out already."))
    return redirect("plan")


@asks(Act.DECIDE)
@require_POST
def take_back(request: HttpRequest, number: int) -> HttpResponse:
    """Take back the plan a sheet belongs to: its sheets count no more."""
    operation = the_operation()
    handed = sheet_of(operation.picture, number)
    if handed is None:
        raise Http404
    author = f"desk:{request.user.get_username()}"
    signed = Signed(operation.key, by=author, at=now(), why="plan taken back")
    operation.enter([withdraw_reports([handed.report], signed)])
    messages.success(
        request,
        _(
            "The plan is taken back, with all its sheets. Collect what is printed. What "
            "was typed in from them stays."
        ),
    )
    return redirect("plan")


def _hand_out(
    request: HttpRequest, operation: Operation, made: Worked
) -> tuple[int, ...] | Overtaken:
    """Store the report of a plan; numbers of its sheets, none where it was known.

    A plan whose doors are out, were visited or closed since is not stored.
    """
    author, today = f"desk:{request.user.get_username()}", operation.today
    with operation.writing():
        handed = all_sheets(operation.picture)
        if any(s.plan == made.plan.code and s.day == today[:10] for s in handed):
            return ()
        cleared = the_workshop().cleared(operation)
        late = overtaken(made, operation.picture, today[:10], cleared)
        if late is not None:
            return late
        handing = Handing(
            day=today[:10],
            start=made.wishes.start,
            first=next_number(operation.picture),
            handed=hour_of(operation).isoformat(timespec="seconds"),
            skills=chosen_abilities(request, made.plan),
        )
        fields = handed_fields(made.plan, handing)
        report = make_report(
            operation.key,
            ReportKind.PLAN,
            author,
            fields,
            stamp=Stamp(author=author, source_date=today),
        )
        operation.enter([report])
    return tuple(
        s.number for s in all_sheets(operation.picture) if s.report == report.id
    )
