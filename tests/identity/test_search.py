"""People are found by any name in any script, or by a number."""

import pytest

from stillhere.identity import IdentityRules
from stillhere.reports import ReportId
from stillhere.reports.statements import WrittenName
from tests.identity.made import TRAITS, born, built, mention, report_id

SOUGHT = mention(
    "register",
    "sought",
    "Սուրեն",
    family="Մելիքյան",
    birth=born(1950, 3, 7),
    documents=("AB123456",),
    phones=("37497000001",),
)
OTHERS = [
    mention("register", n, given, family=family)
    for n, (given, family) in enumerate(
        [
            ("Գագիկ", "Մելիքյան"),
            ("Սուրեն", "Դանիելյան"),
            ("Narine", "Grigoryan"),
            ("Азат", "Петросян"),
        ]
    )
]
INDEX = built([SOUGHT, *OTHERS])


def found(text: str) -> list[ReportId]:
    return [hit.mention for hit in INDEX.search(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Սուրեն Մելիքյան",
        "Մելիքյան Սուրեն",
        "Suren Melikyan",
        "melikyan suren",
        "Сурен Меликян",
        "Меликян Сурен",
        "Suren Məlikyan",
        "Suren Melikian",
        "Surne Melikyan",
        "Melikyan S.",
        "Suren Melikov",
        "AB 123456",
        "+374 97 000001",
        "097 000001",
    ],
)
def test_a_person_is_found_first_in_any_script_order_and_spelling(text: str) -> None:
    assert found(text)[0] == SOUGHT.report


def test_a_name_right_in_every_word_is_of_full_likeness() -> None:
    assert INDEX.search("Suren Melikyan")[0].likeness == 1000
    assert INDEX.search("Surne Melikyan")[0].likeness < 1000


def test_one_person_in_two_lists_is_one_hit() -> None:
    again = mention("arrivals", 1, "Suren", family="Melikyan", birth=born(1950, 3, 7))
    index = built([SOUGHT, *OTHERS, again])
    hits = index.search("Suren Melikyan")
    clusters = [index.cluster_of(hit.mention).id for hit in hits]
    assert len(set(clusters)) == len(clusters)
    assert index.cluster_of(hits[0].mention).members == tuple(
        sorted((SOUGHT.report, again.report))
    )


def test_hits_are_limited_and_the_best_come_first() -> None:
    hits = INDEX.search("Melikyan", limit=2)
    assert len(hits) == 2
    assert {h.mention for h in hits} == {SOUGHT.report, OTHERS[0].report}
    likeness = [h.likeness for h in INDEX.search("Suren Melikyan")]
    assert likeness == sorted(likeness, reverse=True)


def test_many_of_one_name_are_told_by_the_whole_name() -> None:
    """Hundreds of namesakes by half the name do not hide the one who fits whole."""
    crowd = [mention("calls", n, "Suren", family="Hakobyan") for n in range(300)]
    index = built([*crowd, SOUGHT], rules=IdentityRules.shipped())
    assert index.search("Suren Melikyan", limit=3)[0].mention == SOUGHT.report
    hits = [hit.mention for hit in index.search("Suren Hakobyan", limit=3)]
    assert hits == sorted(m.report for m in crowd)[:3]


@pytest.mark.parametrize("text", ["", "?!", "…", "qqqqqq xxxxxx"])
def test_what_names_nobody_finds_nobody(text: str) -> None:
    assert found(text) == []


def test_a_number_nobody_has_finds_nobody() -> None:
    assert found("999999") == []


def test_who_has_gone_is_not_found() -> None:
    index = built([SOUGHT, *OTHERS])
    index.update(gone=[SOUGHT.report])
    assert SOUGHT.report not in [h.mention for h in index.search("Suren Melikyan")]
    assert index.search("AB123456") == []
    index.update(come=[SOUGHT], lists=TRAITS)
    assert index.search("AB123456")[0].mention == SOUGHT.report


def test_who_bears_a_name_comes_before_who_bears_it_as_a_father_s_name() -> None:
    child = mention(
        "register",
        "child",
        name=WrittenName(given="Narine", family="Melikyan", patronymic="Sureni"),
    )
    hits = built([child, SOUGHT, *OTHERS]).search("Suren Melikyan")
    assert [hit.mention for hit in hits[:2]] == [SOUGHT.report, child.report]
    assert hits[0].likeness > hits[1].likeness


BEGUN = built(
    [
        mention("register", n, given, family=family)
        for n, (given, family) in enumerate(
            [
                ("Ստեփ", "Մելիքյան"),
                ("Ստեփան", "Սարգսյան"),
                ("Серго", "Акопян"),
                ("Stella", "Hakobyan"),
                ("Narine", "Petrosyan"),
            ]
        )
    ]
)


@pytest.mark.parametrize(
    ("typed", "rows"),
    [
        ("Step", [0, 1]),
        ("Ստե", [0, 1, 3]),
        ("сте", [0, 1, 3]),
        ("Sargs", [1]),
        ("Hakoby", [2, 3]),
        ("Hakobya", [2, 3]),
        ("Акопя", [2, 3]),
        ("Հակոբյ", [2, 3]),
        ("Stel Hak", [3]),
        ("Sarg Ste", [1]),
    ],
)
def test_a_name_is_found_while_it_is_typed(typed: str, rows: list[int]) -> None:
    names = [report_id("register", n) for n in rows]
    hits = BEGUN.search(typed)
    assert {hit.mention for hit in hits[: len(rows)]} == {*names}
    assert all(hit.likeness < 985 for hit in hits[len(rows) :])


def test_the_whole_word_comes_before_one_that_only_begins_so() -> None:
    step, stepan = BEGUN.search("Step")[:2]
    assert step.mention == report_id("register", 0)
    assert step.likeness == 1000
    assert 985 <= stepan.likeness < 1000
