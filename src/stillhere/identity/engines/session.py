"""A session of Spark that keeps data of people in: encrypted, and on this machine alone.

What is written to disk for a moment (rows on their way between tasks) is encrypted with
a key that lives in memory; what goes over a wire is encrypted and only for who knows the
cluster's secret. The pages and logs of jobs that Spark can keep are off.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from pyspark import SparkConf
from pyspark.sql import SparkSession

from stillhere.errors import StillHereError
from stillhere.identity.engines.java import java_home, python, quiet

LOCAL = "local[*]"
_HERE = {"spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1"}
_GUARDED = {
    "spark.authenticate": "true",
    "spark.io.encryption.enabled": "true",
    "spark.network.crypto.enabled": "true",
    "spark.ui.enabled": "false",
    "spark.eventLog.enabled": "false",
}
_USUAL = {
    "spark.app.name": "stillhere",
    "spark.driver.maxResultSize": "0",
    "spark.io.encryption.keySizeBits": "256",
    "spark.sql.adaptive.coalescePartitions.enabled": "false",
    "spark.sql.shuffle.partitions": "8",
    "spark.ui.showConsoleProgress": "false",
}
_SECRETS = frozenset({"spark.authenticate.secret"})
"""Settings that every program of this machine would read from the command line."""

_SUBMITTED = "PYSPARK_GATEWAY_PORT"
"""Set where `spark-submit` started this program, with a master of its own."""


def started(settings: Mapping[str, str]) -> SparkSession:
    """A session with these settings, as far as they leave people's data guarded.

    Raises:
        StillHereError: `identity/spark-unguarded`.
        PySparkException: Spark or Java does not start.
    """
    conf = SparkConf(loadDefaults=False)
    submitted = _SUBMITTED in os.environ  # noqa: TID251 (how Spark tells its programs)
    for name, value in settled(settings, submitted=submitted).items():
        conf.set(name, value)
    with TemporaryDirectory() as folder, _surroundings(Path(folder), settings):
        logs = "spark.driver.extraJavaOptions"
        conf.set(logs, f"{settings.get(logs, '')} {quiet(Path(folder))}".strip())
        return SparkSession.builder.config(conf=conf).getOrCreate()


def settled(settings: Mapping[str, str], *, submitted: bool) -> dict[str, str]:
    """The settings Spark is given.

    Args:
        settings: What the person asked for.
        submitted: Whether the master was chosen before this program began.

    Raises:
        StillHereError: One of them would open what has to stay closed.
    """
    master = {} if submitted else {"spark.master": LOCAL}
    wanted = {**_USUAL, **master, **settings}
    local = wanted.get("spark.master", "").startswith("local")
    guarded = {**_GUARDED, **(_HERE if local else {})}
    open_ = [n for n, value in guarded.items() if wanted.get(n, value) != value]
    for name in (*open_, *(_SECRETS & wanted.keys())):
        raise StillHereError("identity/spark-unguarded", name=name)
    return {**wanted, **guarded}


@contextmanager
def _surroundings(folder: Path, settings: Mapping[str, str]) -> Iterator[None]:
    """Name the Java and the Python to start, where nobody has named others."""
    environment = os.environ  # noqa: TID251 (where Spark looks for both)
    wanted = {
        "JAVA_HOME": str(java_home(folder)),
        "PYSPARK_PYTHON": settings.get("spark.pyspark.python", python()),
    }
    ours = {name: value for name, value in wanted.items() if name not in environment}
    environment.update(ours)
    try:
        yield
    finally:
        for name in ours:
            del environment[name]


def partitions_of(session: SparkSession) -> int:
    """Into how many parts its work is cut."""
    return int(session.conf.get("spark.sql.shuffle.partitions") or 1)
