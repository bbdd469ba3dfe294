"""A map whose older versions stay readable, with a digest that follows small changes.

Keys fall into 4,096 buckets. A change copies the buckets it touches and shares the rest;
each bucket keeps the digests of its values and the map those of its buckets, so one
changed value costs one serialisation, one bucket and one hash over 64 kB.
"""

from collections.abc import Callable, ItemsView, Iterable, Iterator, Mapping, ValuesView
from collections.abc import Set as AbstractSet
from hashlib import blake2b
from itertools import chain, islice
from typing import Generic, NamedTuple, TypeVar

from stillhere.ledger.canonical import canonical_bytes

V = TypeVar("V")
K = TypeVar("K", bound=str)

_SIZE = 4096
_DIGEST_BYTES = 16
_NOTHING = bytes(_DIGEST_BYTES)
_ABSENT = object()
_UNSUMMED = bytes(_SIZE * _DIGEST_BYTES)


def by_hex(key: str) -> int:
    """Bucket of a key that is itself a digest in hexadecimal: its first digits."""
    return int(key[:3], 16)


def by_text(key: str) -> int:
    """Bucket of any other key: from a digest of it."""
    return int.from_bytes(blake2b(key.encode(), digest_size=2).digest()) % _SIZE


class _Bucket(Generic[V]):
    """Some values in key order, the digest of each and of all, taken when asked for."""

    __slots__ = ("_digest", "_leaves", "items")

    def __init__(self, items: dict[str, V], leaves: dict[str, bytes]) -> None:
        self.items = items
        self._leaves = leaves
        self._digest: bytes | None = None if items else _NOTHING

    def changed(self, put: Mapping[str, V], drop: Iterable[str]) -> "_Bucket[V]":
        items, leaves = self.items.copy(), self._leaves.copy()
        for key in drop:
            items.pop(key, None)
            leaves.pop(key, None)
        for key in put:
            leaves.pop(key, None)
        widened = any(key not in items for key in put)
        items.update(put)
        if widened:
            items = dict(sorted(items.items()))
        return _Bucket(items, leaves)

    def leaves(self) -> Iterator[bytes]:
        """Digests of the values in key order, all of them taken already."""
        return map(self._leaves.__getitem__, self.items)

    def summed(self, joined: bytes, number: int) -> None:
        """Take over the digest of this bucket, the `number`th, instead of taking it."""
        at = number * _DIGEST_BYTES
        self._digest = joined[at : at + _DIGEST_BYTES]

    @property
    def digest(self) -> bytes:
        if self._digest is None:
            leaves = self._leaves
            for key, value in self.items.items():
                if key not in leaves:
                    leaves[key] = _leaf(key, value)
            joined = b"".join(leaves[key] for key in self.items)
            self._digest = blake2b(joined, digest_size=_DIGEST_BYTES).digest()
        return self._digest


def _cut(keys: Iterable[str], leaves: bytes) -> dict[str, bytes]:
    starts = range(0, len(leaves), _DIGEST_BYTES)
    parts = (leaves[at : at + _DIGEST_BYTES] for at in starts)
    return dict(zip(keys, parts, strict=True))


def _leaf(key: str, value: object) -> bytes:
    text = key.encode() + b"\x1f" + canonical_bytes(value)
    return blake2b(text, digest_size=_DIGEST_BYTES).digest()


class Laid(NamedTuple, Generic[V]):
    """A map laid out flat, to be kept and made again without taking its digests anew.

    Attributes:
        values: By key, in the order of the buckets.
        counts: Number of values in each bucket.
        leaves: Digests of the values, joined, in the same order.
        joined: Digests of the buckets, joined.
    """

    values: dict[str, V]
    counts: list[int]
    leaves: bytes
    joined: bytes


