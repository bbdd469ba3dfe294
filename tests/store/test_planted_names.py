"""Ten thousand planted names are in no file, at no moment, in no encoding."""

import logging
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from stillhere.reports import EXERCISE_KEY, Report
from stillhere.store import Snapshot, Store, restore
from tests.store.looking import ENCODINGS, Finder
from tests.store.made import PASSPHRASE, erasure, lines, name, row, seeded


@pytest.fixture
def watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for the store, with every temporary folder inside it."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    for variable in ("TMPDIR", "SQLITE_TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(variable, str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return tmp_path


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("shift", range(9))
def test_the_finder_finds_what_is_there(encoding: str, shift: int) -> None:
    names = [name(seeded(n)) for n in range(200)]
    noise = seeded(0).randbytes(3000)
    data = noise[: 1000 + shift] + names[77].encode(encoding) + noise
    assert Finder(names).find(data) == [names[77].encode(encoding)]
    assert Finder(names).find(noise) == []


def test_the_finder_looks_into_every_file(tmp_path: Path) -> None:
    planted = name(seeded(1))
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "x-wal").write_text(f"a note on {planted}", encoding="utf-8")
    with pytest.raises(AssertionError, match="x-wal"):
        Finder([planted]).look_through(tmp_path)


@pytest.mark.proof
def test_planted_names_are_found_nowhere(
    watched: Path,
    whole: bool,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG)
    monkeypatch.setattr("stillhere.store.append._CHUNK", 20)
    count = 10_000 if whole else 500
    random = seeded(10_000)
    names = [f"{name(random)} {name(random)}" for _ in range(count)]
    finder = Finder(names)
    reports = [row(n, Name=planted) for n, planted in enumerate(names)]

    def watching() -> Iterator[Report]:
        for number, report in enumerate(reports):
            yield report
            if number % (count // 3) == count // 4:
                sizes.append(finder.look_through(watched))

    sizes: list[dict[str, int]] = []
    path = watched / "town.store"
    with Store.create(path, PASSPHRASE, EXERCISE_KEY) as store:
        # A small cache makes the library write pages before the batch is whole.
        store._connection.execute("PRAGMA cache_size = 10")
        store.append(watching(), lines(reports, f"{names[0]}.csv"))
        sizes.append(finder.look_through(watched))
        store.save_snapshot(Snapshot("r", "p", 1, "\n".join(names).encode()))
        sizes.append(finder.look_through(watched))
        store.erase(erasure(*reports[:: count // 100]))
        sizes.append(finder.look_through(watched))
        backup = store.backup(watched / "stick")
        sizes.append(finder.look_through(watched))
        restore(backup, watched / "back.store", PASSPHRASE)
        assert store.check().findings == ()
        assert len(list(store.reports())) == count + 1
        sizes.append(finder.look_through(watched))
    sizes.append(finder.look_through(watched))

    assert sizes[0]["town.store-wal"] > 0
    assert sizes[-1]["town.store"] > 100 * count
    said = capfd.readouterr()
    assert finder.find((caplog.text + said.out + said.err).encode()) == []
