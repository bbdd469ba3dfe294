"""The golden file shows every change of the folding, line by line."""

from pathlib import Path

import pytest

from stillhere.names import FOLD_VERSION, fold, skeleton

GOLDEN = Path(__file__).parent / "golden" / "folded.tsv"


@pytest.fixture(scope="module")
def rows() -> list[list[str]]:
    text = GOLDEN.read_text(encoding="utf-8")
    head, *lines = text.splitlines()
    assert head.startswith(f"# FOLD_VERSION {FOLD_VERSION}:")
    return [line.split("\t") for line in lines]


def test_ten_thousand_tokens_fold_as_they_did(rows: list[list[str]]) -> None:
    assert len({(token, language) for token, language, *_ in rows}) == 10_000
    changed = [
        (token, language, folded, fold(token, language))
        for token, language, folded, key in rows
        if (fold(token, language), skeleton(folded)) != (folded, key)
    ]
    assert changed == []


def test_folding_a_folded_token_changes_nothing(rows: list[list[str]]) -> None:
    changed = [folded for _, _, folded, _ in rows if fold(folded) != folded]
    assert changed == []


def test_the_golden_tokens_are_written_in_four_languages(rows: list[list[str]]) -> None:
    counts = {
        language: sum(row[1] == language for row in rows)
        for language in ("hy", "ru", "az", "en")
    }
    assert min(counts.values()) > 900
