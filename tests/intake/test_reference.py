from pathlib import Path

from stillhere.intake.reference import MEANINGS, columns_page
from stillhere.vocabulary.fields import Field

DOCS = Path(__file__).parents[2] / "docs"


def test_every_meaning_has_a_sentence() -> None:
    assert list(MEANINGS) == list(Field)


def test_the_page_of_columns_is_the_one_the_tables_give() -> None:
    page = (DOCS / "reference/columns.md").read_text(encoding="utf-8")
    assert page == columns_page()
