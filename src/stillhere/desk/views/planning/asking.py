"""What the pages of the plan share: the day, and the job they wait for."""

from typing import Any

from stillhere.desk.operation.jobs import Job
from stillhere.desk.operation.live import Operation
from stillhere.desk.planning.day import Wishes
from stillhere.desk.saying import language, said
from stillhere.plan import Occasion

CHECK_IN_MINUTES = 120


def occasion_of(operation: Operation, wishes: Wishes) -> Occasion:
    """What stands on every sheet of today."""
    return Occasion(
        region=operation.region,
        day=operation.today[:10],
        start=wishes.start,
        language=language(),
        check_in_minutes=CHECK_IN_MINUTES,
    )


def waiting(job: Job) -> dict[str, Any]:
    """What a page shows of a job: how far it is, and why it cannot go on."""
    told = said(job.error) if job.error is not None else ""
    return {"job": job, "percent": round(100 * job.share), "fault": told}
