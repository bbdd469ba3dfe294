from pathlib import Path

import pytest

from stillhere.cli import keeping
from stillhere.reports import EXERCISE_KEY, make_report
from stillhere.store import Store
from stillhere.vocabulary import ReportKind
from tests.cli.conftest import PASSPHRASE, Terminal


def test_a_store_is_made_with_a_key_of_its_own(
    stillhere: Terminal, tmp_path: Path
) -> None:
    one, other, key = tmp_path / "a.db", tmp_path / "b.db", tmp_path / "op.key"
    assert stillhere.unlocked("init", one, "--new-key", key).code == 0
    assert key.stat().st_mode & 0o077 == 0
    assert stillhere.unlocked("init", other, "--key", key).code == 0
    bus = tmp_path / "bus.csv"
    bus.write_text("Name,Year of birth\nAnna Abrahamyan,1950\nAram Balayan,1961\n")
    digests = set()
    for store in (one, other):
        stillhere.unlocked("read", store, bus)
        checked = stillhere.unlocked("check", store, "--json").json
        digests.add(checked["digest_of_reports"])
    assert len(digests) == 1


def test_a_key_has_to_be_chosen(stillhere: Terminal, tmp_path: Path) -> None:
    for words in ((), ("--exercise", "--new-key", tmp_path / "k")):
        said = stillhere.unlocked("init", tmp_path / "a.db", *words)
        assert said.code == 1
        assert said.sentence.startswith("cli/key-not-chosen: ")
    assert list(tmp_path.iterdir()) == []


def test_a_store_is_never_written_over(stillhere: Terminal, store: Path) -> None:
    before = store.read_bytes()
    said = stillhere.unlocked("init", store, "--exercise")
    assert said.sentence.startswith("store/exists: ")
    assert store.read_bytes() == before


def test_the_passphrase_is_typed_twice(
    stillhere: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = iter(["one", "two"])
    monkeypatch.setattr(keeping, "read_passphrase", lambda _fd, _prompt: next(typed))
    said = stillhere("init", tmp_path / "a.db", "--exercise")
    assert said.code == 1
    assert said.sentence.startswith("cli/passphrases-differ: ")
    assert list(tmp_path.iterdir()) == []


def test_a_backup_comes_back_with_an_equal_digest(
    stillhere: Terminal, store: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    away = stillhere.unlocked("backup", store, stick)
    assert away.sentence.startswith("cli/no-such-folder: ")
    assert not stick.exists()
    stick.mkdir()
    made = stillhere.unlocked("backup", store, stick, "--json").json
    back = tmp_path / "back.db"
    restored = stillhere.unlocked("restore", made["backup"], back, "--json").json
    assert restored["digest"] == made["digest"]
    assert restored["reports"] == made["reports"]
    wrong = stillhere.unlocked(
        "restore",
        made["backup"],
        tmp_path / "c.db",
        passphrase=f"{PASSPHRASE}!",
    )
    assert wrong.sentence.startswith("store/wrong-passphrase: ")
    over = stillhere.unlocked("restore", made["backup"], back)
    assert over.sentence.startswith("store/exists: ")


def test_an_import_is_taken_back_and_that_too(stillhere: Terminal, store: Path) -> None:
    before = stillhere.unlocked("build", store, "--json").json
    words = ("withdraw", store, "--source", "register.xlsx", "--why", "wrong town")
    taken = stillhere.unlocked(*words, "--json").json
    without = stillhere.unlocked("build", store, "--json").json
    assert without["people"] < before["people"]
    said = stillhere.unlocked("withdraw", store, "--report", taken["withdrawal"])
    assert said.code == 0
    again = stillhere.unlocked("build", store, "--json").json
    assert again["people"] == before["people"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), "cli/usage"),
        (("--source", "a", "--report", "b"), "cli/usage"),
        (("--source", "no such list"), "cli/no-such-source"),
        (("--report", "zz"), "cli/no-such-report"),
    ],
)
def test_what_is_not_there_is_not_taken_back(
    stillhere: Terminal, store: Path, words: tuple[str, ...], code: str
) -> None:
    said = stillhere.unlocked("withdraw", store, *words)
    assert said.code == 1
    assert said.sentence.startswith(f"{code}: ")


def test_a_short_passphrase_makes_no_store(stillhere: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "own.db"
    said = stillhere.unlocked("init", path, "--exercise", passphrase="a")  # noqa: S106 (short)
    assert said.sentence.startswith("cli/passphrase-short: ")
    assert not path.exists()


def test_a_store_on_a_server_is_backed_up_under_a_passphrase_of_its_own(
    stillhere: Terminal, postgres_url: str, tmp_path: Path
) -> None:
    report = make_report(EXERCISE_KEY, ReportKind.CALL, "hotline", {"note": "a call"})
    with Store.create_at(postgres_url, EXERCISE_KEY, operation="town") as store:
        store.append([report])
        digest = store.digest()
    done = stillhere.unlocked("backup", postgres_url, tmp_path, "--json")
    assert done.json["digest"] == digest
    target = tmp_path / "brought.db"
    back = stillhere.unlocked("restore", done.json["backup"], target, "--json")
    assert back.json["digest"] == digest
