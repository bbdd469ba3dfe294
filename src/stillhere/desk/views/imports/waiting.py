"""Work a page waits for, for as long as a person does not notice."""

import time

from django.http import HttpResponse
from django.shortcuts import redirect

from stillhere.desk.operation.jobs import Job, JobState

PATIENCE_S = 3.0
_LOOK_S = 0.05


def follow(job: Job) -> HttpResponse:
    """To what came of a job where it ends at once; else to its own page."""
    until = time.monotonic() + PATIENCE_S
    while not job.over and time.monotonic() < until:
        time.sleep(_LOOK_S)
    if job.state is JobState.DONE:
        return redirect(job.outcome.page)
    return redirect("job", job.number)
