"""No row is lost; sorting, re-ordering columns and splitting change no id."""

import csv
import io
from collections import Counter
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stillhere.intake.caps import Caps
from stillhere.intake.child import parse_bytes
from stillhere.intake.draft import Known, draft_of
from stillhere.intake.formulas import disarmed
from stillhere.intake.imported import Import
from stillhere.intake.parser import Parsed
from stillhere.intake.words import header_words
from stillhere.reports import EXERCISE_KEY, ReportId, canonical_body
from stillhere.reports.canonical import RowWriter, clean_text
from stillhere.vocabulary import ReportKind

HEADERS = ["ФИО", "Год рождения", "Адрес", "Телефон", "Примечание"]
WORDS = st.text(
    st.sampled_from("аяАЯԱաbZğ 09.,-;\"'№=+|\té"), min_size=0, max_size=12
).map(clean_text)
ROW = st.tuples(*[WORDS] * len(HEADERS)).filter(any)
TABLE = st.lists(ROW, max_size=12)


def write(
    header: list[str], rows: list[tuple[str, ...]], delimiter: str = ";"
) -> bytes:
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter)
    writer.writerow(header)
    writer.writerows([disarmed(cell) for cell in row] for row in rows)
    return buffer.getvalue().encode()


def read(data: bytes) -> Import:
    """As `read_file` does, without a child process."""
    sheets = tuple(parse_bytes(data, "list.csv", Caps()))
    parsed = Parsed("list.csv", sheets)
    return draft_of(parsed, "list.csv", Known(EXERCISE_KEY), Caps()).read()


def ids(imported: Import) -> Counter[ReportId]:
    return Counter(r.id for r in imported.reports if r.kind is ReportKind.ROW)


@given(TABLE, st.sampled_from([";", ",", "\t", "|"]))
def test_no_row_is_lost(rows: list[tuple[str, ...]], delimiter: str) -> None:
    imported = read(write(HEADERS, rows, delimiter))
    assert imported.rows_read == len(rows)
    assert imported.rows_read == ids(imported).total() + len(imported.set_aside)


@given(TABLE)
def test_what_was_written_is_read(rows: list[tuple[str, ...]]) -> None:
    imported = read(write(HEADERS, rows))
    kept = [r.body for r in imported.reports if r.kind is ReportKind.ROW]
    aside = [
        canonical_body(dict(zip(HEADERS, s.cells, strict=False)))
        for s in imported.set_aside
    ]
    stated = [canonical_body(dict(zip(HEADERS, row, strict=True))) for row in rows]
    assert Counter(kept + aside) == Counter(stated)


@given(TABLE, st.randoms(use_true_random=False))
def test_a_re_sorted_file_gives_the_same_ids(
    rows: list[tuple[str, ...]], rng: Random
) -> None:
    shuffled = list(rows)
    rng.shuffle(shuffled)
    assert ids(read(write(HEADERS, rows))) == ids(read(write(HEADERS, shuffled)))


@given(TABLE, st.permutations(range(len(HEADERS))))
def test_re_ordered_columns_give_the_same_ids(
    rows: list[tuple[str, ...]], order: list[int]
) -> None:
    full = [row for row in rows if all(row)]
    moved = [tuple(row[i] for i in order) for row in full]
    header = [HEADERS[i] for i in order]
    assert ids(read(write(HEADERS, full))) == ids(read(write(header, moved)))


@given(st.lists(ROW, unique=True, max_size=12), st.integers(0, 12))
def test_a_split_file_gives_the_same_ids(rows: list[tuple[str, ...]], cut: int) -> None:
    parts = [read(write(HEADERS, part)) for part in (rows[:cut], rows[cut:])]
    assert ids(parts[0]) + ids(parts[1]) == ids(read(write(HEADERS, rows)))


@given(st.lists(ROW, min_size=1, max_size=4), st.integers(1, 3))
def test_identical_rows_are_reports_of_their_own(
    rows: list[tuple[str, ...]], times: int
) -> None:
    imported = read(write(HEADERS, rows * times))
    assert all(count == 1 for count in ids(imported).values())


@given(
    st.lists(
        st.text(max_size=5).map(clean_text).filter(bool),
        min_size=1,
        max_size=6,
        unique=True,
    ),
    st.data(),
)
def test_the_writer_of_rows_gives_the_canonical_body(
    headers: list[str], data: st.DataObject
) -> None:
    cells = data.draw(st.lists(st.text(max_size=8), max_size=len(headers)))
    assert RowWriter(headers).body(cells) == canonical_body(
        dict(zip(headers, cells, strict=False))
    )


def test_the_table_of_header_words_knows_four_languages() -> None:
    languages = Counter(language for _, language in header_words().values())
    assert sorted(languages) == ["az", "en", "hy", "ru"]
    assert min(languages.values()) > 200


@pytest.mark.parametrize("name", ["header_words", "purpose_words", "value_words"])
def test_no_word_stands_twice_in_a_table(name: str) -> None:
    folder = Path(__file__).parents[2] / "src/stillhere/intake"
    lines = (folder / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    assert [line for line, n in Counter(lines).items() if n > 1] == []
