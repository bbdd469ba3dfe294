import json
from pathlib import Path

from stillhere.store import Store
from tests.cli.conftest import PASSPHRASE, Terminal

BUS = "Seat,Name,Year of birth\n1,Anna Abrahamyan,1950\n2,Aram Balayan,1961\n"


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
