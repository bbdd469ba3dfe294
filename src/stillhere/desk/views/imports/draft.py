"""A list that is looked at before it counts: corrected, read again, taken."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from stillhere.desk.access import Act, asks, may, roles_of
from stillhere.desk.forms.imports import TableForm
from stillhere.desk.operation.current import the_operation
from stillhere.desk.operation.drafted import met
from stillhere.desk.operation.drafts import Kept, the_drafts
from stillhere.desk.operation.jobs import Job, the_jobs
from stillhere.desk.operation.taking import Choice, take
from stillhere.desk.saying import said
from stillhere.desk.views.imports.samples import ShownTable, shown
from stillhere.desk.views.imports.waiting import follow
from stillhere.errors import StillHereError
from stillhere.reports import ReportId
from stillhere.vocabulary import Scope


@asks(Act.IMPORT)
def draft(request: HttpRequest, token: str) -> HttpResponse:
    """Five rows as written and as read; corrections; take it or leave it."""
    kept = the_drafts().get(token, request.user.get_username())
    if kept is None:
        raise StillHereError("desk/draft-gone")
    job = _job(kept)
    if job is not None:
        return redirect("job", job.number)
    act = request.POST.get("act", "read")
    if request.method == "POST" and act == "leave":
        the_drafts().drop(token)
        return redirect("import")
    forms = _forms(request, kept)
    if request.method == "POST" and _are_valid(forms):
        return _read(request, kept, forms, act)
    return _page(request, kept, forms)


def _job(kept: Kept) -> Job | None:
    """The work that takes it in, while it is under way."""
    job = the_jobs().get(kept.job)
    return None if job is None or job.over else job


def _forms(request: HttpRequest, kept: Kept) -> list[TableForm]:
    sent = request.POST if request.method == "POST" else None
    return [
        TableForm(
            sent,
            prefix=f"table-{place}",
            here=here,
            proposal=kept.proposals.get(here.source),
            scopes=kept.scopes[here.source],
            read=here.source not in kept.left_out,
        )
        for place, here in enumerate(kept.draft.tables)
    ]


def _are_valid(forms: Sequence[TableForm]) -> bool:
    """Whether all are; each is looked at, so that each says what is wrong."""
    return not [form for form in forms if not form.is_valid()]


def _read(
    request: HttpRequest, kept: Kept, forms: Sequence[TableForm], act: str
) -> HttpResponse:
    """Read it as the forms say; take it where that is asked for."""
    for form in forms:
        kept = _corrected(kept, form)
    if len(forms) > 1:
        out = [f.here.source for f in forms if not f.cleaned_data["read"]]
        kept = replace(kept, left_out=frozenset(out))
    the_drafts().keep(kept)
    headed = any(form.other_header() is not None for form in forms)
    if act != "take" or headed:
        return redirect("import-draft", kept.token)
    if not any(table.table.rows for table in kept.taken):
        forms[0].add_error(
            None,
            said(StillHereError("desk/import-nothing", file=kept.draft.file)),
        )
        return _page(request, kept, forms)
    return _take(request, kept)


def _corrected(kept: Kept, form: TableForm) -> Kept:
    """As the form says; another header makes other columns, which are proposed anew."""
    line = form.other_header()
    if line is not None:
        return kept.headed(form.here.source, line)
    return kept.read_as(form.profile(), form.for_scopes())


def _take(request: HttpRequest, kept: Kept) -> HttpResponse:
    operation, account = the_operation(), request.user.get_username()
    wanted = request.POST.getlist("someone-else") if _decides(request) else []
    choice = Choice(account, "back" in request.POST, frozenset(map(ReportId, wanted)))
    job = the_jobs().begin(
        "import",
        lambda tell: take(operation, kept, choice, tell),
        about=kept.draft.file,
        account=account,
        scopes=tuple({s for t in kept.taken for s in kept.scopes[t.source]}),
    )
    the_drafts().begin(kept.token, job.number)
    return follow(job)


def _decides(request: HttpRequest) -> bool:
    roles = roles_of(request.user)  # type: ignore[arg-type]  # signed in by the rule
    return may(roles, Act.DECIDE, Scope.OPERATIONS)


def _page(request: HttpRequest, kept: Kept, forms: Sequence[TableForm]) -> HttpResponse:
    page: dict[str, object] = {"kept": kept, "tables": list(_shown(kept, forms))}
    page["several"] = len(forms) > 1
    page["decides"] = _decides(request)
    try:
        page["met"] = met(the_operation(), kept)
    except StillHereError as error:
        page["busy"] = said(error)
    return render(request, "desk/import_draft.html", page)


def _shown(kept: Kept, forms: Sequence[TableForm]) -> Iterator[ShownTable]:
    for form in forms:
        source = form.here.source
        yield shown(form, kept.draft.samples(source), source not in kept.left_out)
