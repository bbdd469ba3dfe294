import json
import subprocess
import sys
from io import BytesIO, TextIOWrapper

import pytest

from stillhere.cli.comparing import WORDS
from stillhere.names import Meeting, same_name
from tests.cli.conftest import Said, Terminal

PAIRS = [
    ("Hagop Bedrosian", "Петросянц Акоп"),
    ("Gülnarə Həsənova", "Гюльнара Алиева"),
    ("فؤاد الخطيب", "Fouad al-Khatib"),
    ("", "Ivan"),
]


@pytest.fixture
def batch(stillhere: Terminal, monkeypatch: pytest.MonkeyPatch) -> "Batch":
    return Batch(stillhere, monkeypatch)


class Batch:
    """Runs a batch over what standard input is said to hold."""

    def __init__(self, run: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
        self._run = run
        self._monkeypatch = monkeypatch

    def __call__(self, text: str | bytes) -> Said:
        raw = text.encode() if isinstance(text, str) else text
        self._monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(raw)))
        return self._run("names", "compare", "--batch")


def decimals(said: Said) -> list[float]:
    return [float(line) for line in said.out.splitlines()]


def lines(pairs: list[tuple[str, str]]) -> str:
    return "".join(f"{a},{b}\n" for a, b in pairs)


def test_a_batch_gives_one_decimal_a_line(batch: Batch) -> None:
    said = batch(lines(PAIRS))
    assert decimals(said) == [same_name(a, b) for a, b in PAIRS]
    assert said.err == ""


@pytest.mark.parametrize("start", ["a,b\n", "a,b\r\n", "\ufeffa,b\n", "\ufeff"])
def test_a_header_and_a_mark_of_order_are_no_names(batch: Batch, start: str) -> None:
    assert decimals(batch(start + lines(PAIRS))) == [same_name(*p) for p in PAIRS]


def test_a_second_line_like_a_header_is_two_names(batch: Batch) -> None:
    assert len(decimals(batch("a,b\na,b\n"))) == 1


def test_cells_in_quotation_marks_may_hold_commas(batch: Batch) -> None:
    said = batch('"Sokolov, Ivan",Иван Соколов\r\n"Ivan ""Vanya"" Sokolov",x')
    assert decimals(said)[0] == same_name("Sokolov, Ivan", "Иван Соколов")
    assert len(decimals(said)) == 2


def test_a_line_that_holds_no_two_names_keeps_its_place(batch: Batch) -> None:
    said = batch('Ivan,Иван\nAnna\n\na,b,c\n"Ivan,Иван\nIvan,Иван\n')
    found = decimals(said)
    assert found[1:4] == [0, 0, 0]
    assert found[0] == found[5] > 0.9
    told = said.err.splitlines()
    assert len(told) == 3
    assert [n for n in (2, 3, 4) if f"Line {n} does not hold two cells" in told[n - 2]]


def test_of_many_lines_amiss_the_rest_is_counted(batch: Batch) -> None:
    said = batch("Anna\n" * 50)
    assert decimals(said) == [0] * 50
    assert said.err.count("cli/not-two-names") == 20
    assert "30 more lines" in said.err


def test_letters_that_are_not_utf_8_are_told_and_left_out(batch: Batch) -> None:
    said = batch(b"Iv\xffan,Ivan\n")
    assert decimals(said) == [same_name("Ivan", "Ivan")]
    assert said.sentence.startswith("cli/names-not-utf8: Line 1 ")


def test_nothing_in_gives_nothing_out(batch: Batch) -> None:
    assert batch("").out == ""


def test_a_batch_of_its_own_process_says_the_same() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "stillhere", "names", "compare", "--batch"],
        input=lines(PAIRS).encode(),
        capture_output=True,
        check=True,
    )
    assert [float(n) for n in done.stdout.split()] == [same_name(*p) for p in PAIRS]
    assert done.stderr == b""


def test_a_batch_loads_neither_the_command_line_nor_the_program() -> None:
    code = "import sys; from stillhere.cli import main; sys.argv[1:] = sys.argv[2:]; "
    code += "\ntry: main()\nexcept SystemExit: print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code, "-", "names", "compare", "--batch"],
        input=b"",
        capture_output=True,
        check=True,
    )
    loaded = done.stdout.decode().split()
    assert "stillhere.names" in loaded
    assert {"typer", "rich", "numpy", "stillhere.identity"}.isdisjoint(loaded)


def test_a_batch_does_not_take_names_besides(stillhere: Terminal) -> None:
    said = stillhere("names", "compare", "Ivan", "Anna", "--batch")
    assert (said.code, said.out) == (1, "")
    assert said.sentence.startswith("cli/usage")


def test_one_name_alone_cannot_be_compared(stillhere: Terminal) -> None:
    assert stillhere("names", "compare", "Ivan").sentence.startswith("cli/usage")


def test_two_names_come_with_the_reasons(stillhere: Terminal) -> None:
    pair = ("Hagop Bedrosian", "Петросянц Акоп Вартанович")
    shape = stillhere("names", "compare", *pair, "--json").json
    assert shape["probability"] == same_name(*pair)
    met = {
        (reason["left"] or {}).get("text"): (reason["right"]["roman"], reason["how"])
        for reason in shape["reasons"]
    }
    assert met == {
        "Hagop": ("akop", "known_spelling"),
        "Bedrosian": ("petrosyants", "known_spelling"),
        None: ("vartanovich", "father_left_out"),
    }
    json.dumps(shape)


def test_people_read_the_reasons_in_words(stillhere: Terminal) -> None:
    said = stillhere("names", "compare", "Sokolov I.", "Иван Соколов").out
    assert "one name" in said.splitlines()[0]
    assert "Соколов (sokolov)" in said
    assert WORDS[Meeting.INITIAL] in said


def test_every_meeting_has_its_words() -> None:
    assert set(WORDS) == set(Meeting)
