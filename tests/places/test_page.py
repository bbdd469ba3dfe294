from pathlib import Path

from stillhere import places
from stillhere.places.place import COLUMNS

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "places.md"


def test_the_page_names_every_public_name_and_column() -> None:
    page = PAGE.read_text(encoding="utf-8")
    wanted = [*places.__all__, *(f"`{column}`" for column in COLUMNS)]
    assert [name for name in wanted if name not in page] == []


def test_the_table_names_its_source_and_licence() -> None:
    table = Path(places.__file__).parent / "gazetteer.tsv"
    first = table.read_text(encoding="utf-8").splitlines()[0]
    assert "GeoNames" in first
    assert "CC BY 4.0" in first
