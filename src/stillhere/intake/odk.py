"""What is particular to exports of ODK Central, Collect and Kobo: technical columns."""

from collections.abc import Sequence

from stillhere.intake.words import fold
from stillhere.vocabulary.fields import Field

SUBMITTED = "SubmissionDate"
"""When a form reached the server: its date where no question asks for one."""
_SIGNS = frozenset(
    fold(s)
    for s in ("SubmissionDate", "meta-instanceID", "meta/instanceID", "instanceID",
              "KEY", "_submission_time", "_uuid", "formhub/uuid", "deviceid")
)  # fmt: skip
_TECHNICAL = {
    "submissiondate": Field.IGNORE,
    "instanceid": Field.KEY,
    "key": Field.KEY,
    "uuid": Field.KEY,
    "instancename": Field.IGNORE,
    "start": Field.DATE,
    "end": Field.IGNORE,
    "today": Field.DATE,
    "latitude": Field.LATITUDE,
    "longitude": Field.LONGITUDE,
    "altitude": Field.IGNORE,
    "accuracy": Field.ACCURACY_M,
    "precision": Field.ACCURACY_M,
    "version": Field.IGNORE,
    "id": Field.IGNORE,
    "index": Field.IGNORE,
    "parent key": Field.PARTY,
    "parentuid": Field.PARTY,
    "set of": Field.IGNORE,
    "submitterid": Field.IGNORE,
    "submittername": Field.IGNORE,
    "attachmentspresent": Field.IGNORE,
    "attachmentsexpected": Field.IGNORE,
    "status": Field.IGNORE,
    "reviewstate": Field.IGNORE,
    "deviceid": Field.IGNORE,
    "edits": Field.IGNORE,
    "formversion": Field.IGNORE,
    "submission time": Field.IGNORE,
    "validation status": Field.IGNORE,
    "notes": Field.NOTE,
    "tags": Field.IGNORE,
}


def is_odk(headers: Sequence[str]) -> bool:
    """Whether a header is that of a form export: two technical columns or more."""
    return sum(fold(h) in _SIGNS for h in headers) >= 2


def technical_field(header: str) -> Field | None:
    """The meaning of a technical column of an export; None for a question's column."""
    if header.startswith("__"):
        return Field.IGNORE
    found = _TECHNICAL.get(fold(header))
    if found is not None:
        return found
    last = header.replace("/", "-").rsplit("-", 1)[-1]
    known = _TECHNICAL.get(fold(last))
    positions = (Field.LATITUDE, Field.LONGITUDE, Field.ACCURACY_M, Field.KEY)
    if known in positions or fold(last) == "altitude":
        return known
    return None
