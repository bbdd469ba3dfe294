"""Long work as its reader may see it: what it works on can say too much."""

from collections.abc import Mapping
from dataclasses import replace

from django.http import HttpRequest

from stillhere.desk.access import Act, may, roles_of
from stillhere.desk.operation.jobs import Job
from stillhere.vocabulary import Scope

_ACTS: Mapping[str, Act] = {
    "backup": Act.KEEP,
    "import": Act.IMPORT,
    "undo": Act.IMPORT,
    "bring back": Act.IMPORT,
}
"""Who may know what a sort of work is about; anybody of the others."""


def told_of(request: HttpRequest, job: Job) -> Job:
    """The job; where its reader may not see what it works on, how far it is alone.

    Who began it sees all of it.
    """
    if job.account and job.account == request.user.get_username():
        return job
    roles = roles_of(request.user)  # type: ignore[arg-type]  # signed in by the rule
    does = may(roles, _ACTS.get(job.kind, Act.SEE), Scope.OPERATIONS)
    if does and any(may(roles, Act.SEE, scope) for scope in job.scopes):
        return job
    return replace(job, about="", outcome=None, error=None, untold=True)
