"""Workbooks (XLSX, XLSM, XLS, ODS) to sheets of text, by python-calamine.

Values only: of a formula its last result. A ZIP is measured twice before it is handed
on: by the sizes it declares, and by unpacking every member into nothing, which also
proves that it is whole.
"""

import codecs
import datetime as dt
import io
import zipfile
import zlib

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from stillhere.errors import StillHereError
from stillhere.intake.caps import Caps
from stillhere.intake.formulas import rearmed
from stillhere.intake.sheet import Cells, Sheet, Span

ZIP_MAGIC = b"PK"
OLE_MAGIC = b"\xd0\xcf\x11\xe0"
_CHUNK = 1 << 20
_MEMBERS = 20_000
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    RuntimeError,
    NotImplementedError,
    ValueError,
)

Value = str | int | float | bool | dt.datetime | dt.date | dt.time | dt.timedelta


def is_workbook(data: bytes, name: str) -> bool:
    """Whether to read these bytes as a workbook: by content, then by name."""
    if data.startswith(codecs.BOM_UTF8):
        return False
    if data.startswith((ZIP_MAGIC, OLE_MAGIC)):
        return True
    return name.lower().endswith((".xlsx", ".xlsm", ".ods"))


def read_workbook(data: bytes, file: str, caps: Caps) -> list[Sheet]:
    """Every sheet with at least one filled cell, hidden ones too, in file order.

    Raises:
        StillHereError: The file is damaged, has a password, or breaks a cap.
    """
    if not data.startswith(OLE_MAGIC):
        _prove_zip(data, file, caps)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets: list[Sheet] = []
        room = caps.cells
        for index in range(len(book.sheet_names)):
            sheet, used = _sheet(book, index, file, room, caps)
            room -= used
            if sheet.rows:
                sheets.append(sheet)
    except PasswordError as error:
        raise _unreadable(file, "it has a password") from error
    except CalamineError as error:
        raise _unreadable(file, "its content is damaged") from error
    return sheets


def as_text(value: Value) -> str:
    """The one stated form of a cell.

    Text as written; whole numbers without a point, others in their shortest form;
    ``true`` and ``false``; ISO dates, with the time only where it is not midnight.
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, dt.date | dt.time):
        return _moment_text(value)
    return str(value)


def _moment_text(value: dt.datetime | dt.date | dt.time) -> str:
    if isinstance(value, dt.datetime):
        if value.time() == dt.time():
            return value.date().isoformat()
        return value.isoformat(" ", "seconds" if value.second else "minutes")
    if isinstance(value, dt.time):
        return value.isoformat("seconds" if value.second else "minutes")
    return value.isoformat()


def _sheet(
    book: CalamineWorkbook, index: int, file: str, room: int, caps: Caps
) -> tuple[Sheet, int]:
    try:
        raw = book.get_sheet_by_index(index)
    except CalamineError:
        if book.sheets_metadata[index].typ.name != "WorkSheet":
            return Sheet("", []), 0
        raise
    used = raw.height * raw.width
    if used > room:
        raise StillHereError("intake/too-many-cells", file=file, cap=caps.cells)
    first = (raw.start or (0, 0))[0] + 1
    rows: list[tuple[int, Cells]] = []
    for line, values in enumerate(raw.to_python(skip_empty_area=False), start=1):
        if line >= first:
            cells = [
                (rearmed(v) if v[:1] == "'" else v) if type(v) is str else as_text(v)
                for v in values
            ]
            while cells and not cells[-1].strip():
                cells.pop()
            if cells:
                rows.append((line, cells))
    return Sheet(raw.name, rows, _merged(raw.merged_cell_ranges)), used


def _merged(
    ranges: list[tuple[tuple[int, int], tuple[int, int]]] | None,
) -> tuple[Span, ...]:
    return tuple(
        (top + 1, left, bottom + 1, right)
        for (top, left), (bottom, right) in sorted(ranges or [])
    )


def _prove_zip(data: bytes, file: str, caps: Caps) -> None:
    """Refuse a ZIP that is damaged or unpacks to more than the cap."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            declared = sum(m.file_size for m in members)
            if declared > caps.unzipped_bytes or len(members) > _MEMBERS:
                raise _bomb(file, caps)
            room = caps.unzipped_bytes
            for member in members:
                room -= _measure(archive, member, room)
                if room < 0:
                    raise _bomb(file, caps)
    except _DAMAGE as error:
        raise StillHereError("intake/zip-damaged", file=file) from error


def _measure(archive: zipfile.ZipFile, member: zipfile.ZipInfo, room: int) -> int:
    size = 0
    with archive.open(member) as stream:
        while size <= room and (chunk := stream.read(_CHUNK)):
            size += len(chunk)
    return size


def _bomb(file: str, caps: Caps) -> StillHereError:
    return StillHereError("intake/unzips-too-large", file=file, cap=caps.unzipped_bytes)


def _unreadable(file: str, reason: str) -> StillHereError:
    return StillHereError("intake/workbook-unreadable", file=file, reason=reason)
