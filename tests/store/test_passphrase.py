import getpass
import os
import warnings

import pytest

from stillhere.errors import StillHereError
from stillhere.store import read_passphrase


def given(data: bytes) -> int:
    """A descriptor that will say this and then end."""
    reading, writing = os.pipe()
    os.write(writing, data)
    os.close(writing)
    return reading


@pytest.mark.parametrize(
    "data", [b"one two", b"one two\n", b"one two\r\n", b"one two\nnext line\n"]
)
def test_the_first_line_is_the_passphrase(data: bytes) -> None:
    assert read_passphrase(given(data), "") == "one two"


def test_every_line_is_a_passphrase_of_its_own() -> None:
    fd = given(b"one two\r\nthree\nfour")
    assert [read_passphrase(fd, "") for _ in range(3)] == ["one two", "three", "four"]
    with pytest.raises(StillHereError) as caught:
        read_passphrase(fd, "")
    assert caught.value.code == "store/empty-passphrase"


def test_spaces_and_letters_of_any_script_stay() -> None:
    assert read_passphrase(given(" քար գետ \n".encode()), "") == " քար գետ "


@pytest.mark.parametrize("data", [b"", b"\n", b"\r\n"])
def test_nothing_is_no_passphrase(data: bytes) -> None:
    with pytest.raises(StillHereError) as caught:
        read_passphrase(given(data), "")
    assert caught.value.code == "store/empty-passphrase"


def test_what_is_not_text_is_refused_without_being_shown() -> None:
    with pytest.raises(StillHereError) as caught:
        read_passphrase(given(b"geheim\xff\n"), "")
    assert caught.value.code == "store/passphrase-unreadable"
    assert "geheim" not in str(caught.value)


def test_a_closed_descriptor_is_told() -> None:
    fd = given(b"x")
    os.close(fd)
    with pytest.raises(StillHereError) as caught:
        read_passphrase(fd, "")
    assert caught.value.code == "store/passphrase-unreadable"


def test_the_terminal_is_asked_with_the_prompt(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def answer(prompt: str) -> str:
        asked.append(prompt)
        return "typed"

    monkeypatch.setattr(getpass, "getpass", answer)
    assert read_passphrase(None, "Passphrase: ") == "typed"
    assert asked == ["Passphrase: "]


def test_without_a_terminal_nothing_is_asked_in_the_open(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def shows(_: str) -> str:
        warnings.warn("would be shown", getpass.GetPassWarning, stacklevel=1)
        return "seen by all"

    monkeypatch.setattr(getpass, "getpass", shows)
    with pytest.raises(StillHereError) as caught:
        read_passphrase(None, "")
    assert caught.value.code == "store/no-terminal"
