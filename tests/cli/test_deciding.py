"""Decisions from a file: each row stored or left out with a reason, and taken back."""

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from stillhere.store import Store, sql
from tests.cli.conftest import PASSPHRASE, Said, Terminal

HEADER = ("mention_a", "mention_b", "judgement", "who", "when", "note")


def written(
    path: Path, *rows: Sequence[object], header: Sequence[str] = HEADER
) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(header)
        lines.writerows(rows)
    return path


def queue(
    stillhere: Terminal, store: Path, path: Path, *words: str
) -> list[dict[str, str]]:
    """The rows of an exported queue."""
    path.unlink(missing_ok=True)
    said = stillhere.unlocked("decide", store, "--export", path, *words)
    assert said.code == 0, said.err
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def exported(
    stillhere: Terminal, store: Path, folder: Path, word: str
) -> tuple[Said, Path]:
    """What an export says, and where it writes."""
    path = folder / "queue.csv"
    return stillhere.unlocked("decide", store, "--export", path, word), path


def first_pair(stillhere: Terminal, store: Path, folder: Path) -> tuple[str, str]:
    """The pair at the head of the queue."""
    (first, *_) = queue(stillhere, store, folder / "queue.csv")
    return first["mention_a"], first["mention_b"]


def signing_in(store: Path, *names: str, role: str = "registrar") -> None:
    """Let people have an account, as the desk lays them out."""
    with Store.open(store, PASSPHRASE) as opened:
        columns = "(name text, roles text)"
        opened._connection.execute(f"CREATE TABLE {sql.ACCOUNTS} {columns}")
        insert = f"INSERT INTO {sql.ACCOUNTS} VALUES (?, ?)"  # noqa: S608 (constant)
        rows = [(name, f'["{role}"]') for name in names]
        opened._connection.executemany(insert, rows)


def decided(stillhere: Terminal, store: Path, file: Path, *words: str) -> Any:
    """What the command says of a file of decisions."""
    return stillhere.unlocked("decide", store, file, *words, "--json").json


def grave(stillhere: Terminal, store: Path, folder: Path) -> tuple[str, str]:
    """The pair on which most hangs."""
    rows = queue(stillhere, store, folder / "grave.csv", "--queue", "unconfirmed")
    first = max(rows, key=lambda row: int(row["concern"]))
    return first["mention_a"], first["mention_b"]


def codes(said: Any) -> list[str]:
    """Of the rows that were left out, in their order."""
    return [finding["code"] for finding in said["findings"]]


def digest(stillhere: Terminal, store: Path) -> str:
    return str(stillhere.unlocked("build", store, "--json").json["picture"])


def test_the_queue_is_written_without_a_name_and_read_in_again(
    stillhere: Terminal, store: Path, tmp_path: Path
) -> None:
    path = tmp_path / "queue.csv"
    rows = queue(stillhere, store, path)
    assert rows
    assert not {"name_a", "born_a"} & rows[0].keys()
    assert path.stat().st_mode & 0o077 == 0
    for row in rows:
        row |= {"judgement": "unsure", "who": "anahit"}
    written(path, *([*row.values()] for row in rows), header=list(rows[0]))
    said = decided(stillhere, store, path)
    assert (said["stored"], said["known"], said["findings"]) == (len(rows), 0, [])
    again = decided(stillhere, store, path)
    assert (again["stored"], again["known"]) == (0, len(rows))
    assert queue(stillhere, store, tmp_path / "left.csv") == []


def test_with_names_the_file_says_so_and_warns(
    stillhere: Terminal, store: Path, tmp_path: Path
) -> None:
    said, path = exported(stillhere, store, tmp_path, "--names")
    assert "is not encrypted" in said.err
    (first, *_) = queue(stillhere, store, path, "--names")
    assert first["name_a"]


def test_a_source_and_its_row_or_the_beginning_of_an_id_name_a_mention(
    stillhere: Terminal, store: Path, tmp_path: Path
) -> None:
    (first, *_) = queue(stillhere, store, tmp_path / "queue.csv")
    file = written(
        tmp_path / "by.csv",
        (first["row_a"], first["mention_b"][:12], "Different", "anahit", "", "no"),
    )
    said = decided(stillhere, store, file)
    assert (said["stored"], said["findings"]) == (1, [])
    shown = decided(stillhere, store, file)
    assert shown["known"] == 1


