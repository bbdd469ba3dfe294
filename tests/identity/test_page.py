"""The page of explanation: its example is what the code gives, its modules are there."""

from pathlib import Path

from stillhere import identity
from stillhere.identity import IdentityRules, Index, ListTraits
from stillhere.reports.statements import PersonStatement, WrittenName, WrittenPlace
from tests.identity.made import PLACES, born, mention

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "identity.md"
TRAITS = {
    t.source: t
    for t in (
        ListTraits("register", once=True, register=True),
        ListTraits("arrivals"),
        ListTraits("bus", once=True),
    )
}


def example() -> dict[str, PersonStatement]:
    """The six rows of the page."""
    home = {"family": "Մելիքյան", "place": WrittenPlace(settlement="Մարտունի")}
    town = {"family": "Մելիքյան", "place": WrittenPlace(settlement="Ստեփանակերտ")}
    party = {"family": "Melikian", "household": "1203"}
    couple = {**home, "household": "41"}
    named = WrittenName(full="Меликян Л.", order="family_given")
    levon, anahit = born(1950, 3, 7), born(1955, 11, 2)
    return {
        "R1": mention("register", 0, "Լևոն", birth=levon, **couple),
        "R2": mention("register", 1, "Անահիտ", birth=anahit, **couple),
        "R3": mention(
            "register", 9, "Լևոն", birth=born(1950, 6, 20), household="77", **town
        ),
        "A1": mention("arrivals", 0, "Levon", birth=born(1950, 7, 3), **party),
        "A2": mention("arrivals", 1, "Anahit", birth=born(1955, 1, 1), **party),
        "B1": mention("bus", 1, name=named, birth=born(1949, width=1)),
    }


def rows_of_the_page() -> list[list[str]]:
    lines = PAGE.read_text(encoding="utf-8").splitlines()
    start = lines.index(
        "| pair | names | birth | company | base | weight | probability |"
    )
    table = lines[start + 2 : lines.index("", start)]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table]


def test_the_example_of_the_page_is_what_the_code_gives() -> None:
    rows = example()
    index = Index.build(rows.values(), TRAITS, [], IdentityRules.shipped(), PLACES)
    found = []
    for pair, *_ in rows_of_the_page():
        one, two = pair.split()
        told = index.explain(rows[one].report, rows[two].report)
        bits = {e.feature: e.millibits for e in told.evidence}
        stated = [bits.pop(name) for name in ("name", "birth", "company", "base")]
        assert not any(bits.values())
        millibits = [f"{n:,}" for n in (*stated, told.weight)]
        found.append([pair, *millibits, f".{told.probability:06}"])
    assert found == rows_of_the_page()
    names = {m.report: name for name, m in rows.items()}
    clusters = [{names[m] for m in c.members} for c in index.clusters()]
    assert sorted(map(sorted, clusters)) == [["A1", "R1"], ["A2", "R2"], ["B1"], ["R3"]]


def test_the_page_names_every_module() -> None:
    page = PAGE.read_text(encoding="utf-8")
    modules = [p.stem for p in Path(str(identity.__file__)).parent.glob("[!_]*.py")]
    assert [name for name in modules if f"`{name}`" not in page] == []
