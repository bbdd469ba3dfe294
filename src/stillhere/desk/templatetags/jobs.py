"""Filters for long work: its kind, its state and its stage in words."""

from collections.abc import Mapping
from types import MappingProxyType

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from stillhere.desk.operation.jobs import Job, JobState
from stillhere.desk.saying import said
from stillhere.desk.stages import stage_words

register = template.Library()

_KINDS: Mapping[str, Promise] = MappingProxyType(
    {
        "import": _("Read in a list"),
        "undo": _("Take an import back"),
        "bring back": _("Let an import count again"),
        "backup": _("Take a backup"),
        "plan": _("Work out the plan"),
        "brief": _("Write the public brief"),
        "situation": _("Write the situation report"),
        "date": _("Move the picture to today"),
        "places": _("Read every place anew"),
    }
)
_STATES: Mapping[JobState, Promise] = MappingProxyType(
    {
        JobState.WAITING: _("waiting for its turn"),
        JobState.RUNNING: _("at work"),
        JobState.DONE: _("done"),
        JobState.FAILED: _("not done"),
    }
)

register.filter(stage_words)


@register.filter
def kind_words(job: Job) -> str:
    """What a job does."""
    return str(_KINDS.get(job.kind, _("Long work")))


@register.filter
def state_words(job: Job) -> str:
    """Where it stands."""
    return str(_STATES[job.state])


@register.filter
def share_percent(job: Job) -> int:
    """How much of its stage is done, in whole percent."""
    return round(100 * min(max(job.share, 0.0), 1.0))


@register.filter
def failure_words(job: Job) -> str:
    """Why it failed, where there is a sentence for it that the reader may see."""
    if job.untold:
        return str(_("Nothing can be shown about this."))
    if job.error is not None:
        return said(job.error)
    return str(
        _(
            "This failed because of a mistake in the program. What was stored before is "
            "whole. Try again; if it happens again, tell whoever looks after the program "
            "what you did and when."
        )
    )