def test_each_row_that_cannot_be_stored_says_why_and_the_others_are(
    stillhere: Terminal, store: Path, tmp_path: Path
) -> None:
    rows = queue(stillhere, store, tmp_path / "queue.csv", "--queue", "unconfirmed")
    a, b = rows[0]["mention_a"], rows[0]["mention_b"]
    sides = {row[side] for row in rows for side in ("row_a", "row_b")}
    one, two, *_ = (side for side in sides if side.startswith("register.xlsx:"))
    file = written(
        tmp_path / "by.csv",
        (a, b, "perhaps", "anahit", "", ""),
        (a, b, "unsure", "", "", ""),
        (a, b, "unsure", "anahit", "yesterday", ""),
        (a, "0" * 32, "unsure", "anahit", "", ""),
        (a, "", "unsure", "anahit", "", ""),
        (a, a, "same", "anahit", "", ""),
        (one, two, "same", "anahit", "", ""),
        (a, b, "unsure", "anahit", "2023-10-05", ""),
        (b, a, "different", "Anahit", "", ""),
        ("", "", "", "", "", ""),
    )
    said = decided(stillhere, store, file)
    assert said["stored"] == 1
    assert codes(said) == [
        "cli/decision-no-judgement",
        "cli/decision-nobody",
        "cli/decision-date",
        "cli/decision-unknown-mention",
        "cli/decision-unknown-mention",
        "cli/decision-same-mention",
        "cli/decision-one-list",
        "cli/decision-twice",
    ]
    left = [finding["sentence"].split()[1] for finding in said["findings"]]
    assert left == ["2", "3", "4", "5", "6", "7", "8", "10"]


def test_a_dry_run_says_everything_and_stores_nothing(
    stillhere: Terminal, store: Path, tmp_path: Path
) -> None:
    pair = first_pair(stillhere, store, tmp_path)
    file = written(tmp_path / "by.csv", (*pair, "different", "anahit", "", ""))
    before = stillhere.unlocked("check", store, "--json").json["digest_of_reports"]
    said = stillhere.unlocked("decide", store, file, "--dry-run")
    assert "1 decisions would be stored" in said.out
    after = stillhere.unlocked("check", store, "--json").json["digest_of_reports"]
    assert before == after


def test_two_people_are_needed_where_much_hangs_on_it(
    stillhere: Terminal, store: Path, tmp_path: Path
) -> None:
    signing_in(store, "anahit", "armen")
    pair = grave(stillhere, store, tmp_path)
    listed = _listed(stillhere, store)
    by_one = written(tmp_path / "one.csv", (*pair, "same", "anahit", "", ""))
    said = decided(stillhere, store, by_one)
    assert codes(said) == ["cli/decision-waits"]
    assert _listed(stillhere, store) == listed
    (waits,) = queue(stillhere, store, tmp_path / "second.csv", "--queue", "second")
    assert (waits["mention_a"], waits["mention_b"]) == pair
    assert waits["first"].startswith("desk:anahit")
    by_two = written(tmp_path / "two.csv", (*pair, "same", "armen", "", ""))
    said = decided(stillhere, store, by_two)
    assert said["findings"] == []
    assert _listed(stillhere, store) == listed - 1
    stillhere.unlocked("decide", store, by_one, "--take-back")
    assert _listed(stillhere, store) == listed


def test_who_has_no_account_decides_nothing(
    stillhere: Terminal, store: Path, tmp_path: Path
) -> None:
    pair = first_pair(stillhere, store, tmp_path)
    by_nobody = written(tmp_path / "by.csv", (*pair, "unsure", "Аnahit", "", ""))
    assert decided(stillhere, store, by_nobody)["stored"] == 1
    signing_in(store, "anahit")
    file = written(
        tmp_path / "two.csv",
        (*pair, "different", "Аnahit", "", ""),  # its first letter is Cyrillic
        (*pair, "different", "ANAHIT", "", ""),
    )
    said = decided(stillhere, store, file)
    assert codes(said) == ["cli/decision-no-account"]
    assert said["stored"] == 1
    (mine,) = said["reports"]
    with Store.open(store, PASSPHRASE) as opened:
        (report,) = opened.reports_by_ids([mine])
    assert report.source == "desk:anahit"
    back = decided(stillhere, store, by_nobody, "--take-back")
    assert (back["taken_back"], back["findings"]) == (1, [])


@pytest.mark.parametrize("role", ["hotline", "information", "no such role"])
def test_whose_role_may_not_decide_at_the_desk_decides_nothing_in_a_file(
    stillhere: Terminal, store: Path, tmp_path: Path, role: str
) -> None:
    pair = first_pair(stillhere, store, tmp_path)
    signing_in(store, "zara", role=role)
    file = written(tmp_path / "one.csv", (*pair, "different", "Zara", "", ""))
    said = decided(stillhere, store, file)
    assert codes(said) == ["cli/decision-may-not"]
    assert (said["stored"], said["reports"]) == (0, [])


