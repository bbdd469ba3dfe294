import json
from pathlib import Path

from stillhere.intake.tables import world_of
from stillhere.pipeline import Rules, from_bytes
from stillhere.store import Store
from tests.cli.conftest import PASSPHRASE, Terminal


def test_a_picture_is_told_by_its_digest(stillhere: Terminal, town: Path) -> None:
    said = stillhere("build", town)
    assert said.code == 0
    assert f"picture {stillhere('build', town, '--json').json['picture']}" in said.out


def test_the_ledger_is_written_whole(
    stillhere: Terminal, town: Path, tmp_path: Path
) -> None:
    said = stillhere("build", town, "--out", tmp_path / "ledger", "--json").json
    names = {path.name for path in (tmp_path / "ledger").iterdir()}
    assert {"ledger.json", "ledger.xlsx", "people.csv"} <= names
    assert len(said["written"]) == len(names)
    whole = json.loads((tmp_path / "ledger/ledger.json").read_text("utf-8"))
    assert whole["picture"] == said["picture"]
    assert len(whole["people"]) == said["people"]


def test_files_are_for_their_owner_alone(
    stillhere: Terminal, town: Path, tmp_path: Path
) -> None:
    stillhere("build", town, "--out", tmp_path / "ledger")
    modes = {path.stat().st_mode & 0o077 for path in (tmp_path / "ledger").iterdir()}
    assert modes == {0}


def test_the_picture_is_kept_in_the_store(stillhere: Terminal, store: Path) -> None:
    built = stillhere.unlocked("build", store, "--json").json
    with Store.open(store, PASSPHRASE) as opened:
        snapshot = opened.load_snapshot(built["rules"])
        world = world_of(opened.decisions(), opened.operation_key, built["as_of"])
        position = opened.position
    assert snapshot is not None
    assert snapshot.picture == built["picture"]
    assert snapshot.position == position
    back = from_bytes(snapshot.data, Rules.of_world(world))
    assert back.digest == built["picture"]
