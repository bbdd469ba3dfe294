"""Files, bytes and pasted text to reports: the front doors of the room."""

from collections.abc import Callable, Mapping
from pathlib import Path

from stillhere.errors import Finding, StillHereError
from stillhere.intake.caps import Caps
from stillhere.intake.draft import Draft, Known, draft_of
from stillhere.intake.imported import Import, join
from stillhere.intake.parser import parse_files
from stillhere.intake.world import read_operation
from stillhere.reports.key import OperationKey
from stillhere.reports.profile import Profile
from stillhere.reports.report import Stamp

LIST_ENDINGS = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".ods")
WORLD_TABLES = ("operation.json", "buildings.csv", "places.csv", "rules.toml")

Progress = Callable[[str, int, int], None]
"""Called with the file just read, how many are read and how many there are."""


def read_file(  # noqa: PLR0913 (what a person can say about a file)
    path: Path,
    *,
    source: str | None = None,
    key: OperationKey,
    profile: Profile | None = None,
    stamp: Stamp | None = None,
    caps: Caps | None = None,
    file: str | None = None,
    as_of: str | None = None,
) -> Import:
    """Read one file into reports.

    Args:
        path: CSV, TSV, TXT, XLSX, XLSM, XLS or ODS.
        source: Name of the source; the name of the file where none is given. Sheets of
            a workbook with more than one add ``#`` and their name.
        key: The operation's key.
        profile: What the columns mean; proposed where none is given.
        stamp: What this node adds to every report; scopes are narrowed to the dead for
            lists of the dead where none is given.
        caps: What the file may cost.
        file: Name to keep as provenance and say in sentences.
        as_of: ISO date of the operation; its year dates the ages of undated lists.

    Returns:
        `rows_read` equals the reports that are rows plus those set aside.

    Raises:
        StillHereError: The file is missing, empty, damaged, unreadable or too large;
            nothing of it is read.
    """
    known = Known(key, profile, as_of=as_of)
    return _draft(path, file or path.name, source, known, caps).read(stamp)


def read_bytes(  # noqa: PLR0913 (what a person can say about a file)
    data: bytes,
    name: str,
    *,
    source: str | None = None,
    key: OperationKey,
    profile: Profile | None = None,
    stamp: Stamp | None = None,
    caps: Caps | None = None,
    as_of: str | None = None,
) -> Import:
    """Read a file that is in memory, exactly as `read_file` does; no disk sees it.

    `data` is the file and `name` what it is called in sentences and provenance; the
    others are as for `read_file`, and so are the errors.
    """
    known = Known(key, profile, as_of=as_of)
    return _draft(data, name, source, known, caps).read(stamp)


def read_text(  # noqa: PLR0913 (what a person can say about a text)
    text: str,
    name: str,
    *,
    source: str | None = None,
    key: OperationKey,
    profile: Profile | None = None,
    stamp: Stamp | None = None,
    caps: Caps | None = None,
    as_of: str | None = None,
) -> Import:
    """Read rows a person pasted, from a spreadsheet or a message, as `read_bytes`."""
    data = pasted(text)
    return read_bytes(
        data,
        name,
        source=source,
        key=key,
        profile=profile,
        stamp=stamp,
        caps=caps,
        as_of=as_of,
    )


def pasted(text: str) -> bytes:
    """The bytes of a pasted text, marked, so that they are read as text and UTF-8."""
    return text.removeprefix("\ufeff").encode("utf-8-sig", errors="replace")


def look(  # noqa: PLR0913 (what a person can say about a file)
    data: bytes,
    name: str,
    *,
    source: str | None = None,
    key: OperationKey,
    profiles: Mapping[str, Profile] | None = None,
    caps: Caps | None = None,
    as_of: str | None = None,
) -> Draft:
    """Parse a file that is in memory, to be looked at before anything comes of it.

    `data` is the file (of a pasted text, `pasted` of it) and `profiles` are those known
    by source; the others are proposed. The rest is as for `read_file`, and so are the
    errors.
    """
    known = Known(key, profiles=profiles, as_of=as_of)
    return _draft(data, name, source, known, caps)


def read_folder(  # noqa: PLR0913 (what a person can say about a folder)
    folder: Path,
    *,
    key: OperationKey,
    progress: Progress | None = None,
    profiles: Mapping[str, Profile] | None = None,
    stamp: Stamp | None = None,
    caps: Caps | None = None,
    as_of: str | None = None,
) -> Import:
    """Read every list of a folder and the folders in it, in the order of their names.

    A source is called by its path inside the folder. The tables of a world
    (`WORLD_TABLES`, read by `read_world`) and hidden files are left out. A file that
    cannot be read is a finding, and the others are read.

    Args:
        folder: With lists.
        key: The operation's key.
        progress: Told after every file.
        profiles: Known profiles by source; proposed for the others.
        stamp: As for `read_file`, for each file.
        caps: What each file may cost.
        as_of: As for `read_file`; the folder's ``operation.json`` where none is given.

    Raises:
        StillHereError: There is no such folder, or its ``operation.json`` is damaged.
    """
    if not folder.is_dir():
        raise StillHereError("intake/file-not-found", file=str(folder))
    lists, others = _files(folder)
    moment = as_of or read_operation(folder).hour_0
    imports = [Import(findings=tuple(others))]
    for done, parsed in enumerate(parse_files(lists, caps), start=1):
        profile = (profiles or {}).get(parsed.file)
        known = Known(key, profile, profiles, moment)
        try:
            draft = draft_of(parsed, parsed.file, known, caps or Caps())
            imports.append(draft.read(stamp))
        except StillHereError as error:
            finding = Finding.of(error.code, **error.values)
            imports.append(Import(findings=(finding,)))
        if progress is not None:
            progress(parsed.file, done, len(lists))
    return join(imports)


def _draft(
    content: Path | bytes,
    file: str,
    source: str | None,
    known: Known,
    caps: Caps | None,
) -> Draft:
    (parsed,) = parse_files([(content, file)], caps)
    return draft_of(parsed, source or file, known, caps or Caps())


def _files(folder: Path) -> tuple[list[tuple[Path | bytes, str]], list[Finding]]:
    lists: list[tuple[Path | bytes, str]] = []
    others: list[Finding] = []
    paths = ((p.relative_to(folder).as_posix(), p) for p in folder.rglob("*"))
    for name, path in sorted(paths):
        if not path.is_file() or any(part[0] in ".~" for part in name.split("/")):
            continue
        if name.lower().endswith(LIST_ENDINGS):
            if name not in WORLD_TABLES:
                lists.append((path, name))
        elif name not in WORLD_TABLES:
            others.append(Finding.of("intake/not-a-list", file=name))
    return lists, others
