"""Backups: take one now, and see where the last ones are."""

from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from stillhere.desk.access import Act, asks
from stillhere.desk.forms.keep import TakeBackup
from stillhere.desk.operation.backups import KEPT, Backups, the_backups
from stillhere.desk.operation.jobs import the_jobs
from stillhere.desk.operation.routine import NIGHT

_STICKS = ("/media/*", "/media/*/*", "/run/media/*/*", "/Volumes/*")
"""Where systems show sticks and disks that are put in."""

_SHOWN = 12


@asks(Act.KEEP)
def keep(request: HttpRequest) -> HttpResponse:
    """The state of the backups, and a form that takes one."""
    backups = the_backups()
    form = TakeBackup(request.POST or None, initial={"folder": _usual(backups)})
    if request.method == "POST" and backups is not None and form.is_valid():
        folder = Path(form.cleaned_data["folder"])
        begun = the_jobs().begin(
            "backup",
            lambda tell: backups.take(folder, tell, nightly=False),
            about=str(folder),
            account=str(request.user),
        )
        return redirect("job", begun.number)
    page = {
        "form": form,
        "backups": backups,
        "sticks": _sticks(),
        "night": f"{NIGHT:02}:00",
        "most": KEPT,
    }
    return render(request, "desk/keep.html", page)


def _usual(backups: Backups | None) -> str:
    """The folder offered: where the last one went, or those of the night go."""
    if backups is None:
        return ""
    last = backups.record.last
    if last is not None and Path(last.place).parent.is_dir():
        return str(Path(last.place).parent)
    return "" if backups.folder is None else str(backups.folder)


def _sticks() -> list[str]:
    root = Path("/")
    found = {path for places in _STICKS for path in root.glob(places.lstrip("/"))}
    return sorted(str(path) for path in found if path.is_mount())[:_SHOWN]
