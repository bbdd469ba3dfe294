"""Why a profile is proposed, said in any voice."""

from dataclasses import replace

from stillhere.intake.propose import propose
from stillhere.intake.purposes import PURPOSES
from stillhere.intake.reasons import LISTS, ORDERS, On, Our, Reason, clause
from stillhere.names import NameOrder
from stillhere.vocabulary import ENGLISH
from stillhere.vocabulary.fields import Field

BRACKETS = replace(ENGLISH, text="[{}]".format, day="<{}>".format)


def test_every_purpose_and_order_has_words() -> None:
    assert set(LISTS) == {purpose.name for purpose in PURPOSES}
    assert set(ORDERS) == set(NameOrder)


def test_words_of_a_list_stand_as_written_and_ours_are_said_by_the_voice() -> None:
    why = clause(
        "{word}, {ours}, {day}, {number}",
        word="ФИО",
        ours=Our("x"),
        day=On("y"),
        number=1000,
    )
    assert why.spoken(BRACKETS) == "[ФИО, [x], <y>, 1,000]"
    inner = clause("a {b}", b=clause("c"))
    assert inner.spoken(BRACKETS) == "[a [c]]"


def test_a_column_is_said_with_its_meaning_and_one_that_is_not_read_so() -> None:
    why = (clause("one"), clause("two"))
    assert Reason(why, "X", Field.NAME).sentence == "“X” means full name: one, two."
    assert Reason(why, "X", Field.IGNORE).sentence == "“X” is not read: one, two."
    assert Reason(why[:1]).sentence == "one"
    assert Reason(why, "X", Field.SEX).because() == "one, two"


def test_every_column_of_a_proposal_says_why_in_its_own_words() -> None:
    header = ["№", "ФИО", "Дата рождения", "qwerty"]
    rows = [[str(n), f"Петросян Анна {n}", "1.2.1950", "?"] for n in range(5)]
    proposal = propose("bus 27.09.2023.csv", header, rows)
    columns = [r for r in proposal.reasons if r.field is not None]
    assert [r.header for r in columns] == header
    assert all(r.why for r in proposal.reasons)
    whole = [r.spoken(BRACKETS) for r in proposal.reasons if r.field is None]
    assert any("<2023-09-27>" in said for said in whole)
    assert all(said.startswith("[") for said in whole)
