"""A plain file read as columns says what it says read row by row."""

from pathlib import Path

import pytest

from stillhere.identity import IdentityRules, Index, ListTraits
from stillhere.intake.located import PlaceReader
from stillhere.intake.people_list import open_lists, open_people
from stillhere.pipeline import plain_lists
from stillhere.pipeline.plain_lists import large_plain, read_plain
from stillhere.pipeline.two_lists import link_lists
from stillhere.places import Gazetteer
from stillhere.vocabulary.fields import Field

ROWS = """\
id,First name,Family name,Date of birth,Sex,Town,Street,Phone,Household
a1,Levon,Melikyan,1950-03-07,m,Stepanakert,"Garden street 4, 2",+374 97 000001,12
a2,Anahit,Melikyan,1955-11-02,f,Stepanakert,"Garden street 4, 2",,12
a3, Levon ,Melikyan,1950-03-07,m,Martuni,,,
a4,Հակոբ,Պետրոսյան,12.04.1961,m,Lower Hill,,097 00 00 02,7
a5,,,1961,,,,,
a6,Hakob,Petrosyan,1961,,Lower Hill,,097 00 00 09,
"""


def listed(path: Path, text: str = ROWS) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def said(index: Index) -> list[tuple[object, ...]]:
    """Rows of an index but for ids, in the order of the file."""
    features, words = index.world.features, index.world.vocabulary
    return [
        (
            [words.text(number) for number in features.tokens.view[slot]],
            features.small.view[slot].tolist(),
            features.wide.view[slot, :-2].tolist(),
            features.lists.view[slot].tolist(),
        )
        for slot in range(len(index))
    ]


def test_columns_say_what_rows_say(tmp_path: Path) -> None:
    path = listed(tmp_path / "list.csv", ROWS.replace("a5,,,1961,,,,,\n", ""))
    traits = {"left": ListTraits("left", once=True)}
    rules, places = IdentityRules.shipped(200), PlaceReader(Gazetteer.demo())
    people = [row.person for row in open_people(path).rows("left")]
    by_row = Index.build(filter(None, people), traits, (), rules, places)
    plain = read_plain(path)
    assert plain is not None
    by_column = Index.build_columns([plain.mentions("left")], traits, rules, places)
    assert said(by_column) == said(by_row)
    assert plain.names() == ["a1", "a2", "a3", "a4", "a6"]


def test_two_plain_lists_are_linked_as_their_rows_would_be(tmp_path: Path) -> None:
    head, *rows = ROWS.splitlines()
    turned = "\n".join([head, *(row.replace("a", "b", 1) for row in reversed(rows))])
    left, right = listed(tmp_path / "left.csv"), listed(tmp_path / "right.csv", turned)
    rules, places = IdentityRules.shipped(200), PlaceReader(Gazetteer.demo())
    asked: list[tuple[Path, dict[str, Field]]] = [(left, {}), (right, {})]
    people = list(open_lists(asked))
    by_row = link_lists(people[0], people[1], rules, places)
    one, two = read_plain(left), read_plain(right)
    assert one is not None
    assert two is not None
    by_column = link_lists(one, two, rules, places)
    assert list(by_column.pairs()) == list(by_row.pairs())
    assert sorted(by_column.candidates()) == sorted(by_row.candidates())
    assert [pair.right for pair in by_column.pairs()][:2] == ["b1", "b2"]


def test_small_files_are_not_read_as_columns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = listed(tmp_path / "list.csv")
    assert large_plain([(path, {}), (path, {})]) is None
    monkeypatch.setattr(plain_lists, "LARGE", 10)
    found = large_plain([(path, {}), (path, {"Town": Field.IGNORE})])
    assert found is not None
    assert found[1].profile.headers(Field.SETTLEMENT) == ()
    other = listed(tmp_path / "other.csv", "colour,size\nred,4\n")
    assert large_plain([(path, {}), (other, {})]) is None


def test_ids_come_from_what_a_row_says_and_are_never_the_same(tmp_path: Path) -> None:
    lines = ROWS.splitlines()
    head, rows = lines[0], lines[1:4]
    one = read_plain(listed(tmp_path / "one.csv", "\n".join([head, *rows, rows[0]])))
    two = read_plain(listed(tmp_path / "two.csv", "\n".join([head, *reversed(rows)])))
    assert one is not None
    assert two is not None
    first = [tuple(ids) for ids in one.mentions("left").ids.tolist()]
    second = [tuple(ids) for ids in two.mentions("left").ids.tolist()]
    assert len(set(first)) == 4
    assert set(second) == set(first[:3])
    assert one.names() == ["2", "3", "4", "5"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "name\n",
        "colour,size\nred,4\n",
        "name,name\nLevon,Melikyan\n",
        "name,town\nLevon Melikyan\n",
        'name,town\n"Levon,Stepanakert\n',
        "name,age\nLevon Melikyan,62\n",
        "name,birth date\nLevon Melikyan,62 years\n",
        "list_id,name\nbus 4,Levon Melikyan\n",
    ],
)
def test_other_files_are_left_to_the_other_reader(tmp_path: Path, text: str) -> None:
    assert read_plain(listed(tmp_path / "list.csv", text)) is None


def test_another_encoding_is_left_to_the_other_reader(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("name,town\nЛевон Меликян,Мартуни\n".encode("cp1251"))
    assert read_plain(path) is None
