"""The names of one place, gathered by language until all of them are known."""

import unicodedata
from dataclasses import dataclass, field, replace
from typing import Final

from stillhere.places.place import Place, PlaceId

OWN: Final = ("hy", "az", "ru", "en")
_PREFERRED, _PLAIN, _OTHER = 0, 1, 2


def clean(text: str) -> str:
    """A name in one form of letters, on one line."""
    return " ".join(unicodedata.normalize("NFC", text).split())


@dataclass(slots=True)
class GatheredNames:
    """Names as they come; the first preferred one of each language is shown for it."""

    _ranked: dict[str, list[tuple[int, int, str]]] = field(default_factory=dict)
    _count: int = 0

    def add(
        self,
        text: str,
        language: str = "",
        *,
        preferred: bool = False,
        old: bool = False,
    ) -> None:
        """Take a name; an old or unmarked one is an other name."""
        name = clean(text)
        if not name:
            return
        rank = _OTHER if old else _PREFERRED if preferred else _PLAIN
        self._count += 1
        self._ranked.setdefault(language, []).append((rank, self._count, name))

    def columns(self) -> dict[str, str]:
        """`name_hy`, `name_az`, `name_ru` and `name_en`; empty where there is none."""
        return {f"name_{language}": self._best(language) for language in OWN}

    def others(self) -> tuple[str, ...]:
        """All names that are in none of the four columns, each once, sorted."""
        every = {n for ranked in self._ranked.values() for _, _, n in ranked}
        return tuple(sorted(every - set(self.columns().values())))

    def place(self, code: str, kind: str, at: tuple[float, float]) -> Place:
        """The place that has these names; no codes or areas yet."""
        return Place(
            PlaceId(code),
            kind,
            name_hy=self._best("hy"),
            name_az=self._best("az"),
            name_ru=self._best("ru"),
            name_en=self._best("en"),
            other_names=self.others(),
            lat=round(at[0], 5),
            lon=round(at[1], 5),
        )

    def _best(self, language: str) -> str:
        plain = [n for n in self._ranked.get(language, ()) if n[0] < _OTHER]
        return min(plain)[2] if plain else ""

    def __bool__(self) -> bool:
        """Whether there is any name."""
        return bool(self._ranked)


def united(first: Place, second: Place) -> Place:
    """One place of two: position and columns of the first, every name of both."""
    columns = {
        f"name_{language}": getattr(first, f"name_{language}")
        or getattr(second, f"name_{language}")
        for language in OWN
    }
    every = dict.fromkeys((*first.other_names, *second.names))
    return replace(
        first,
        **columns,
        other_names=tuple(name for name in every if name not in columns.values()),
        codes=tuple(sorted({*first.codes, *second.codes})),
        areas=tuple(sorted({*first.areas, *second.areas})),
    )
