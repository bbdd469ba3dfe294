"""The public brief and the situation report, as drafts: to read here, or as a file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from stillhere.desk.access import Act, asks
from stillhere.desk.operation.current import the_operation
from stillhere.desk.operation.jobs import Job
from stillhere.desk.publishing.press import Kind, Made, the_press
from stillhere.desk.saying import language, voice
from stillhere.ledger import Picture
from stillhere.publish import Page, html, markdown, text
from stillhere.vocabulary import Voice


@dataclass(frozen=True, slots=True)
class Form:
    """A form a page can be taken along in; its label is a name, in no language."""

    label: str
    ending: str
    media: str
    write: Callable[[Page, Picture, Voice], str]


FORMS: Mapping[str, Form] = {
    "html": Form("HTML", "html", "text/html", html),
    "markdown": Form("Markdown", "md", "text/markdown", markdown),
    "text": Form("TXT", "txt", "text/plain", text),
}


@asks(Act.BRIEF)
def brief(request: HttpRequest) -> HttpResponse:
    """The public brief, every figure with the way to its reports."""
    return _shown(request, Kind.BRIEF)


@asks(Act.BRIEF)
def brief_file(request: HttpRequest, form: str) -> HttpResponse:
    """The public brief as a file."""
    return _file(request, Kind.BRIEF, form)


@asks(Act.SEE)
def situation(request: HttpRequest) -> HttpResponse:
    """The situation report, for operations only."""
    return _shown(request, Kind.SITUATION)


@asks(Act.SEE)
def situation_file(request: HttpRequest, form: str) -> HttpResponse:
    """The situation report as a file."""
    return _file(request, Kind.SITUATION, form)


def _shown(request: HttpRequest, kind: Kind) -> HttpResponse:
    found = _wanted(request, kind)
    job = found if isinstance(found, Job) else None
    made = found if isinstance(found, Made) else the_press().newest(kind)
    page = {
        "kind": kind.value,
        "job": job,
        "laid": None if made is None else made.laid,
        "forms": FORMS,
    }
    return render(request, "desk/publication.html", page)


def _file(request: HttpRequest, kind: Kind, form: str) -> HttpResponse:
    """The page as a file of the reader's language; no copy of it stays here."""
    chosen = FORMS.get(form)
    if chosen is None:
        raise Http404
    found = _wanted(request, kind)
    if isinstance(found, Job):
        return redirect(kind.value)
    written = chosen.write(found.draft, found.picture, voice())
    answer = HttpResponse(written, content_type=f"{chosen.media}; charset=utf-8")
    day = found.picture.as_of[:10]
    name = f"{kind.value}-{day}-{language().value}-draft.{chosen.ending}"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _wanted(request: HttpRequest, kind: Kind) -> Made | Job:
    account = request.user.get_username()
    return the_press().wanted(the_operation(), kind, account)
