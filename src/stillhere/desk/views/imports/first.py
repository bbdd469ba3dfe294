"""The first page of the import: send a list; what was read in before."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from stillhere.desk.access import Act, asks
from stillhere.desk.forms.imports import Upload
from stillhere.desk.forms.uploads import was_refused
from stillhere.desk.operation.current import the_operation
from stillhere.desk.operation.drafted import Sent, drafted
from stillhere.desk.operation.drafts import Kept, the_drafts
from stillhere.desk.operation.jobs import Job, the_jobs
from stillhere.desk.operation.live import Operation
from stillhere.desk.operation.past import imports_of, name_of
from stillhere.desk.saying import said
from stillhere.desk.views.imports.seen import is_shown
from stillhere.desk.views.imports.undone import Undone, undone_of
from stillhere.desk.views.pages import page_of
from stillhere.desk.views.refusals import too_large
from stillhere.desk.views.whose_jobs import told_of
from stillhere.errors import StillHereError
from stillhere.intake import PastImport, pasted

log = logging.getLogger(__name__)

KINDS = frozenset({"import", "undo", "bring back"})
"""Jobs that are shown here."""


@dataclass(frozen=True, slots=True)
class Past:
    """One import in the list."""

    name: str
    past: PastImport
    undone: Undone | None


@asks(Act.IMPORT)
def first(request: HttpRequest) -> HttpResponse:
    """Send a list; below it drafts, work under way and past imports."""
    operation = the_operation()
    form = Upload(request.POST or None, request.FILES or None)
    if was_refused(request):
        return too_large(request)
    if request.method == "POST" and form.is_valid():
        kept = list(_drafts(request, operation, form))
        if kept and not form.errors:
            one = len(kept) == 1
            return (
                redirect("import-draft", kept[0].token) if one else redirect("import")
            )
    page = {
        "form": form,
        "drafts": the_drafts().listed(request.user.get_username()),
        "jobs": list(_under_way(request)),
    }
    return render(request, "desk/import.html", page | _past(request, operation))


def _drafts(request: HttpRequest, operation: Operation, form: Upload) -> Iterator[Kept]:
    """A draft of each list that can be read; a sentence in the form for the others."""
    account = request.user.get_username()
    for sent in _sent(form):
        try:
            kept = drafted(operation, sent, account)
        except StillHereError as error:
            log.warning("a list was refused: %s", error.code)
            form.add_error(None, said(error))
        else:
            the_drafts().keep(kept)
            yield kept


def _sent(form: Upload) -> Iterator[Sent]:
    given = form.cleaned_data
    for file in given["lists"]:
        yield Sent(file.name, file.read(), given["source"])
    if given["pasted"].strip():
        yield Sent(given["source"], pasted(given["pasted"]), given["source"])


def _under_way(request: HttpRequest) -> Iterator[Job]:
    jobs = (j for j in the_jobs().listed() if j.kind in KINDS and not j.over)
    return (told_of(request, job) for job in jobs)


def _past(request: HttpRequest, operation: Operation) -> dict[str, object]:
    try:
        imports = imports_of(operation)
    except StillHereError as error:
        return {"busy": said(error)}
    page = page_of(request, [i for i in imports if is_shown(request, operation, i)])
    listed = [Past(name_of(p), p, undone_of(operation, p)) for p in page.items]
    return {"page": page, "imports": listed}
