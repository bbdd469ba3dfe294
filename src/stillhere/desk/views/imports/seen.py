"""Which imports an account is shown: of a list it may see, or one it read in itself."""

from django.http import HttpRequest

from stillhere.desk.operation.live import Operation
from stillhere.desk.views.unshown import may_see
from stillhere.intake import PastImport
from stillhere.vocabulary import Scope


def is_shown(request: HttpRequest, operation: Operation, past: PastImport) -> bool:
    """Whether the account may know of an import: file, source and number of rows.

    Who read a restricted list in has seen it, and has to be able to take it back.
    """
    own = f"desk:{request.user.get_username()}"
    rows = map(operation.picture.evidence.report, past.reports)
    return any(
        row is not None and (may_see(request, row) or row.stamp.author == own)
        for row in rows
    )


def scopes_of(operation: Operation, past: PastImport) -> tuple[Scope, ...]:
    """What any row of an import may be used for."""
    rows = map(operation.picture.evidence.report, past.reports)
    found = {scope for row in rows if row is not None for scope in row.stamp.scopes}
    return tuple(sorted(found))
