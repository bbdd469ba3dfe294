from stillhere.names import Meeting, compare_names, same_name


def meetings(a: str, b: str) -> list[tuple[str, str, Meeting]]:
    return [
        (r.left.text if r.left else "", r.right.text if r.right else "", r.how)
        for r in compare_names(a, b).reasons
    ]


def test_reasons_stand_in_the_order_of_the_first_name() -> None:
    found = meetings("Akop Vartanovich Petrosyan", "Петросян Акоп")
    assert found == [
        ("Akop", "Акоп", Meeting.SAME),
        ("Vartanovich", "", Meeting.FATHER),
        ("Petrosyan", "Петросян", Meeting.SAME),
    ]


def test_the_same_reasons_stand_whichever_name_comes_first() -> None:
    one = meetings("Ali bin Nader Zahrani", "علي الزهراني")
    two = meetings("علي الزهراني", "Ali bin Nader Zahrani")
    assert {(a, b, how) for b, a, how in two} == set(one)


def test_a_word_before_a_sign_of_descent_is_the_father_s() -> None:
    found = meetings("Cavid Əlirza oğlu Qurbanov", "Джавид Курбанов")
    assert ("Əlirza", "", Meeting.FATHER) in found
    assert ("oğlu", "", Meeting.PARTICLE) in found


def test_two_words_may_be_one_on_the_other_side() -> None:
    found = meetings("Abdel Karim Zahrani", "Əbdülkərim Zəhrani")
    assert [(a, b) for a, b, _ in found] == [
        ("Abdel Karim", "Əbdülkərim"),
        ("Zahrani", "Zəhrani"),
    ]


def test_short_forms_and_known_spellings_are_told_apart() -> None:
    found = meetings("Sashik Bedrosian", "Александр Петросян")
    assert [how for *_, how in found] == [Meeting.SHORT, Meeting.KNOWN]


def test_the_chance_is_that_of_the_plain_function() -> None:
    pair = ("Sashik Bedrosian", "Александр Петросян")
    assert compare_names(*pair).probability == same_name(*pair)


def test_names_without_a_letter_give_no_reasons() -> None:
    assert compare_names("", "―").reasons == ()
    assert compare_names("", "Ivan").probability == 0
