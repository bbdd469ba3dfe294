from pathlib import Path

from stillhere.store import Store
from stillhere.store.check import Checked
from tests.store.made import PASSPHRASE, erasure, lines, row, rows
from tests.store.places import Place


def codes(checked: Checked) -> set[str]:
    return {finding.code for finding in checked.findings}


def test_a_sound_store_has_no_finding(store: Store) -> None:
    store.append(rows(0, 50), lines(rows(0, 50)))
    store.append([erasure(row(4), row(5))])
    found = store.check()
    assert found == Checked(51, 2, store.digest(), ())


def test_a_report_altered_behind_the_store_is_found(store: Store, place: Place) -> None:
    store.append(rows(0, 5))
    place.unguard(store, "bodies")
    store._connection.execute('UPDATE bodies SET body = \'{"a":"b"}\' WHERE seq = 3')
    found = store.check().findings
    assert [f.code for f in found] == ["store/report-altered"]
    assert row(2).id in found[0].sentence


def test_a_body_lost_behind_the_store_is_found(store: Store, place: Place) -> None:
    store.append(rows(0, 5))
    place.unguard(store, "bodies")
    store._connection.execute("DELETE FROM bodies WHERE seq = 3")
    assert "store/body-missing" in codes(store.check())


def test_text_back_in_an_erased_report_is_found(store: Store, place: Place) -> None:
    store.append(rows(0, 5))
    store.append([erasure(row(2))])
    place.unguard(store, "bodies")
    store._connection.execute("UPDATE bodies SET body = 'again' WHERE seq = 3")
    assert codes(store.check()) == {"store/erased-not-empty"}


def test_spoiled_pages_are_findings_not_exceptions(
    file_store: Store, path: Path
) -> None:
    file_store.append(rows(0, 400))
    file_store.close()
    spoiled = bytearray(path.read_bytes())
    for page in range(20, len(spoiled) // 4096):
        spoiled[page * 4096 + 9] ^= 1
    path.write_bytes(bytes(spoiled))
    with Store.open(path, PASSPHRASE) as opened:
        assert codes(opened.check()) == {"store/page-damaged"}
