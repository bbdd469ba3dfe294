"""Spark on this machine; `make test-spark` brings what it needs, other runs leave it out.

Java is started once for all of these tests: a session that is stopped leaves it running.
"""

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from stillhere.identity.engines.engine import Engine, EngineName, engine_of

SETTINGS = {"spark.master": "local[2]", "spark.sql.shuffle.partitions": "2"}

SOCKETS = pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")
"""Spark leaves closing some of its own to the garbage collector."""

if find_spec("pyspark") is None:
    collect_ignore_glob = ["test_*.py"]


@pytest.fixture
def spark(tmp_path: Path) -> Iterator[Engine]:
    """The engine, with a folder of its own for what it puts on disk."""
    local = {"spark.local.dir": str(tmp_path / "local")}
    engine = engine_of(EngineName.SPARK, {**SETTINGS, **local})
    yield engine
    engine.stop()  # type: ignore[attr-defined]
