"""A file in memory is read exactly as one on disk, and touches no disk itself."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from stillhere.errors import StillHereError
from stillhere.intake import Caps, Import, pasted, read_bytes, read_file, read_text
from stillhere.intake.parser import parse_files
from stillhere.reports import EXERCISE_KEY, Report, Stamp
from stillhere.vocabulary.fields import Field

Writer = Callable[..., Path]
Rows = Callable[[Import], list[Report]]
GOOD = "Name,Age\nAnna Hakobyan,70\n"
LETTERS = "Անուն;Տարիք\nԱննա;70\n\nИван;;x\n"


def refused(data: bytes, name: str = "list.csv", caps: Caps | None = None) -> str:
    with pytest.raises(StillHereError) as caught:
        read_bytes(data, name, key=EXERCISE_KEY, caps=caps)
    return caught.value.code


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig"])
def test_bytes_give_what_the_file_gives(text_file: Writer, encoding: str) -> None:
    path = text_file(LETTERS, "bus 7.csv", encoding)
    stamp = Stamp(author="laptop 1")
    by_file = read_file(path, key=EXERCISE_KEY, stamp=stamp, as_of="2023-10-04")
    by_bytes = read_bytes(
        path.read_bytes(), path.name, key=EXERCISE_KEY, stamp=stamp, as_of="2023-10-04"
    )
    assert by_bytes == by_file
    assert by_bytes.rows_read == 2


def test_a_workbook_in_memory_gives_what_the_file_gives(workbook: Writer) -> None:
    people = [["Name", "Age"], ["Anna Hakobyan", 70]]
    path = workbook({"North": people, "South": [*people, ["Aram Balayan", 61]]})
    by_file = read_file(path, source="two sheets", key=EXERCISE_KEY)
    by_bytes = read_bytes(
        path.read_bytes(), path.name, source="two sheets", key=EXERCISE_KEY
    )
    assert by_bytes == by_file
    assert len(by_bytes.profiles) == 2


def test_more_bytes_than_a_pipe_holds_arrive_whole(rows_of: Rows) -> None:
    data = ("Name,Age\n" + "Anna Hakobyan,70\n" * 40_000).encode()
    imported = read_bytes(data, "long.csv", key=EXERCISE_KEY)
    assert len(rows_of(imported)) == 40_000


@pytest.mark.parametrize(
    ("data", "name", "caps", "code"),
    [
        (b"", "a.csv", None, "intake/file-empty"),
        (b" \n\n", "a.csv", None, "intake/file-empty"),
        (b"PK\x03\x04 no zip", "a.xlsx", None, "intake/zip-damaged"),
        (b"text", "a.xlsx", None, "intake/zip-damaged"),
        (b"%PDF-1.4\n", "a.csv", None, "intake/other-kind"),
        (GOOD.encode(), "a.csv", Caps(bytes=10), "intake/file-too-large"),
        (GOOD.encode() * 20, "a.csv", Caps(cells=30), "intake/too-many-cells"),
    ],
)
def test_a_bad_file_in_memory_costs_the_same_sentence(
    tmp_path: Path, data: bytes, name: str, caps: Caps | None, code: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(StillHereError) as caught:
        read_file(path, key=EXERCISE_KEY, caps=caps)
    assert refused(data, name, caps) == caught.value.code == code


def test_bytes_that_end_the_child_cost_one_file() -> None:
    big = b"Name,Age\n" + b"Anna Hakobyan,70\n" * 400_000
    caps = Caps(memory_bytes=160 * 1024**2)
    files: list[tuple[Path | bytes, str]] = [(big, "big.csv"), (GOOD.encode(), "b.csv")]
    first, second = parse_files(files, caps)
    assert first.error is not None
    assert first.error.code == "intake/needs-too-much"
    assert second.error is None
    assert len(second.sheets[0].rows) == 2


def test_a_child_that_dies_while_it_is_written_to_costs_one_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.executable", "/bin/true")
    assert refused(b"Name\n" + b"Anna\n" * 400_000) == "intake/needs-too-much"


def test_a_file_in_memory_is_written_nowhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.chdir(tmp_path)
    tmp_path.chmod(0o500)
    read_bytes(GOOD.encode(), "list.csv", key=EXERCISE_KEY)
    assert os.listdir(tmp_path) == []  # noqa: PTH208 (names alone)


def test_pasted_cells_are_read_as_a_list(rows_of: Rows) -> None:
    text = "Registration number\tName\tAge\r\nA1\tAnna Hakobyan\t70\r\n"
    imported = read_text(text, "pasted", key=EXERCISE_KEY)
    assert imported.profiles[0].headers(Field.NAME) == ("Name",)
    assert rows_of(imported)[0].fields == {
        "Registration number": "A1",
        "Name": "Anna Hakobyan",
        "Age": "70",
    }


def test_a_pasted_list_gives_the_reports_of_the_file(text_file: Writer) -> None:
    path = text_file(LETTERS, "bus.csv")
    by_file = read_file(path, key=EXERCISE_KEY)
    assert read_text(LETTERS, "bus.csv", key=EXERCISE_KEY) == by_file
    assert read_text("\ufeff" + LETTERS, "bus.csv", key=EXERCISE_KEY) == by_file


@pytest.mark.parametrize("text", ["PK;Name\n1;Anna\n", "%PDF\tName\n1\tAnna\n"])
def test_pasted_text_is_never_taken_for_another_kind_of_file(
    rows_of: Rows, text: str
) -> None:
    imported = read_text(text, "pasted.xlsx", key=EXERCISE_KEY)
    assert len(rows_of(imported)) == 1


def test_half_a_character_does_not_stop_a_pasted_list() -> None:
    assert pasted("Name\nAn\ud83dna\n").decode("utf-8-sig") == "Name\nAn?na\n"
