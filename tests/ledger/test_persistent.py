from hypothesis import given
from hypothesis import strategies as st

from stillhere.ledger import PersistentMap
from stillhere.ledger.persistent import by_hex, by_text

keys = st.integers(0, 40).map(lambda n: f"{n * 104729:032x}")
maps = st.dictionaries(keys, st.integers())


@given(first=maps, put=maps, drop=st.lists(keys))
def test_a_changed_map_is_that_of_its_contents(
    first: dict[str, int], put: dict[str, int], drop: list[str]
) -> None:
    changed = PersistentMap.of(first, by_hex).changed(put, drop)
    left = {k: v for k, v in first.items() if k not in drop} | put
    anew = PersistentMap.of(left, by_hex)
    assert dict(changed) == left
    assert len(changed) == len(left)
    assert list(changed) == sorted(left)
    assert changed.digest == anew.digest


@given(first=maps, put=maps)
def test_the_older_map_stays_as_it_was(
    first: dict[str, int], put: dict[str, int]
) -> None:
    older = PersistentMap.of(first)
    digest = older.digest
    older.set_many(put).delete_many(first)
    assert dict(older) == first
    assert older.digest == digest


@given(first=maps, second=maps)
def test_differing_names_exactly_the_keys_that_differ(
    first: dict[str, int], second: dict[str, int]
) -> None:
    one, two = PersistentMap.of(first), PersistentMap.of(second)
    everywhere = first.keys() | second.keys()
    assert one.differing(two) == sorted(
        k for k in everywhere if first.get(k) != second.get(k)
    )


@given(one=maps, two=maps)
def test_equal_digests_mean_equal_contents(
    one: dict[str, int], two: dict[str, int]
) -> None:
    same = PersistentMap.of(one).digest == PersistentMap.of(two).digest
    assert same == (one == two)


def test_the_digest_knows_keys_from_values() -> None:
    assert PersistentMap.of({"a": "b"}).digest != PersistentMap.of({"b": "a"}).digest


def test_a_digest_taken_late_equals_one_taken_after_every_change() -> None:
    early: PersistentMap[int] = PersistentMap.of({}, by_text)
    late = early
    for number in range(300):
        put = {f"key {number % 90}": number}
        drop = [f"key {number % 7}"]
        early, late = early.changed(put, drop), late.changed(put, drop)
        assert early.digest
    assert early.digest == late.digest


def test_a_change_of_nothing_is_the_same_map() -> None:
    known = PersistentMap.of({"a": 1})
    assert known.changed({}) is known


def test_a_key_that_is_not_there_is_not_there() -> None:
    known = PersistentMap.of({"a": 1})
    assert "b" not in known
    other: object = 7
    assert other not in known
    assert known.get("b") is None


@given(st.dictionaries(st.text(max_size=3), st.integers()), st.text(max_size=3))
def test_a_map_laid_out_is_made_again_with_its_digests(
    items: dict[str, int], key: str
) -> None:
    whole = PersistentMap.of(items)
    again = PersistentMap.of_laid(whole.laid())
    assert list(again.items()) == list(whole.items())
    assert again.digest == whole.digest
    assert again.laid() == whole.laid()
    assert again.changed({key: 7}).digest == whole.changed({key: 7}).digest
    assert (
        again.changed({}, [key]).digest
        == PersistentMap.of({k: v for k, v in items.items() if k != key}).digest
    )
