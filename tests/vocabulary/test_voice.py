import pytest

from stillhere.vocabulary.english import spoken
from stillhere.vocabulary.voice import ENGLISH, Counted, Voice, worded

PEOPLE = Counted("{number} person", "{number} people")


@pytest.mark.parametrize(
    ("iso", "said"),
    [
        ("2023-10-09", "9 October 2023"),
        ("2023-10-09T08:30:00+04:00", "9 October 2023, 08:30 (UTC+04:00)"),
        ("2023-10-09T08:30Z", "9 October 2023, 08:30 (UTC)"),
        ("2023-10-09 08:30", "9 October 2023, 08:30"),
        ("in autumn", "in autumn"),
        ("2023-13-09", "2023-13-09"),
    ],
)
def test_dates_are_spoken_with_their_zone(iso: str, said: str) -> None:
    assert spoken(iso) == said


def test_english_is_what_is_said_where_no_voice_is_passed_in() -> None:
    assert ENGLISH.text(worded("No word yet.")) == "No word yet."
    assert ENGLISH.count(PEOPLE, 1) == "1 person"
    assert ENGLISH.count(PEOPLE, 100_000) == "100,000 people"


def test_a_voice_chooses_the_form_and_the_number() -> None:
    voice = Voice(plural=lambda _one, _many, n: f"{n % 10}: {{number}}", number=hex)
    assert voice.count(PEOPLE, 21) == "1: 0x15"
