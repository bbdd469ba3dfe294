from pathlib import Path

from stillhere import store

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "store.md"


def test_every_public_name_is_on_the_reference_page() -> None:
    page = PAGE.read_text(encoding="utf-8")
    methods = [name for name in vars(store.Store) if not name.startswith("_")]
    missing = [name for name in [*store.__all__, *methods] if name not in page]
    assert missing == []
