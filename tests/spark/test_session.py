"""Data of people stays in: encrypted on disk, and nothing listens to other machines."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from stillhere.errors import StillHereError
from stillhere.identity import Index
from stillhere.identity.engines.engine import Engine, EngineName, engine_of
from stillhere.identity.engines.session import settled, started
from stillhere.identity.pairs import Entries
from stillhere.identity.world import World
from stillhere.reports.statements import PersonStatement
from tests.identity.made import PLACES, RULES, TRAITS, born, mention
from tests.spark.conftest import SETTINGS, SOCKETS

pytestmark = SOCKETS

LISTENS = "0A"
"""State of a socket in /proc that waits for others."""


def people(family: str) -> list[PersonStatement]:
    rows = [(source, n) for source in ("register", "arrivals") for n in range(40)]
    return [
        mention(source, n, "Arman", family=family, birth=born(1950, 1 + n % 12, 9))
        for source, n in rows
    ]


def index_of(mentions: list[PersonStatement], engine: Engine) -> World:
    return Index.build(mentions, TRAITS, [], RULES, PLACES, engine=engine).world


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("spark.io.encryption.enabled", "false"),
        ("spark.authenticate", "false"),
        ("spark.network.crypto.enabled", "false"),
        ("spark.ui.enabled", "true"),
        ("spark.eventLog.enabled", "true"),
        ("spark.authenticate.secret", "a word"),
        ("spark.driver.bindAddress", "0.0.0.0"),  # noqa: S104 (it is refused)
    ],
)
def test_settings_that_would_let_data_out_are_refused(name: str, value: str) -> None:
    with pytest.raises(StillHereError) as told:
        settled({name: value}, submitted=False)
    assert told.value.code == "identity/spark-unguarded"
    assert name in str(told.value)


def test_a_cluster_may_name_its_own_address() -> None:
    wanted = {"spark.master": "spark://head:7077", "spark.driver.host": "head"}
    given = settled(wanted, submitted=False)
    assert wanted.items() <= given.items()
    assert given["spark.authenticate"] == "true"
    assert "spark.master" not in settled({}, submitted=True)


def listening() -> Iterator[str]:
    """Addresses, as the system writes them, on which this process or a child listens."""
    held = set()
    for process in _family(os.getpid()):
        for file in Path(f"/proc/{process}/fd").glob("*"):
            held.add(str(file.readlink()) if file.is_symlink() else "")
    for table in ("tcp", "tcp6"):
        for line in Path(f"/proc/net/{table}").read_text("ascii").splitlines()[1:]:
            fields = line.split()
            if fields[3] == LISTENS and f"socket:[{fields[9]}]" in held:
                yield fields[1].partition(":")[0]


def _family(process: int) -> Iterator[int]:
    yield process
    for task in Path(f"/proc/{process}/task").glob("*/children"):
        for child in task.read_text("ascii").split():
            yield from _family(int(child))


def test_nothing_listens_to_other_machines(spark: Engine) -> None:
    session = started({**SETTINGS, **spark.settings})  # type: ignore[attr-defined]
    try:
        addresses = set(listening())
    finally:
        session.stop()
    here = "0100007F"
    assert addresses <= {here, f"0000000000000000FFFF0000{here}"}
    assert addresses


def test_names_on_their_way_between_tasks_are_encrypted(tmp_path: Path) -> None:
    plain = {
        "spark.local.dir": str(tmp_path),
        "spark.shuffle.compress": "false",
        "spark.broadcast.compress": "false",
    }
    spark = engine_of(EngineName.SPARK, {**SETTINGS, **plain})
    seen = set()

    class Watching:
        """Looks at the disk between the two stages."""

        def keyed(self, world: World) -> Entries:
            found = spark.keyed(world)
            for file in tmp_path.rglob("*"):
                if file.is_file() and file.stat().st_size:
                    seen.add(b"kanar" in file.read_bytes())
            return found

        companied = spark.companied

    index_of(people("Kanaryan"), Watching())
    assert seen == {False}


def test_spark_that_does_not_start_is_told_in_a_sentence() -> None:
    spark = engine_of(EngineName.SPARK, {"spark.master": "nowhere"})
    with pytest.raises(StillHereError) as told:
        index_of(people("Petrosyan"), spark)
    assert told.value.code == "identity/spark-failed"


def test_a_machine_with_another_program_stops_the_build(
    spark: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("stillhere.identity.engines.share.program", lambda: "other")
    with pytest.raises(StillHereError) as told:
        index_of(people("Petrosyan"), spark)
    assert told.value.code == "identity/spark-other-program"