class PersistentMap(Mapping[str, V]):
    """An immutable mapping of text to derived values, iterated in key order.

    Make one with `of`, a changed one with `changed`. Equal contents give equal digests
    whatever the way they came about.
    """

    __slots__ = ("_buckets", "_digest", "_len", "_spread", "_summed")

    def __init__(
        self,
        buckets: list[_Bucket[V]],
        length: int,
        spread: Callable[[str], int],
        summed: tuple[bytes, AbstractSet[int]],
    ) -> None:
        self._buckets = buckets
        self._len = length
        self._spread = spread
        self._digest: str | None = None
        self._summed = summed

    @classmethod
    def of(
        cls, items: Mapping[K, V], spread: Callable[[str], int] = by_text
    ) -> "PersistentMap[V]":
        """A map of these items.

        Args:
            items: Any order.
            spread: `by_hex` for keys that are digests, else `by_text`.
        """
        empty: _Bucket[V] = _Bucket({}, {})
        held: dict[int, dict[str, V]] = {}
        for key in sorted(items):
            held.setdefault(spread(key), {})[key] = items[key]
        buckets = [empty] * _SIZE
        for number, part in held.items():
            buckets[number] = _Bucket(part, {})
        return cls(buckets, len(items), spread, (_UNSUMMED, held.keys()))

    def changed(
        self, put: Mapping[K, V], drop: Iterable[str] = ()
    ) -> "PersistentMap[V]":
        """A map with `drop` taken out and then `put` set; this one stays as it is."""
        touched: dict[int, tuple[dict[str, V], list[str]]] = {}
        for key in drop:
            touched.setdefault(self._spread(key), ({}, []))[1].append(key)
        for key, value in put.items():
            touched.setdefault(self._spread(key), ({}, []))[0][key] = value
        if not touched:
            return self
        buckets = self._buckets.copy()
        length = self._len
        for number, (new, gone) in touched.items():
            old = buckets[number]
            buckets[number] = old.changed(new, gone)
            length += len(buckets[number].items) - len(old.items)
        joined, stale = self._summed
        return type(self)(
            buckets, length, self._spread, (joined, stale | touched.keys())
        )

    def set_many(self, put: Mapping[K, V]) -> "PersistentMap[V]":
        """A map that also holds these, in place of what had their keys."""
        return self.changed(put)

    def delete_many(self, drop: Iterable[str]) -> "PersistentMap[V]":
        """A map without these keys; keys it does not have are passed over."""
        return self.changed({}, drop)

    def laid(self) -> Laid[V]:
        """This map laid out flat, digests included."""
        joined = self._rejoined()
        return Laid(
            dict(chain.from_iterable(b.items.items() for b in self._buckets)),
            [len(b.items) for b in self._buckets],
            b"".join(chain.from_iterable(b.leaves() for b in self._buckets)),
            joined,
        )

    @classmethod
    def of_laid(
        cls, laid: Laid[V], spread: Callable[[str], int] = by_text
    ) -> "PersistentMap[V]":
        """The map that was laid out, its digests believed."""
        values = iter(laid.values.items())
        empty: _Bucket[V] = _Bucket({}, {})
        buckets = [empty] * _SIZE
        start = 0
        for number, count in enumerate(laid.counts):
            if count:
                items = dict(islice(values, count))
                end = start + count * _DIGEST_BYTES
                buckets[number] = _Bucket(items, _cut(items, laid.leaves[start:end]))
                buckets[number].summed(laid.joined, number)
                start = end
        return cls(buckets, len(laid.values), spread, (laid.joined, set()))

    @property
    def digest(self) -> str:
        """Hex digest over the bucket digests; taken once."""
        if self._digest is None:
            text = self._len.to_bytes(8) + self._rejoined()
            self._digest = blake2b(text, digest_size=_DIGEST_BYTES).hexdigest()
        return self._digest

    def _rejoined(self) -> bytes:
        """The bucket digests, brought up to date where buckets changed since.

        Both halves of the sum are replaced at once: another thread may make a changed
        map from this one meanwhile.
        """
        joined, stale = self._summed
        fresh = bytearray(joined)
        for number in stale:
            at = number * _DIGEST_BYTES
            fresh[at : at + _DIGEST_BYTES] = self._buckets[number].digest
        self._summed = (bytes(fresh), frozenset())
        return self._summed[0]

    def differing(self, other: "PersistentMap[V]") -> list[str]:
        """Keys whose values differ between the two maps, sorted; shared parts free."""
        keys: set[str] = set()
        for mine, theirs in zip(self._buckets, other._buckets, strict=True):  # noqa: SLF001 (own kind)
            if mine is theirs:
                continue
            for key in mine.items.keys() | theirs.items.keys():
                here = mine.items.get(key, _ABSENT)
                there = theirs.items.get(key, _ABSENT)
                if here is not there and here != there:
                    keys.add(key)
        return sorted(keys)

    def __getitem__(self, key: str) -> V:
        return self._buckets[self._spread(key)].items[key]

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and key in self._buckets[self._spread(key)].items

    def __len__(self) -> int:
        return self._len

    def __iter__(self) -> Iterator[str]:
        """Keys in order; nearly free where buckets already follow the key order."""
        return iter(sorted(chain.from_iterable(b.items for b in self._buckets)))

    def pairs(self) -> list[tuple[str, V]]:
        """Keys in order, each with its value."""
        return sorted(chain.from_iterable(b.items.items() for b in self._buckets))

    def items(self) -> ItemsView[str, V]:
        """As of any mapping, without looking each key up again."""
        return _Items(self)

    def values(self) -> ValuesView[V]:
        """As of any mapping, in key order."""
        return _Values(self)


class _Items(ItemsView[str, V]):
    _mapping: PersistentMap[V]

    def __iter__(self) -> Iterator[tuple[str, V]]:
        return iter(self._mapping.pairs())


class _Values(ValuesView[V]):
    _mapping: PersistentMap[V]

    def __iter__(self) -> Iterator[V]:
        return (value for _, value in self._mapping.pairs())
