"""Calls to make as a policy asks for them, and replies as the reports of the callers."""

from collections.abc import Iterable

from stillhere.exercise.running.policy import Dial, Reply
from stillhere.plan.calling import Caller, CallToMake, Told, answered, unanswered
from stillhere.reports import Report
from stillhere.vocabulary import CallOutcome


def dials(calls: Iterable[CallToMake]) -> list[Dial]:
    """The calls in their order; everybody is asked about by the id of their mention."""
    return [Dial(call.phone, call.people) for call in calls]


def reply_reports(
    calls: Iterable[CallToMake], replies: Iterable[Reply], when: str, caller: Caller
) -> list[Report]:
    """What the callers enter.

    Args:
        calls: Those that were asked for.
        replies: Those that were made; a call is known by its number.
        when: ISO date or time.
        caller: Who called, and with what picture.
    """
    by_phone = {call.phone: call for call in calls}
    found: list[Report] = []
    for reply in replies:
        call = by_phone[reply.phone]
        if reply.answered:
            there = Told(there=reply.there)
            found += answered(call, reply.safe, when, caller, there)
        else:
            outcome = CallOutcome.NOT_ANSWERED
            found.append(unanswered(call, outcome, when, caller))
    return found
