"""Files and entries to reports, and reports to statements.

In: lists as they come (CSV, workbooks, exports of forms, in four languages and any
letters) and the profile of each source. Out: reports with their provenance, the rows set
aside, and what each report states. Promise: no row is lost, `rows_read` is always the
reports plus the rows set aside; what was stated is kept as written; a hostile file costs
one sentence and nothing is half-imported; a file that is read from memory touches no
disk. A list can be looked at as a draft before it counts, and its import be undone.
"""

from stillhere.intake.buildings import Buildings
from stillhere.intake.caps import Caps
from stillhere.intake.choices import SETTINGS, Answer, Setting, meanings_of
from stillhere.intake.draft import Draft, DraftTable
from stillhere.intake.erased import hold_erased, person_folds
from stillhere.intake.imported import Import, join, usual_stamp
from stillhere.intake.importing import (
    Progress,
    look,
    pasted,
    read_bytes,
    read_file,
    read_folder,
    read_text,
)
from stillhere.intake.known import (
    again,
    is_of,
    list_note,
    refuse_second_source,
    taken_back,
)
from stillhere.intake.located import Located, PlaceKey, PlaceReader
from stillhere.intake.past import PastImport, past_imports, redo, undo
from stillhere.intake.profile_check import check_profile
from stillhere.intake.propose import Proposal, propose
from stillhere.intake.samples import Sample
from stillhere.intake.stated import Stated, stated
from stillhere.intake.stating import state, state_findings
from stillhere.intake.table import SetAside
from stillhere.intake.world import (
    BuildingTable,
    Operation,
    World,
    read_world,
)

__all__ = [
    "SETTINGS",
    "Answer",
    "BuildingTable",
    "Buildings",
    "Caps",
    "Draft",
    "DraftTable",
    "Import",
    "Located",
    "Operation",
    "PastImport",
    "PlaceKey",
    "PlaceReader",
    "Progress",
    "Proposal",
    "Sample",
    "SetAside",
    "Setting",
    "Stated",
    "World",
    "again",
    "check_profile",
    "hold_erased",
    "is_of",
    "join",
    "list_note",
    "look",
    "meanings_of",
    "past_imports",
    "pasted",
    "person_folds",
    "propose",
    "read_bytes",
    "read_file",
    "read_folder",
    "read_text",
    "read_world",
    "redo",
    "refuse_second_source",
    "state",
    "state_findings",
    "stated",
    "taken_back",
    "undo",
    "usual_stamp",
]
