"""Letter images of Armenian names in the other scripts, as clerks write them.

These tables make the noise of an exercise. They are this room's own: the code that undoes
spelling (`stillhere.names`) neither imports them nor is imported here.
"""

from collections.abc import Mapping

_ARMENIAN = "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցփքօֆ"


def _letters(spellings: str) -> dict[str, str]:
    return dict(zip(_ARMENIAN, spellings.split(), strict=True))


_EN = _letters(
    "a b g d e z e y t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts p k o f"
)
_RU = _letters(
    "а б г д е з э ы т ж и л х ц к _ дз г ч м й н ш о ч п дж р с в т р ц п к о ф"
)
_AZ = _letters(
    "a b q d e z e ı t j i l x ts k h dz ğ ç m y n ş o ç p c r s v t r ts p k o f"
)
_WEST = _letters(
    "a p k t e z e e t j i l kh dz g h tz gh dj m y n sh o tch b ch r s v d r ts p k o f"
)
_PAIRS: dict[str, Mapping[str, str]] = {
    "en": {"ու": "u", "և": "ev"},
    "ru": {"ու": "у", "և": "ев", "յա": "я", "յու": "ю", "յե": "е"},
    "ru_h": {"ու": "у", "և": "ев", "յա": "я", "յու": "ю", "յե": "е", "հ": "х"},
    "az": {"ու": "u", "և": "ev"},
    "en_west": {"ու": "ou", "և": "ev", "յա": "ia", "յու": "iu"},
}
_FIRST: dict[str, Mapping[str, str]] = {
    "en": {"ե": "ye", "ո": "vo"},
    "ru": {"ո": "во", "և": "ев"},
    "ru_h": {"ո": "во", "և": "ев"},
    "az": {"ե": "ye", "ո": "vo", "ղ": "q"},
    "en_west": {"ե": "ye", "ո": "vo", "յ": "h"},
}
_LETTERS = {"en": _EN, "ru": _RU, "ru_h": _RU, "az": _AZ, "en_west": _WEST}

_CLERK_B = (
    ("kh", "h"), ("gh", "g"), ("zh", "j"), ("sh", "ch"), ("u", "ou"), ("ya", "ia"),
    ("you", "iou"), ("ts", "tz"), ("ks", "x"),
)  # fmt: skip

_CLASSICAL = (
    ("յու", "իւ"), ("յա", "եա"), ("և", "եւ"), ("ույ", "ոյ"), ("նես", "նէս"),
    ("րես", "րէս"), ("վել", "ուէլ"), ("այել", "այէլ"),
)  # fmt: skip
_WITH_YI = ("Հակ", "Հար", "Հով", "Հուս", "Համբ", "Հասմ")


def image(word: str, language: str) -> str:
    """The letter-for-letter image of an Armenian word.

    Args:
        word: Armenian script; parts may be joined by a hyphen or space.
        language: One of `en`, `ru`, `ru_h` (h kept as х), `az`, `en_west`.
    """
    parts = word.lower().replace("-", "- ").split(" ")
    spelled = [capital(_image_of(part, language), language) for part in parts]
    return " ".join(spelled).replace("- ", "-")


def _image_of(word: str, language: str) -> str:
    letters, pairs, first = _LETTERS[language], _PAIRS[language], _FIRST[language]
    out, at = [], 0
    while at < len(word):
        step = next((n for n in (3, 2, 1) if word[at : at + n] in pairs), 0)
        if at == 0 and word[0] in first and word[:2] != "ու":
            out.append(first[word[0]])
            at += 1
        elif step:
            out.append(pairs[word[at : at + step]])
            at += step
        else:
            out.append(letters.get(word[at], word[at]).replace("_", ""))
            at += 1
    return "".join(out)


def capital(word: str, language: str) -> str:
    """First letter large; Azerbaijani i becomes İ."""
    if language == "az" and word.startswith("i"):
        return "İ" + word[1:]
    return word[:1].upper() + word[1:]


def upper(word: str, language: str) -> str:
    """All letters large; Azerbaijani i becomes İ and ı becomes I."""
    return word.replace("i", "İ").upper() if language == "az" else word.upper()


def clerk_b(english: str) -> str:
    """The habit of the second English clerk: ou, ch for sh, h for kh, ia for ya."""
    word = english.lower()
    for old, new in _CLERK_B:
        word = word.replace(old, new)
    return "-".join(part.capitalize() for part in word.split("-"))


def classical(armenian: str) -> str:
    """Armenian script in the older orthography: եա, իւ, Յ at the start."""
    word = armenian
    for old, new in _CLASSICAL:
        word = word.replace(old, new)
    if word.startswith(_WITH_YI):
        word = "Յ" + word[1:]
    return word


def armenian_genitive(name: str) -> str:
    """A father's name as patronymic: Արմեն, Արմենի; Գրիշա, Գրիշայի."""
    return name + ("յի" if name[-1] in "աո" else "ի")


def russian_patronymic(name: str, *, female: bool) -> str:
    """A father's name as patronymic: Армен, Арменович or Арменовна."""
    if name.endswith(("ий", "ь")):
        stem = name[:-2] + "ье" if name.endswith("ий") else name[:-1] + "е"
    elif name.endswith("й"):
        stem = name[:-1] + "е"
    elif name[-1] in "аяиоеэу":
        stem = name + "е"
    else:
        stem = name + "о"
    return stem + ("вна" if female else "вич")
