import sys

import pytest

from stillhere.errors import StillHereError
from stillhere.identity.engines.engine import EMBEDDED, EngineName, engine_of


def test_this_process_is_the_engine_that_needs_nothing() -> None:
    assert engine_of(EngineName.EMBEDDED) is EMBEDDED


def test_an_engine_that_is_not_installed_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "py4j.protocol", None)
    with pytest.raises(StillHereError) as told:
        engine_of(EngineName.SPARK)
    assert told.value.code == "identity/no-spark"
    assert "stillhere[spark]" in str(told.value)
