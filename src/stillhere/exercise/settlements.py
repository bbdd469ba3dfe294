"""The settlements of a world: Khankendi by all its names, villages by invented ones."""

import csv
from dataclasses import dataclass
from importlib.resources import files

import numpy as np

from stillhere.exercise.stock import read_table
from stillhere.exercise.streams import Stream, generator
from stillhere.exercise.towns import RegionPlan

GAZETTEER = (
    "place",
    "kind",
    "name_hy",
    "name_az",
    "name_ru",
    "name_en",
    "other_names",
    "lat",
    "lon",
    "invented",
)
_CENTRE = (39.8177, 46.7528)
_KM_PER_DEGREE = 111.2
_AZ_TO_HY = {
    **dict(
        zip(
            "abcçdeəfgğhxıijkqlmnoöprsştvyz",
            "աբջչդեաֆգղհխըիժքղլմնօօփրսշթվյզ",
            strict=True,
        )
    ),
    "u": "ու",
    "ü": "ու",
}
_PREFIXES = (
    ("", "", "", ""),
    ("Վերին ", "Yuxarı ", "Верхний ", "Verin "),
    ("Ներքին ", "Aşağı ", "Нижний ", "Nerkin "),
    ("Նոր ", "Yeni ", "Новый ", "Nor "),
)


@dataclass(frozen=True, slots=True)
class Settlement:
    """A town or village; `names` by language, `others` further spellings."""

    code: str
    kind: str
    names: dict[str, str]
    others: tuple[str, ...]
    x_km: float
    y_km: float
    invented: bool

    @property
    def spellings(self) -> dict[str, tuple[str, ...]]:
        """Names a list in a language may use for this settlement, usual one first."""
        return {
            language: (name, *(o for o in self.others if _script(o) == _script(name)))
            for language, name in self.names.items()
        }


def _script(text: str) -> str:
    letter = text[0]
    if "Ա" <= letter <= "ֆ":
        return "hy"
    return "ru" if "А" <= letter <= "ё" else "latin"


KHANKENDI = Settlement(
    "khankendi",
    "town",
    {"hy": "Ստեփանակերտ", "az": "Xankəndi", "ru": "Степанакерт", "en": "Khankendi"},
    ("Stepanakert", "Ханкенди", "Խանքենդի"),
    0.0,
    0.0,
    invented=False,
)


def settlements(plan: RegionPlan, seed: int) -> list[Settlement]:
    """Towns first, then villages at 6 to 45 km, any angle."""
    rng = generator(seed, plan.name, Stream.VILLAGES)
    distance = rng.uniform(6, 45, plan.villages)
    angle = rng.uniform(0, 2 * np.pi, plan.villages)
    found = [KHANKENDI]
    table = read_table("villages.tsv")
    names = [_village_names(table, n) for n in range(plan.villages + len(plan.towns))]
    for town in plan.towns[1:]:
        found.append(
            invented("town", names.pop(), (town.x_km, town.y_km), f"x{len(found):03d}")
        )
    for n in range(plan.villages):
        at = (
            float(distance[n] * np.cos(angle[n])),
            float(distance[n] * np.sin(angle[n])),
        )
        found.append(invented("village", names[n], at, f"x{len(found):03d}"))
    return found


def _village_names(table: list[dict[str, str]], number: int) -> dict[str, str]:
    row, turn = table[number % len(table)], number // len(table)
    hy, az, ru, en = _PREFIXES[turn % len(_PREFIXES)]
    lap = turn // len(_PREFIXES)
    after = f" {lap + 1}" if lap else ""
    az_en = az.replace("ı", "i").replace("ş", "sh").replace("ğ", "gh")
    return {
        "name_hy": f"{hy}{row['name_hy']}{after}",
        "name_az": f"{az}{row['name_az']}{after}",
        "name_ru": f"{ru}{row['name_ru']}{after}",
        "name_en": f"{en}{row['name_en']}{after}",
        "az_en": f"{az_en}{row['az_en']}{after}",
        "az_ru": f"{ru}{row['az_ru']}{after}",
        "az_hy": f"{hy}{_in_armenian(row['name_az'])}{after}",
    }


def _in_armenian(azerbaijani: str) -> str:
    letters = [_AZ_TO_HY.get(letter, letter) for letter in azerbaijani.lower()]
    return "".join(letters).capitalize()


def invented(
    kind: str, names: dict[str, str], at: tuple[float, float], code: str
) -> Settlement:
    """A settlement with the names of a row of `villages.tsv`."""
    armenian = names.get("az_hy") or _in_armenian(names["name_az"])
    return Settlement(
        code,
        kind,
        {language: names[f"name_{language}"] for language in ("hy", "az", "ru", "en")},
        (names["az_en"], names["az_ru"], armenian),
        round(at[0], 3),
        round(at[1], 3),
        invented=True,
    )


def place_row(place: Settlement) -> list[str]:
    """One line of `lists/places.csv`; a real place as in the project's own table."""
    if not place.invented:
        return _shipped_row(place.code)
    lat = _CENTRE[0] + place.y_km / _KM_PER_DEGREE
    lon = _CENTRE[1] + place.x_km / (_KM_PER_DEGREE * 0.7682)
    return [
        place.code,
        place.kind,
        *(place.names[language] for language in ("hy", "az", "ru", "en")),
        "|".join(place.others),
        f"{lat:.5f}",
        f"{lon:.5f}",
        "yes",
    ]


def _shipped_row(code: str) -> list[str]:
    source = files("stillhere.places").joinpath("gazetteer.tsv")
    lines = source.read_text(encoding="utf-8").splitlines()
    table = [line for line in lines if not line.startswith("#")]
    rows = csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)
    return next([r[c] for c in GAZETTEER] for r in rows if r["place"] == code)
