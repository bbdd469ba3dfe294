import errno
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from stillhere.errors import StillHereError
from stillhere.store.faults import told


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "store/disk-full"),
        (errno.EROFS, "store/read-only"),
        (errno.EACCES, "store/read-only"),
        (errno.EEXIST, "store/exists"),
        (errno.EIO, "store/disk-failed"),
    ],
)
def test_what_the_disk_says_becomes_a_sentence(number: int, code: str) -> None:
    with pytest.raises(StillHereError) as caught, told(Path("town.store")):
        raise OSError(number, "said by the system")
    assert caught.value.code == code
    assert "town.store" in str(caught.value)


def test_mistakes_of_the_program_pass_unchanged() -> None:
    connection = dbapi2.connect(":memory:")
    with pytest.raises(dbapi2.OperationalError), told(Path("town.store")):
        connection.execute("SELECT nothing FROM nowhere")
    connection.close()
    with pytest.raises(ZeroDivisionError), told(Path("town.store")):
        _ = 1 // 0


def test_a_sentence_already_found_is_kept() -> None:
    first = StillHereError("store/exists", path="inner")
    with pytest.raises(StillHereError, match="inner"), told(Path("outer")):
        raise first
