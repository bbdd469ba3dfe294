"""The stages of long work in words; the rooms tell them in English."""

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_STAGES: Mapping[str, Promise] = MappingProxyType(
    {
        "opening the store": _("Opening the store"),
        "reading the saved picture": _("Reading the saved picture"),
        "taking in reports": _("Taking in reports"),
        "reading statements": _("Reading what they say"),
        "reading names": _("Reading names"),
        "meeting keys": _("Looking for names that could belong together"),
        "weighing pairs": _("Comparing people"),
        "weighing company": _("Comparing who is named together"),
        "choosing links": _("Deciding who is the same person"),
        "folding entries": _("Putting together people"),
        "folding places": _("Putting together places"),
        "sealing the picture": _("Checking the picture"),
        "loading the picture": _("Reading the saved picture"),
        "laying out the doors": _("Laying out the doors"),
        "weighing every door": _("Weighing every door"),
        "ordering stops": _("Putting the doors in order"),
        "looking up numbers on file": _("Looking up numbers on file"),
        "writing the page": _("Writing the page"),
        "preparing the lists": _("Preparing the lists"),
        "reading the file": _("Reading the file"),
        "storing": _("Storing"),
        "copying": _("Copying"),
        "removing old copies": _("Removing old copies"),
        "tables of the ledger": _("Writing tables"),
        "workbook of the ledger": _("Writing tables"),
        "packing the workbook": _("Writing tables"),
    }
)


def stage_words(stage: str) -> str:
    """A stage as a reader is told it; one without words is simply at work."""
    return str(_STAGES.get(stage, _("At work"))) if stage else ""
