"""Every broken file costs one sentence; nothing of it is read, the others go on."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from stillhere.errors import StillHereError
from stillhere.intake import Caps, read_file, read_folder
from stillhere.intake.child import parse_bytes
from stillhere.intake.parser import parse_files
from stillhere.reports import EXERCISE_KEY

Writer = Callable[..., Path]
GOOD = "Name,Age\nAnna Hakobyan,70\n"


def refused(path: Path, caps: Caps | None = None) -> str:
    with pytest.raises(StillHereError) as caught:
        read_file(path, key=EXERCISE_KEY, caps=caps)
    assert path.name in str(caught.value)
    assert "{" not in str(caught.value)
    return caught.value.code


def test_a_missing_file(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.csv") == "intake/file-not-found"


@pytest.mark.parametrize("text", ["", " \n\n\t\n", ",,,\n,,\n"])
def test_an_empty_file(text_file: Writer, text: str) -> None:
    assert refused(text_file(text)) == "intake/file-empty"


def test_a_workbook_without_a_filled_cell(workbook: Writer) -> None:
    assert refused(workbook({"A": [], "B": [["", " "]]})) == "intake/file-empty"


def test_a_damaged_zip(workbook: Writer, tmp_path: Path) -> None:
    whole = workbook({"A": [["Name"], ["Anna"]]}).read_bytes()
    for name, data in (
        ("cut.xlsx", whole[:-200]),
        ("broken.xlsx", whole[:300] + b"\0" * 40 + whole[340:]),
        ("text.xlsx", b"this is no workbook at all"),
    ):
        path = tmp_path / name
        path.write_bytes(data)
        assert refused(path) == "intake/zip-damaged"


def test_a_zip_that_is_no_workbook(tmp_path: Path) -> None:
    path = tmp_path / "other.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "no workbook")
    assert refused(path) == "intake/workbook-unreadable"


def test_a_workbook_with_a_password_or_an_old_format_that_is_broken(
    tmp_path: Path,
) -> None:
    path = tmp_path / "secret.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2048)
    assert refused(path) == "intake/workbook-unreadable"


def test_a_bomb_of_one_gibibyte_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    zeros = b"\0" * (1 << 20)
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as member,
    ):
        for _ in range(1024):
            member.write(zeros)
    assert path.stat().st_size < 8_000_000
    assert refused(path) == "intake/unzips-too-large"


def test_a_bomb_that_lies_about_its_size_is_measured(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"\0" * 3_000_000)
    data = buffer.getvalue().replace(
        (3_000_000).to_bytes(4, "little"), (100).to_bytes(4, "little")
    )
    path = tmp_path / "liar.xlsx"
    path.write_bytes(data)
    assert refused(path, Caps(unzipped_bytes=1_000_000)) == "intake/zip-damaged"


def test_members_together_may_not_exceed_the_cap(tmp_path: Path) -> None:
    path = tmp_path / "many.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for n in range(4):
            archive.writestr(f"xl/{n}.xml", b" " * 400_000)
    assert refused(path, Caps(unzipped_bytes=1_000_000)) == "intake/unzips-too-large"


@pytest.mark.parametrize(
    "start", [b"%PDF-1.4\n\0\x01", b"\x89PNG\r\n", b"\xff\xd8\xff\xe0", b"GIF89a"]
)
def test_a_document_or_picture_that_is_no_list(tmp_path: Path, start: bytes) -> None:
    path = tmp_path / "scan.csv"
    path.write_bytes(start + b"some more bytes, 12\n")
    assert refused(path) == "intake/other-kind"


def test_a_wrong_encoding(tmp_path: Path) -> None:
    path = tmp_path / "letters.csv"
    path.write_bytes("Անուն,Տարիք\nԱննա,70\n".encode() + b"\xff\xfe,\xfa\n")
    assert refused(path) == "intake/encoding-unreadable"


def test_a_file_over_the_cap(text_file: Writer) -> None:
    assert refused(text_file(GOOD), Caps(bytes=10)) == "intake/file-too-large"


def test_too_many_cells(text_file: Writer, workbook: Writer) -> None:
    rows = [["Name", "Age"], *[["Anna", "70"]] * 20]
    text = "\n".join(",".join(row) for row in rows)
    assert refused(text_file(text), Caps(cells=30)) == "intake/too-many-cells"
    assert refused(workbook({"A": rows}), Caps(cells=30)) == "intake/too-many-cells"


def test_a_header_of_5000_columns(text_file: Writer) -> None:
    header = ",".join(f"Name {chr(65 + n % 26)}{n}" for n in range(5000))
    known = f"Name,Age,{header}"
    assert refused(text_file(f"{known}\nAnna,70\n")) == "intake/too-many-columns"


def test_a_row_of_5000_columns_is_set_aside_and_the_others_are_read(
    text_file: Writer,
) -> None:
    wide = ",".join(str(n) for n in range(5000))
    path = text_file(f"{GOOD}{wide}\nAram Hakobyan,80\n")
    imported = read_file(path, key=EXERCISE_KEY)
    assert [s.finding.code for s in imported.set_aside] == ["intake/row-too-wide"]
    assert len(imported.set_aside[0].cells) == 5000
    assert imported.rows_read == 3


def test_a_cell_without_end(text_file: Writer) -> None:
    long = "x" * 1_100_000
    assert refused(text_file(f"Name,Age\n{long},1\n")) == "intake/text-unreadable"


def test_a_child_out_of_time_or_memory_costs_one_file(text_file: Writer) -> None:
    big = text_file("Name,Age\n" + "Anna Hakobyan,70\n" * 400_000, "big.csv")
    good = text_file(GOOD, "good.csv")
    caps = Caps(memory_bytes=160 * 1024**2)
    first, second = parse_files([(big, "big.csv"), (good, "good.csv")], caps)
    assert first.error is not None
    assert first.error.code == "intake/needs-too-much"
    assert second.error is None
    assert len(second.sheets[0].rows) == 2


def test_a_child_that_is_ended_from_outside_costs_one_file(
    text_file: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("stillhere.intake.parser._WAIT_FACTOR", 0)
    slow = text_file("Name,Age\n" + "Anna,70\n" * 200_000, "slow.csv")
    (parsed,) = parse_files([(slow, "slow.csv")], Caps(seconds=1))
    assert parsed.error is not None
    assert parsed.error.code == "intake/takes-too-long"


def test_in_a_folder_the_broken_are_told_and_the_others_are_read(
    text_file: Writer, tmp_path: Path
) -> None:
    text_file(GOOD, "a/good.csv")
    text_file("", "a/empty.csv")
    text_file("PK no zip", "b/broken.xlsx")
    text_file("hello", "b/letter.docx")
    text_file(GOOD, "z.csv")
    text_file(GOOD, ".hidden.csv")
    imported = read_folder(tmp_path, key=EXERCISE_KEY)
    assert imported.rows_read == 2
    assert [p.source for p in imported.profiles] == ["a/good.csv", "z.csv"]
    assert sorted(f.code for f in imported.findings) == [
        "intake/file-empty",
        "intake/not-a-list",
        "intake/profile-unsure",
        "intake/profile-unsure",
        "intake/zip-damaged",
    ]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StillHereError):
        read_folder(tmp_path / "none", key=EXERCISE_KEY)


def test_a_text_file_with_a_workbook_inside_is_read_as_one(workbook: Writer) -> None:
    data = workbook({"A": [["Name"], ["Anna"]]}).read_bytes()
    sheets = parse_bytes(data, "list.csv", Caps())
    assert sheets[0].rows == [(1, ["Name"]), (2, ["Anna"])]
