"""Find people by a name in any script and order, whole or begun, or by a number.

Every mention is looked at: the words of the question are compared with the vocabulary
once, then summed over the mentions as columns. Nothing is missed for want of a key.
"""

import re
from dataclasses import dataclass

import numpy as np
from rapidfuzz.distance import JaroWinkler
from rapidfuzz.process import cdist

from stillhere.identity import features as f
from stillhere.identity.clusters import MentionId
from stillhere.identity.growing import Array
from stillhere.identity.initials import initial_sounds
from stillhere.identity.slips import packed
from stillhere.identity.vocabulary import Vocabulary
from stillhere.identity.world import World
from stillhere.names import family_stem, fold, given_root, romanise

_NAME_COLUMNS = (f.GIVEN, f.FAMILY, f.MAIDEN, f.OTHER)
_LEAST = 780
"""Thousandths of likeness below which a word is no match."""
_WHOLE = 1000
_BEGUN, _NEARER = 985, 10
"""A word begun counts so much, and up to so much more the nearer it is to whole: less
than the whole word, more than nearly all that are only like it."""
_ENDINGS = {
    0x00: (("n", "n"), ("an", "an"), ("yan", "yan")),
    0x04: (("н", "n"), ("ян", "yan")),
    0x05: (("ն", "n"), ("ան", "an"), ("յան", "yan")),
}
"""By block of 256 letters (Latin, Cyrillic, Armenian): what completes -yan."""
_DIGITS = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Hit:
    """A mention that answers a question; likeness in thousandths, 1000 for all words."""

    mention: MentionId
    likeness: int


def search(world: World, text: str, limit: int = 20) -> list[Hit]:
    """Mentions that answer best, by likeness, then id; one for each cluster.

    Args:
        world: The index.
        text: A name in any script and order, with typing errors; its words may be begun
            only (two letters or more). Or a number.
        limit: At most so many.
    """
    if not len(world.slot_of):
        return []
    if _DIGITS.search(text):
        numbered = _by_number(world, text)
        if numbered:
            return numbered[:limit]
    words = [word for word in _WORD.findall(text) if fold(word)]
    if not words:
        return []
    total = np.zeros(world.alive.size, np.int32)
    for word in words:
        total += _likeness(world, word)
    total[~world.alive.view] = 0
    return _best(world, total // len(words), limit)


def _likeness(world: World, word: str) -> Array:
    """Thousandths by which each mention holds this word, in its best column."""
    folded = fold(word)
    value = _vocabulary_likeness(world.vocabulary, folded)
    if len(word) == 1:
        sounds = initial_sounds(romanise(word))
        value[world.vocabulary.stands.view & sounds != 0] = 850
    else:
        _begin(value, world.vocabulary.texts.view, _beginnings(word, folded))
    tokens = world.features.tokens.view
    best = np.zeros(len(tokens), np.int32)
    for column in _NAME_COLUMNS:
        np.maximum(best, value[tokens[:, column]], out=best)
    # The father's name answers too, but after those who bear the name themselves.
    np.maximum(best, value[tokens[:, f.PATRONYMIC]] * 9 // 10, out=best)
    return best


def _vocabulary_likeness(vocabulary: Vocabulary, word: str) -> Array:
    texts = vocabulary.texts.view
    likeness = cdist(
        [word], texts, scorer=JaroWinkler.similarity, dtype=np.float64, workers=1
    )[0]
    value = np.floor(likeness * 1000 + 0.5).astype(np.int32)
    kin = {family_stem(word), given_root(word)}
    for relative in sorted(kin):
        number = vocabulary.numbers.get(relative)
        if number is not None:
            related = (vocabulary.stem.view == number) | (
                vocabulary.root.view == number
            )
            value[related] = np.maximum(value[related], 960)
    value[value < _LEAST] = 0
    value[0] = 0
    likely: Array = value
    return likely


def _begin(value: Array, texts: Array, beginnings: tuple[str, ...]) -> None:
    """Let words that begin so count, the shorter ones more."""
    for number, text in enumerate(texts):
        if value[number] < _WHOLE and text.startswith(beginnings):
            begun = _BEGUN + _NEARER * len(beginnings[0]) // len(text)
            value[number] = max(value[number], min(begun, _WHOLE - 1))


def _beginnings(word: str, folded: str) -> tuple[str, ...]:
    """How a word may begin of which this much is typed.

    The ending -yan folds otherwise while it is incomplete, so it is completed first.
    """
    found = {folded: None}
    for ending, romanised in _ENDINGS.get(ord(word[-1]) >> 8, ()):
        whole = fold(word + ending)
        if whole.endswith(romanised):
            found[whole.removesuffix(romanised)] = None
    return tuple(beginning for beginning in found if len(beginning) >= len(folded))


def _by_number(world: World, text: str) -> list[Hit]:
    plain = "".join(c for c in text.upper() if c.isalnum())
    columns = world.features.wide.view
    hits = np.zeros(world.alive.size, np.bool_)
    for held, places in (
        (packed, (f.DOC_A, f.DOC_B)),
        (f.phone_hash, (f.PHONE_A, f.PHONE_B)),
    ):
        for form in {plain, plain.lstrip("0"), _international(plain)}:
            mark = np.uint64(held(form))
            for place in places:
                hits |= columns[:, place] == mark
    slots = np.flatnonzero(hits & world.alive.view)
    return [Hit(m, 1000) for m in sorted(world.id_of(int(slot)) for slot in slots)]


def _international(number: str) -> str:
    return f"374{number[1:]}" if number.startswith("0") else number


def _best(world: World, total: Array, limit: int) -> list[Hit]:
    """The best mentions, one for each cluster."""
    wanted = min(len(total), 8 * limit)
    edge = np.partition(total, len(total) - wanted)[len(total) - wanted]
    slots = np.flatnonzero(total >= max(int(edge), _LEAST // 2))
    ids = world.features.wide.view[slots]
    slots = slots[np.lexsort((ids[:, f.ID_LOW], ids[:, f.ID_HIGH], -total[slots]))]
    _, first = np.unique(world.cluster.view[slots], return_index=True)
    chosen = slots[np.sort(first)[:limit]]
    return [Hit(world.id_of(int(slot)), int(total[slot])) for slot in chosen]
