from dataclasses import replace

import pytest

from stillhere.names import NameOrder, NameParts, fold, split_name

GIVEN_FIRST = NameOrder.GIVEN_FAMILY
FAMILY_FIRST = NameOrder.FAMILY_GIVEN


FATHER_LAST = [o for o in NameOrder if o is not NameOrder.FAMILY_PATRONYMIC_GIVEN]


@pytest.mark.parametrize("order", FATHER_LAST)
@pytest.mark.parametrize(
    "text",
    [
        "Պետրոսյան Արմեն Սարգսի",
        "Արմեն Սարգսի Պետրոսյան",
        "Петросян Армен Саркисович",
        "Армен Саркисович Петросян",
        "PETROSYAN, Armen Sargsi",
        "Mr. Armen Sarkisovich Petrossian",
        "г-н Петросян Армен Саркисович",
    ],
)
def test_family_given_and_father_are_found_wherever_they_stand(
    text: str, order: NameOrder
) -> None:
    assert split_name(text, order) == NameParts(
        given=("armen",),
        family=("petrosyan",),
        patronymic=("sargis",),
        order_known=True,
    )


@pytest.mark.parametrize(
    "text",
    [
        "Əliyev Vüqar Həsən oğlu",
        "Vüqar Həsən oğlu Əliyev",
        "Əliyev Vüqar Həsən o.",
        "Алиев Вугар Гасан оглы",
        "Алиев Вугар Гасанович",
        "Aliyev Vugar Hasan oghlu",
    ],
)
def test_azerbaijani_fathers_are_found(text: str) -> None:
    parts = split_name(text, NameOrder.UNKNOWN)
    assert (parts.given, parts.family) == (("vugar",), (fold("Əliyev"),))
    assert parts.patronymic == (fold("Həsən"),)


@pytest.mark.parametrize(
    ("text", "maiden"),
    [
        ("Анна Петросян (Саркисян)", "Саркисян"),
        ("Петросян (урожд. Саркисян) Анна", "Саркисян"),
        ("Anna Petrosyan née Sargsyan", "Սարգսյան"),
        ("Աննա Պետրոսյան (ծնյալ Սարգսյան)", "Սարգսյան"),
        ("Петросян Анна, девичья фамилия Саркисян", "Саркисян"),
        ("Anna Petrosyan (qızlıq soyadı Sarkisyan)", "Sarkisyan"),
    ],
)
def test_the_maiden_name_is_set_apart(text: str, maiden: str) -> None:
    parts = split_name(text, NameOrder.UNKNOWN)
    assert parts.maiden == (fold(maiden),)
    assert (parts.given, parts.family) == ((fold("Анна"),), (fold("Петросян"),))


@pytest.mark.parametrize(
    "text", ["А.С. Петросян", "Петросян А. С.", "Петросян А.С.", "A S Petrosyan"]
)
def test_initials_are_kept_in_their_order(text: str) -> None:
    parts = split_name(text, NameOrder.UNKNOWN)
    assert (parts.initials, parts.family, parts.given) == (
        ("a", "s"),
        ("petrosyan",),
        (),
    )


@pytest.mark.parametrize(
    "text", ["տիկին Անահիտ", "Anahit xanım", "г-жа Анаит", "Mrs Anahit"]
)
def test_titles_are_dropped(text: str) -> None:
    parts = split_name(text, NameOrder.UNKNOWN)
    assert parts.given == (fold("Անահիտ"),)
    assert parts.family == ()


def test_a_title_alone_is_a_name() -> None:
    assert split_name("Xanım", NameOrder.UNKNOWN).given == (fold("Xanım"),)


@pytest.mark.parametrize("text", ["Тер-Петросян", "Ter Petrosyan", "Տեր-Պետրոսյան"])
def test_ter_belongs_to_the_family_name(text: str) -> None:
    parts = split_name(f"{text} Levon", NameOrder.UNKNOWN)
    assert parts.family == ("terpetrosyan",)
    assert parts.given == ("levon",)


def test_two_hyphened_family_names_stay_two() -> None:
    parts = split_name("Anna Petrosyan-Sargsyan", GIVEN_FIRST)
    assert parts.family == ("petrosyan", "sargisyan")


def test_the_declared_order_decides_where_no_ending_does() -> None:
    first = split_name("Karen Komitas", GIVEN_FIRST)
    last = split_name("Karen Komitas", FAMILY_FIRST)
    assert (first.given, first.family) == (("karen",), ("komitas",))
    assert (last.given, last.family) == (("komitas",), ("karen",))
    assert first.order_known
    assert last.order_known


def test_an_ending_outweighs_the_declared_order() -> None:
    parts = split_name("Petrosyan Karen", GIVEN_FIRST)
    assert (parts.given, parts.family) == (("karen",), ("petrosyan",))


def test_two_given_names_in_unknown_order_stay_doubtful() -> None:
    parts = split_name("Karen Komitas", NameOrder.UNKNOWN)
    assert (parts.given, parts.family) == (("karen",), ("komitas",))
    assert not parts.order_known


def test_a_known_given_name_tells_the_other_apart() -> None:
    parts = split_name("Bardakchi Karen", NameOrder.UNKNOWN)
    assert (parts.given, parts.family) == (("karen",), ("bardakchi",))
    assert parts.order_known


@pytest.mark.parametrize("text", ["", "  ", "12", "—", "()"])
def test_no_name_gives_empty_parts(text: str) -> None:
    assert split_name(text, NameOrder.UNKNOWN) == NameParts()


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Osipyan Ara Radik", NameParts(("radik",), ("osipyan",), ("ara",))),
        ("Osipyan Ara oğlu Radik", NameParts(("radik",), ("osipyan",), ("ara",))),
        ("Radik Ara Osipyan", NameParts(("radik",), ("osipyan",), ("ara",))),
        ("Osipyan Radik", NameParts(("radik",), ("osipyan",))),
        ("Osipyan A. R.", NameParts((), ("osipyan",), initials=("r", "a"))),
    ],
)
def test_the_father_may_stand_before_the_given_name(
    text: str, parts: NameParts
) -> None:
    found = split_name(text, NameOrder.FAMILY_PATRONYMIC_GIVEN)
    assert found == replace(parts, order_known=True)
