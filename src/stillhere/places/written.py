"""A place as somebody wrote it: its parts, the districts named in it, its case forms."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from stillhere.places.keys import joined_fold, name_words, plain_words, words

_BREAK: Final = re.compile(r"[,;()\n/]|\s[-–—]\s")
_SHORT_DISTRICT: Final = re.compile(r"\b(?:р-н|r-n)\w{0,4}")
_AREA_WORDS: Final = words(
    """
    район района районе районы рн область области обл провинция
    շրջան շրջանի շրջանում շրջ մարզ մարզի մարզում
    rayon rayonu rayonun rayonunun rayonunda rayonundan
    district districts dist region province county raion marz
    """
)
_VILLAGE_WORDS: Final = words(
    """
    с село села селе сел дер деревня деревни деревне գ գյուղ գյուղը գյուղի գյուղում
    գյուղից kənd kəndi kəndin kəndinin kəndində kəndindən kend v vil village hamlet
    """
)
_NEAR_WORDS: Final = words(
    "near возле около рядом вблизи մոտ մոտակայքում yaxın yaxınlığında"
)
_ADJECTIVE: Final = re.compile(
    r"(?:инского|инский|инском|ского|ский|ском|ская|ской|цкого|цкий)$"
)
_VOWELS: Final = "aeiouy"
_LEAST_STEM: Final = 4
_CASE_ENDS: Final = (
    *("ом", "ем", "ой", "ей", "ою", "а", "у", "е", "ы", "и", "ю", "я"),
    *("ուց", "ից", "ում", "ով", "ին", "ի", "ը", "ն", "ու"),
    *("ndan", "ndən", "nın", "nin", "nun", "nün", "nda", "ndə"),
    *("dan", "dən", "tan", "tən", "da", "də", "ta", "tə", "ın", "in", "un", "ün"),
    *("ya", "yə", "na", "nə", "a", "ə", "ı", "i", "u", "ü"),
)
"""Endings of case: Russian; Armenian; Azerbaijani. Longer before shorter."""


@dataclass(frozen=True, slots=True)
class WrittenParts:
    """A text cut where commas, brackets and words for a district cut it.

    Attributes:
        names: Parts that may be the place, in lower case, in their order.
        villages: Those of them that call themselves a village.
        areas: Keys of each district named around it, as `area_stems` gives them.
        aside: Whether it says only that somebody is near the place.
    """

    names: tuple[str, ...]
    villages: tuple[str, ...]
    areas: tuple[frozenset[str], ...]
    aside: bool

    @property
    def cut(self) -> bool:
        """Whether there is more in the text than one name."""
        return len(self.names) > 1 or bool(self.areas)


def written_parts(text: str) -> WrittenParts:
    """Cut a text into what may be the place and the districts around it.

    ``Аскеранский район, с. Бадара`` names a district and one place; ``Шош (Аскеран)``
    has two parts, either of which may be the place.
    """
    names: list[str] = []
    villages: list[str] = []
    areas: list[frozenset[str]] = []
    aside = False
    for part in _BREAK.split(text.lower()):
        said = plain_words(_SHORT_DISTRICT.sub(" район ", part))
        aside = aside or not _NEAR_WORDS.isdisjoint(said)
        name, area = _districts(said)
        if area:
            areas.append(area_stems(area))
        if name:
            names.append(" ".join(name))
            if not _VILLAGE_WORDS.isdisjoint(name):
                villages.append(names[-1])
    return WrittenParts(tuple(names), tuple(villages), tuple(areas), aside)


def _districts(said: list[str]) -> tuple[list[str], str]:
    """What is left of a part without its district, and the district's word."""
    for at, word in enumerate(said):
        if word in _AREA_WORDS and len(said) > 1:
            own = at - 1 if at else 1
            return [w for n, w in enumerate(said) if n not in {at, own}], said[own]
    return said, ""


def area_stems(text: str) -> frozenset[str]:
    """Keys on which the name of a district and its adjective mostly meet.

    Аскеранский, Ասկերանի, Askeran district and Əsgəran rayonu share one where their
    names fold alike; words for a district, endings of case and last vowels are cut.
    """
    said = plain_words(_SHORT_DISTRICT.sub(" ", text.lower()))
    own = [word for word in said if word not in _AREA_WORDS]
    if not own:
        return frozenset()
    own[-1] = _ADJECTIVE.sub("", own[-1])
    return frozenset(case_stems(" ".join(own)))


def case_stems(text: str, language: str | None = None) -> tuple[str, ...]:
    """Keys the name may have without its ending of case, its last vowels cut.

    Степанакерте, Ստեփանակերտում and Xankəndidən give the stems of their towns. The
    first is of the text as it stands; stems under four letters are left out, except
    for that first one.
    """
    said = name_words(text)
    if not said:
        return ("",)
    found = [_stem(said, said[-1], language)]
    for last in _cut(said[-1]):
        stem = _stem(said, last, language)
        if len(stem) >= _LEAST_STEM:
            found.append(stem)
    return tuple(dict.fromkeys(found))


def _stem(said: list[str], last: str, language: str | None) -> str:
    return stem_of(joined_fold([*said[:-1], last], language))


def stem_of(key: str) -> str:
    """A key without its last vowels; the key itself where nothing would be left."""
    return key.rstrip(_VOWELS) or key


def _cut(word: str) -> Iterator[str]:
    for ending in _CASE_ENDS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            yield word.removesuffix(ending)