def test_rows_of_one_file_do_not_confirm_each_other(
    stillhere: Terminal, store: Path, tmp_path: Path
) -> None:
    signing_in(store, "anahit", "armen")
    pair = grave(stillhere, store, tmp_path)
    listed = _listed(stillhere, store)
    both = written(
        tmp_path / "both.csv",
        (*pair, "same", "anahit", "", ""),
        (*pair, "same", "armen", "", ""),
    )
    for _ in range(2):
        said = decided(stillhere, store, both)
        assert "cli/decision-own-second" in codes(said)
        assert _listed(stillhere, store) == listed


def test_without_accounts_a_second_name_confirms_nothing(
    stillhere: Terminal, store: Path, tmp_path: Path
) -> None:
    pair = grave(stillhere, store, tmp_path)
    listed = _listed(stillhere, store)
    for who in ("ANNA", "Аnna"):  # one of them begins in Cyrillic
        file = written(tmp_path / "by.csv", (*pair, "same", who, "", ""))
        said = decided(stillhere, store, file)
    assert codes(said) == ["cli/decision-second-unknown"]
    assert _listed(stillhere, store) == listed


def test_a_file_that_is_there_is_never_exported_over(
    stillhere: Terminal, store: Path, tmp_path: Path
) -> None:
    path = written(tmp_path / "queue.csv", ("a", "b", "same", "anahit", "", ""))
    filled_in = path.read_bytes()
    said = stillhere.unlocked("decide", store, "--export", path)
    assert said.sentence.startswith("cli/export-exists: ")
    assert path.read_bytes() == filled_in


def test_a_dry_run_of_an_export_writes_nothing(
    stillhere: Terminal, store: Path, tmp_path: Path
) -> None:
    said, path = exported(stillhere, store, tmp_path, "--dry-run")
    assert "would be written" in said.out
    assert not path.exists()


def test_taking_back_what_is_not_in_force_says_so(
    stillhere: Terminal, store: Path, tmp_path: Path
) -> None:
    pair = first_pair(stillhere, store, tmp_path)
    file = written(tmp_path / "by.csv", (*pair, "different", "anahit", "", ""))
    said = stillhere.unlocked("decide", store, file, "--take-back")
    assert "None of these decisions is in force. Nothing was taken back." in said.out


def test_two_who_decide_differently_are_told(
    stillhere: Terminal, store: Path, tmp_path: Path
) -> None:
    pair = first_pair(stillhere, store, tmp_path)
    file = written(
        tmp_path / "by.csv",
        (*pair, "same", "anahit", "", ""),
        (*pair, "different", "armen", "", ""),
    )
    said = decided(stillhere, store, file)
    assert codes(said) == ["cli/decision-beaten"] * 2


def test_a_file_is_taken_back_as_a_whole_and_the_picture_is_as_before(
    stillhere: Terminal, store: Path, tmp_path: Path
) -> None:
    before = digest(stillhere, store)
    rows = queue(stillhere, store, tmp_path / "queue.csv")
    file = written(
        tmp_path / "by.csv",
        *(
            (row["mention_a"], row["mention_b"], kind, "anahit", "2023-10-05", "")
            for row, kind in zip(rows, ("different", "same", "unsure"), strict=False)
        ),
    )
    stored = decided(stillhere, store, file)["stored"]
    assert digest(stillhere, store) != before
    said = decided(stillhere, store, file, "--take-back")
    assert said["taken_back"] == stored
    assert digest(stillhere, store) == before
    anew = decided(stillhere, store, file)
    assert anew["stored"] == stored


@pytest.mark.parametrize(
    ("header", "code"),
    [
        (("a", "b", "judgement"), "cli/decision-no-column"),
        (HEADER, "cli/decision-no-rows"),
    ],
)
def test_a_file_without_decisions_is_refused(
    stillhere: Terminal, store: Path, tmp_path: Path, header: Sequence[str], code: str
) -> None:
    file = written(tmp_path / "by.csv", header=header)
    assert stillhere.unlocked("decide", store, file).sentence.startswith(f"{code}: ")


def test_a_file_that_is_not_there_and_a_command_without_one_are_refused(
    stillhere: Terminal, store: Path, town: Path, tmp_path: Path
) -> None:
    said = stillhere.unlocked("decide", store, tmp_path / "none.csv")
    assert said.sentence.startswith("cli/file-failed: ")
    assert stillhere.unlocked("decide", store).sentence.startswith("cli/usage: ")
    file = written(tmp_path / "by.csv")
    assert stillhere("decide", town, file).sentence.startswith("cli/needs-store: ")


def _listed(stillhere: Terminal, store: Path) -> int:
    shown = stillhere.unlocked("build", store, "--json").json
    return int(shown["without_word"])
