import subprocess
import sys

import pytest

import stillhere


@pytest.mark.parametrize("name", stillhere.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(stillhere, name) is not None


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'services'"):
        _ = stillhere.services


def test_importing_the_library_loads_no_room() -> None:
    code = "import sys, stillhere; print([m for m in sys.modules if 'stillhere.' in m])"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
