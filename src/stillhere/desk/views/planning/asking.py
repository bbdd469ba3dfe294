"""What the pages of the plan share: the day, and the job they wait for."""

from typing import Any

from django.utils.translation import ngettext

from stillhere.desk.operation.jobs import Job
from stillhere.desk.operation.live import Operation
from stillhere.desk.planning.day import Wishes, Worked
from stillhere.desk.planning.overtaken import Overtaken
from stillhere.desk.saying import language, number, said
from stillhere.plan import Occasion


def occasion_of(operation: Operation, wishes: Wishes, made: Worked) -> Occasion:
    """What stands on every sheet of today."""
    return Occasion(
        region=operation.region,
        day=operation.today[:10],
        start=wishes.start,
        language=language(),
        open_places=made.open_places,
    )


def waiting(job: Job) -> dict[str, Any]:
    """What a page shows of a job: how far it is, and why it cannot go on."""
    told = said(job.error) if job.error is not None else ""
    return {"job": job, "percent": round(100 * job.share), "fault": told}


def overtaken_words(late: Overtaken) -> list[str]:
    """Why a plan is not handed out any more, in whole sentences."""
    found = []
    if late.sheets:
        text = ngettext(
            "Doors of this plan stand on sheet {numbers}, which is out: the plan was "
            "worked out before it was handed out. Work it out anew.",
            "Doors of this plan stand on sheets {numbers}, which are out: the plan was "
            "worked out before they were handed out. Work it out anew.",
            len(late.sheets),
        )
        found.append(text.format(numbers=", ".join(map(str, late.sheets))))
    if late.visited:
        text = ngettext(
            "{count} door of this plan was visited after it was worked out. Work it "
            "out anew.",
            "{count} doors of this plan were visited after it was worked out. Work it "
            "out anew.",
            late.visited,
        )
        found.append(text.format(count=number(late.visited)))
    if late.closed:
        text = ngettext(
            "{count} door of this plan may not be gone to any more: a clearance ran out "
            "or a road was closed. Work it out anew.",
            "{count} doors of this plan may not be gone to any more: clearances ran out "
            "or roads were closed. Work it out anew.",
            late.closed,
        )
        found.append(text.format(count=number(late.closed)))
    return found
