"""In which order a column of whole names writes their parts, told from the names."""

from collections import Counter
from collections.abc import Iterator, Sequence

from stillhere.intake.reasons import Clause, clause
from stillhere.intake.words import fold
from stillhere.names import NameOrder, romanise
from stillhere.vocabulary.voice import worded

_FAMILY_ENDS = (
    "yan", "ian", "ean", "yants", "iants", "eants", "yanc", "ianc", "eanc", "unts",
    "ov", "ova", "ev", "eva", "iev",
    "ieva", "zade", "zada", "li", "ly", "lu", "sky", "skii", "skiy", "skaya", "skaia",
    "enko", "chuk", "dze", "shvili",
)  # fmt: skip
_FATHER_ENDS = ("ovich", "evich", "ovna", "evna", "ichna", "ovic", "evic")
_FATHER_WORDS = frozenset(
    ("oglu", "ogly", "oghlu", "ogli", "qizi", "gizi", "kizi", "kyzy", "gyzy", "qyzy")
)
_FAMILY_WORDS = ("фамилия", "surname", "family", "last", "ազգանուն", "soyad", "soyadi")
_GIVEN_WORDS = ("имя", "name", "given", "first", "անուն", "ad", "adi", "անունը")
_FATHER_HEADS = (
    "father",
    "отчество",
    "patronymic",
    "middle",
    "հայրանուն",
    "ata",
    "atasinin",
)
_ABBREVIATED = frozenset(("фио", "ф и о", "աահ", "ա ա հ", "saa", "s a a"))
_FEWEST = 3
_HEADER = clause(worded("the header"))
_CLEAR = 0.8


def name_order(header: str, names: Sequence[str]) -> tuple[NameOrder, Clause]:
    """The order of a column of whole names, and what it was told from.

    Args:
        header: Of the column; asked where the names themselves do not tell.
        names: Cells of the sample.

    Returns:
        `UNKNOWN` where the names are written in both orders, or nothing tells.
    """
    seen = Counter(sign for name in names for sign in _signs(_parts(name)))
    first, last = seen["family first"], seen["family last"]
    told = first + last
    if told < _FEWEST:
        return _by_header(header)
    if first >= _CLEAR * told:
        return _family_first(seen), _share(first, told)
    if last >= _CLEAR * told:
        return _family_last(seen), _share(last, told)
    return NameOrder.UNKNOWN, clause(worded("both orders are written"))


def _signs(parts: list[str]) -> Iterator[str]:
    """What one name tells of the order."""
    family, father = _family_at(parts), _father_at(parts)
    if family == 0:
        yield "family first"
    if family is not None and family == len(parts) - 1:
        yield "family last"
    if father is None or len(parts) < 3:
        return
    yield "father last" if father == len(parts) - 1 else "father amid"
    if family == 0 and father == 1 and _is_father(parts[1]):
        yield "father second"


def ends_like_family(word: str) -> bool:
    """Whether one word has the ending of a family name of the region."""
    bare = romanise(word).lower().strip(".,")
    return len(bare) > 3 and bare.endswith(_FAMILY_ENDS) and not _is_father(bare)


def _family_first(seen: Counter[str]) -> NameOrder:
    if seen["father second"] >= _FEWEST and seen["father second"] > seen["father last"]:
        return NameOrder.FAMILY_PATRONYMIC_GIVEN
    father = seen["father last"] > seen["father amid"]
    return NameOrder.FAMILY_GIVEN_PATRONYMIC if father else NameOrder.FAMILY_GIVEN


def _family_last(seen: Counter[str]) -> NameOrder:
    father = seen["father amid"] > seen["father last"]
    return NameOrder.GIVEN_PATRONYMIC_FAMILY if father else NameOrder.GIVEN_FAMILY


def _parts(name: str) -> list[str]:
    """Romanised words; a word for son or daughter joined to the one before it."""
    words = [
        w
        for w in romanise(name.split("(", maxsplit=1)[0]).lower().split()
        if w.strip(".,")
    ]
    parts: list[str] = []
    for word in words:
        bare = word.strip(".,")
        if bare in _FATHER_WORDS and parts:
            parts[-1] += " " + bare
        else:
            parts.append(bare)
    return parts


def _family_at(parts: list[str]) -> int | None:
    """Place of the one part that ends like a family name; None for none or several."""
    places = [
        i
        for i, part in enumerate(parts)
        if len(part) > 3 and part.endswith(_FAMILY_ENDS) and not _is_father(part)
    ]
    return places[0] if len(places) == 1 and len(parts) > 1 else None


def _father_at(parts: list[str]) -> int | None:
    places = [i for i, part in enumerate(parts) if _is_father(part)]
    if len(places) == 1:
        return places[0]
    genitive = [i for i, p in enumerate(parts) if i and len(p) > 3 and p[-1] in "iu"]
    return genitive[-1] if len(parts) == 3 and len(genitive) == 1 else None


def _is_father(part: str) -> bool:
    return (
        part.endswith(_FATHER_ENDS) or part.rsplit(" ", maxsplit=1)[-1] in _FATHER_WORDS
    )


def _share(number: int, total: int) -> Clause:
    return clause(worded("{number} of {total} names"), number=number, total=total)


def _by_header(header: str) -> tuple[NameOrder, Clause]:
    folded = fold(header)
    if folded in _ABBREVIATED:
        return NameOrder.FAMILY_GIVEN_PATRONYMIC, _HEADER
    words = folded.split()
    family = _place(words, _FAMILY_WORDS)
    given = _place(words, _GIVEN_WORDS)
    if family is None or given is None:
        return NameOrder.UNKNOWN, clause(worded("nothing tells"))
    father = _place(words, _FATHER_HEADS)
    if father is None:
        order = NameOrder.FAMILY_GIVEN if family < given else NameOrder.GIVEN_FAMILY
    elif family < given < father:
        order = NameOrder.FAMILY_GIVEN_PATRONYMIC
    elif family < father < given:
        order = NameOrder.FAMILY_PATRONYMIC_GIVEN
    elif given < father < family:
        order = NameOrder.GIVEN_PATRONYMIC_FAMILY
    else:
        own = clause(worded("the header names an order of its own"))
        return NameOrder.UNKNOWN, own
    return order, _HEADER


def _place(words: list[str], known: tuple[str, ...]) -> int | None:
    return next((i for i, word in enumerate(words) if word in known), None)
