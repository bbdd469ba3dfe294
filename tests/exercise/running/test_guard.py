import os
from collections.abc import Callable
from pathlib import Path

import pytest

from stillhere.exercise.running import guard
from stillhere.exercise.running.guard import SealedError, file_ids

Hear = Callable[..., None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A program whose folder holds a world, as when somebody works in one folder."""
    for name in ("program/code.py", "lists/register.csv", "truth/persons.csv"):
        path = tmp_path / "own" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("1", encoding="utf-8")
    (tmp_path / "other").mkdir()
    return tmp_path / "own"


@pytest.fixture
def hear(folder: Path) -> Hear:
    """The hook as it would be set, without setting it for this process."""
    world = file_ids((folder / "lists", folder / "truth"))
    hook = guard._hook((str(folder),), world)
    return lambda event, *arguments: hook(event, arguments)


def test_the_program_may_be_read(folder: Path, hear: Hear) -> None:
    hear("open", str(folder / "program" / "code.py"), "r", os.O_RDONLY)
    hear("os.listdir", str(folder / "program"))
    hear("open", str(folder / "program" / "not-there.py"), "r", os.O_RDONLY)
    hear("open", 5, "r", os.O_RDONLY)
    hear("import", "stillhere.plan", None, None, None, None)


@pytest.mark.parametrize(
    "path",
    [
        "{own}/lists/register.csv",
        "{own}/truth/persons.csv",
        "{own}/truth",
        "{own}/program/../truth/persons.csv",
        "{own}/program/../../other",
        "{own}/not-there/../truth/persons.csv",
        "{own}/../other",
        "{own}x/code.py",
        "truth/persons.csv",
        "/",
        "",
    ],
)
def test_nothing_else_may_be_read_or_listed(
    folder: Path, hear: Hear, path: str
) -> None:
    for event, *more in (("open", "r", os.O_RDONLY), ("os.listdir",), ("os.scandir",)):
        with pytest.raises(SealedError, match=event):
            hear(event, path.format(own=folder), *more)


def test_bytes_and_the_folder_one_is_in_are_not_read(folder: Path, hear: Hear) -> None:
    for path in (os.fsencode(folder / "program" / "code.py"), None):
        with pytest.raises(SealedError):
            hear("open", path, "r", os.O_RDONLY)


def test_links_lead_nowhere(folder: Path, hear: Hear) -> None:
    program, truth = folder / "program", folder / "truth"
    (program / "soft").symlink_to(truth)
    (program / "hard.csv").hardlink_to(truth / "persons.csv")
    for path in (program / "soft" / "persons.csv", program / "hard.csv"):
        with pytest.raises(SealedError):
            hear("open", str(path), "r", os.O_RDONLY)


@pytest.mark.parametrize(
    "flags", [os.O_WRONLY, os.O_RDWR, os.O_CREAT | os.O_WRONLY, os.O_TRUNC]
)
def test_nothing_is_written_even_beside_the_program(
    folder: Path, hear: Hear, flags: int
) -> None:
    with pytest.raises(SealedError):
        hear("open", str(folder / "program" / "code.py"), None, flags)


@pytest.mark.parametrize(
    "event",
    [
        *("os.system", "os.fork", "os.chdir", "os.link", "os.rename", "os.remove"),
        *("subprocess.Popen", "socket.connect", "ctypes.dlopen", "ctypes.dlsym"),
        *("gc.get_objects", "gc.get_referrers", "sqlite3.connect", "shutil.copyfile"),
    ],
)
def test_nothing_is_started_moved_or_connected(hear: Hear, event: str) -> None:
    with pytest.raises(SealedError, match=event):
        hear(event, "anything")
