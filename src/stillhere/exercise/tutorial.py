"""The tutorial town: sixty people known by heart, the same for any seed.

Everything is written by hand in the tables under `tutorial/`; here they only become
files. The first column of a list table names the person a row is about and is not
written into the list.
"""

import csv
from datetime import date
from importlib.resources import files
from pathlib import Path

from stillhere.exercise.files import write_csv, write_json, write_table, write_xlsx
from stillhere.exercise.list_register import HEADER, REGISTER
from stillhere.exercise.list_register import WIDTHS as REGISTER_WIDTHS
from stillhere.exercise.list_social import HEADINGS, MERGED, SOCIAL
from stillhere.exercise.list_social import WIDTHS as SOCIAL_WIDTHS
from stillhere.exercise.operation import write_operation
from stillhere.exercise.settlements import GAZETTEER, KHANKENDI, invented, place_row
from stillhere.exercise.sheet import Sheet
from stillhere.exercise.stock import read_table
from stillhere.exercise.truth_files import MENTIONS_HEADER, PERSONS_HEADER

_UNREGISTERED = "H18"
_PHONES = {"P05": "+374 97 100201", "P08": "+374 97 100401", "P26": "+374 97 100501"}
_DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t"}
_VILLAGES = (("Karahunjik", (7.16, 3.23)), ("Salorut", (-14.32, 18.71)))


def make_tutorial(out: Path) -> None:
    """Write the tutorial town's folder into `out`."""
    lists, truth = out / "lists", out / "truth"
    people = read_table("people.tsv", "tutorial")
    buildings = read_table("buildings.tsv", "tutorial")
    book, social = _register(people, buildings), _social()
    sheets = [_sheet(row) for row in read_table("sources.tsv", "tutorial")]
    write_csv(lists, _buildings(buildings))
    write_csv(lists, _places())
    write_xlsx(lists, book, title="Ռեգիստր", widths=REGISTER_WIDTHS)
    write_xlsx(lists, social, title="Հաշվառում", widths=SOCIAL_WIDTHS, merged=MERGED)
    for sheet in sheets:
        write_csv(lists, sheet)
    coverage = sum(p is not None for p in book.people) / len(people)
    write_operation(lists, len(people), round(coverage, 4))
    persons = [[row[column] for column in PERSONS_HEADER] for row in people]
    write_table(truth / "persons.csv", PERSONS_HEADER, persons)
    mentions = (m for sheet in (book, *sheets, social) for m in sheet.mentions())
    rows = [(file, row, f"P{person:02d}") for file, row, person in mentions]
    write_table(truth / "mentions.csv", MENTIONS_HEADER, rows)
    world = {"town": "tutorial", "seed": 0, "core": False, "people": len(people)}
    write_json(truth / "world.json", {**world, "calls": _calls()})


def _register(people: list[dict[str, str]], buildings: list[dict[str, str]]) -> Sheet:
    sheet = Sheet(REGISTER)
    sheet.add(["Բնակչության ռեգիստր"])
    sheet.add(HEADER)
    address = {row["building"]: row for row in buildings}
    for row in people:
        if row["household"] == _UNREGISTERED:
            continue
        building, flat = row["home"].split("/")
        home = address[building]
        sheet.add(
            (
                100 + int(row["household"][1:]),
                row["family"],
                row["given"],
                row["patronymic"],
                row["sex"],
                date.fromisoformat(row["birth_date"]),
                _ARMENIAN[home["settlement"]],
                home["address_hy"],
                int(flat) if home["flats"] != "1" else None,
                _PHONES.get(row["person"], ""),
                "",
            ),
            int(row["person"][1:]),
        )
    sheet.add(["Ընդամենը", len(sheet.rows) - 2])
    return sheet


_ARMENIAN = {
    "Khankendi": "Ստեփանակերտ",
    "Karahunjik": "Քարահունջիկ",
    "Salorut": "Սալորուտ",
}


def _social() -> Sheet:
    sheet = Sheet(SOCIAL)
    for heading in HEADINGS:
        sheet.add(heading)
    for person, ordinal, name, born, *rest in _cells("social"):
        when = date.fromisoformat(born) if "-" in born else int(born)
        sheet.add([int(ordinal), name, when, *rest], int(person[1:]))
    return sheet


def _sheet(source: dict[str, str]) -> Sheet:
    delimiter = _DELIMITERS[source["delimiter"]]
    sheet = Sheet(source["file"], encoding=source["encoding"], delimiter=delimiter)
    for person, *cells in _cells(source["table"]):
        sheet.add(cells, int(person[1:]) if person else None)
    return sheet


def _cells(table: str) -> list[list[str]]:
    source = files("stillhere.exercise").joinpath("tutorial", "lists", f"{table}.tsv")
    lines = source.read_text(encoding="utf-8").splitlines()
    return list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _buildings(rows: list[dict[str, str]]) -> Sheet:
    sheet = Sheet("buildings.csv")
    sheet.add(list(rows[0]))
    for row in rows:
        sheet.add(list(row.values()))
    return sheet


def _places() -> Sheet:
    from_table = {row["name_en"]: row for row in read_table("villages.tsv")}
    sheet = Sheet("places.csv")
    sheet.add(GAZETTEER)
    sheet.add(place_row(KHANKENDI))
    for name, at in _VILLAGES:
        place = invented("village", from_table[name], at, f"x-{name.lower()}")
        sheet.add(place_row(place))
    return sheet


def _calls() -> list[dict[str, object]]:
    """Where the calls of the hotline were really about."""
    return [
        {
            **row,
            "row": int(row["row"]),
            "hour": float(row["hour"]),
            "true": row["true"] == "yes",
        }
        for row in read_table("calls.tsv", "tutorial")
    ]
