import json
from pathlib import Path

from stillhere.store import Store
from tests.cli.conftest import PASSPHRASE, Terminal

BUS = "Seat,Name,Year of birth\n1,Anna Abrahamyan,1950\n2,Aram Balayan,1961\n"


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


def test_a_folder_is_the_same_picture_backwards(
    stillhere: Terminal, town: Path
) -> None:
    said = stillhere("check", town, "--json")
    assert said.code == 0
    assert said.json["sound"]
    assert said.json["compared"]
    assert said.json["picture"] == said.json["picture_built_anew"]


def test_a_store_is_compared_with_the_picture_it_keeps(
    stillhere: Terminal, store: Path, tmp_path: Path
) -> None:
    before = stillhere.unlocked("check", store, "--json")
    assert (before.code, before.json["compared"]) == (0, False)
    built = stillhere.unlocked("build", store, "--json").json
    after = stillhere.unlocked("check", store, "--json")
    assert (after.code, after.json["compared"]) == (0, True)
    assert after.json["picture_built_anew"] == built["picture"]
    bus = tmp_path / "bus.csv"
    bus.write_text(BUS)
    stillhere.unlocked("read", store, bus)
    older = stillhere.unlocked("check", store, "--json")
    assert older.code == 0
    assert [f["code"] for f in older.json["findings"]] == ["cli/picture-older"]


def test_a_picture_that_differs_is_found(stillhere: Terminal, store: Path) -> None:
    stillhere.unlocked("build", store)
    with Store.open(store, PASSPHRASE) as opened:
        kept = json.loads(opened.recall("picture") or "{}")
        kept["digest"] = "0" * 32
        opened.remember("picture", json.dumps(kept))
    said = stillhere.unlocked("check", store, "--json")
    assert said.code == 1
    assert [f["code"] for f in said.json["findings"]] == ["cli/picture-differs"]


def test_other_rules_are_said_and_not_compared(
    stillhere: Terminal, store: Path
) -> None:
    stillhere.unlocked("build", store)
    with Store.open(store, PASSPHRASE) as opened:
        kept = json.loads(opened.recall("picture") or "{}")
        opened.remember("picture", json.dumps({**kept, "rules": "0" * 32}))
    said = stillhere.unlocked("check", store)
    assert said.code == 0
    assert "cli/rules-differ" in said.out
    assert "All that was compared agrees." in said.out


def test_a_damaged_page_is_found(stillhere: Terminal, store: Path) -> None:
    whole = bytearray(store.read_bytes())
    whole[len(whole) // 2] ^= 255
    store.write_bytes(bytes(whole))
    said = stillhere.unlocked("check", store, "--json")
    assert said.code == 1


def test_the_index_is_kept_in_the_store(stillhere: Terminal, store: Path) -> None:
    built = stillhere.unlocked("build", store, "--json").json
    with Store.open(store, PASSPHRASE) as opened:
        snapshot = opened.load_snapshot(built["rules"])
    assert snapshot is not None
    assert snapshot.picture == built["picture"]
    assert len(snapshot.data) > 1000
