"""One list does not become two witnesses."""

import pytest

from stillhere.errors import StillHereError
from stillhere.intake import (
    Import,
    list_note,
    read_bytes,
    refuse_second_source,
)
from stillhere.reports import EXERCISE_KEY, Book
from stillhere.reports.withdrawing import Signed, withdraw_source

BUS = b"Name,Age\nAnna Hakobyan,70\n"


def read(source: str) -> Import:
    return read_bytes(BUS, "bus.csv", source=source, key=EXERCISE_KEY)


def test_the_same_bytes_have_the_same_note() -> None:
    assert list_note(BUS) == list_note(bytes(BUS))
    assert list_note(BUS) != list_note(BUS + b"\n")
    assert list_note(BUS).startswith("list:")


@pytest.mark.parametrize("stored", ["bus 7", "bus 7#North"])
def test_the_same_bytes_as_another_source_are_refused(stored: str) -> None:
    book = Book("2023-10-06")
    book.add(read(stored).reports)
    with pytest.raises(StillHereError) as caught:
        refuse_second_source("bus.csv", "bus 8", "bus 7", book)
    assert caught.value.code == "intake/read-before"
    assert "as the source bus 7" in str(caught.value)


def test_the_same_source_new_bytes_and_a_withdrawn_source_are_let_in() -> None:
    book = Book("2023-10-06")
    book.add(read("bus 7").reports)
    refuse_second_source("bus.csv", "bus 7", "bus 7", book)
    refuse_second_source("bus.csv", "bus 8", None, book)
    signed = Signed(EXERCISE_KEY, "officer", "2023-10-05")
    book.add([withdraw_source("bus 7", signed)])
    refuse_second_source("bus.csv", "bus 8", "bus 7", book)
