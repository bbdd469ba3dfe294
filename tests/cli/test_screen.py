import pytest

from stillhere.cli.progress import QUIET_S, Steps, steps
from stillhere.cli.screen import complain, plain, table, told
from stillhere.errors import Finding, StillHereError


def test_a_text_cannot_steer_the_terminal() -> None:
    assert plain("a\x1b[2Jb\x07c") == "a [2Jb c"


def test_an_error_stays_on_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    complain(StillHereError("store/not-found", path="a\nb\x1b[0m" + "x" * 300))
    err = capsys.readouterr().err
    assert len(err.splitlines()) == 1
    assert err.startswith("store/not-found: There is no store at a b [0mxxx")


def test_a_table_lays_texts_out_and_reads_none_as_markup(
    capsys: pytest.CaptureFixture[str],
) -> None:
    table(("#n", "name"), [("7", "[red]Anna[/red]"), ("12", "Արամ")])
    lines = capsys.readouterr().out.splitlines()
    assert lines == [" n  name", " 7  [red]Anna[/red]", "12  Արամ"]


def test_a_name_of_a_file_is_not_broken(capsys: pytest.CaptureFixture[str]) -> None:
    row = ("word " * 30, "tracing/requests-ru.csv row 2", "word " * 30)
    table(("a", "b", "c"), [row])
    assert "tracing/requests-ru.csv" in capsys.readouterr().out


def test_of_many_findings_some_are_told_and_the_rest_counted(
    capsys: pytest.CaptureFixture[str],
) -> None:
    told(Finding.of("intake/row-totals", row=n, file="a.csv") for n in range(20))
    out = capsys.readouterr().out
    assert out.count("(intake/row-totals)") == 8
    assert "and 12 more of this sort." in out


def test_short_commands_show_no_progress(capsys: pytest.CaptureFixture[str]) -> None:
    with steps() as shown:
        shown.tell("reading", 0.5)
    assert capsys.readouterr().err == ""
    assert list(shown.seconds) == ["reading"]


def test_long_commands_tell_each_stage_once_in_a_while(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter([0.0, 0.0, QUIET_S, 3.0, 8.0, 9.0])
    monkeypatch.setattr("time.monotonic", lambda: next(clock))
    shown = Steps(None, eager=False)
    for stage, share in (("a", 0.0), ("b", 0.0), ("b", 0.3), ("b", 0.6)):
        shown.tell(stage, share)
    shown.close()
    told_lines = capsys.readouterr().err.splitlines()
    assert told_lines == ["[  2.0 s] b", "[  8.0 s] b 60%"]
    assert shown.seconds == {"a": 2.0, "b": 7.0}
