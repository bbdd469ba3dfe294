"""Our side of a comparison, each as a program of its own: `python -m bench._ours TASK …`.

The last word names the JSON file to write.
"""

import csv
import json
import random
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from anyascii import anyascii

from bench._streamed import Streamed
from stillhere.exercise.truth import Row
from stillhere.identity import IdentityRules, Index, ListTraits
from stillhere.identity.learning.nearest import nearest_registered
from stillhere.intake import PlaceReader
from stillhere.intake.people_list import open_people
from stillhere.pipeline.plain_lists import large_plain, read_plain
from stillhere.pipeline.two_lists import link_lists
from stillhere.places import Gazetteer
from stillhere.reports.statements import PersonStatement

Best = list[tuple[str, str, float]]
ASKED = 1_000
"""Reports asked about one at a time."""

PLAIN_HEADER = ("unique_id", "given", "family", "dob", "year", "sex", "settlement")


def region(home: str) -> dict[str, Any]:
    """Read and link a world folder: the best register row of each other row."""
    lists = Streamed.of(Path(home))
    said = lists.mentions(lists.files())
    index = Index.build(said, lists.traits, (), lists.rules, lists.places)
    near = nearest_registered(index.world)
    name = index.world.id_of
    best = [
        (_name(lists.rows, name(row)), _name(lists.rows, name(other)), chance / 1e6)
        for row, other, chance in zip(
            near.row.tolist(), near.other.tolist(), near.chance.tolist(), strict=True
        )
    ]
    return {"best": best, "mentions": len(index)}


def _name(rows: dict[Any, Row], mention: str) -> str:
    file, row = rows[mention]
    return f"{file}:{row}"


def plain(home: str, left: str, right: str) -> dict[str, Any]:
    """Write the register of a world, and all its other rows, as CSV in plain ASCII."""
    lists = Streamed.of(Path(home))
    with (
        Path(left).open("w", encoding="utf-8", newline="") as rest,
        Path(right).open("w", encoding="utf-8", newline="") as register,
    ):
        others, held = csv.writer(rest), csv.writer(register)
        others.writerow(PLAIN_HEADER)
        held.writerow(PLAIN_HEADER)
        for said in lists.mentions(lists.files()):
            lines = held if lists.traits[said.source].register else others
            lines.writerow((_name(lists.rows, said.report), *_ascii(said)))
    return {}


def _ascii(said: PersonStatement) -> tuple[str, ...]:
    """Given and family name, date, year, sex and settlement."""
    birth = said.birth
    words = anyascii(said.name.full).lower().split()
    first = 1 if said.name.order.startswith("family") or len(words) < 2 else 0
    given = anyascii(said.name.given).lower() or "".join(words[first : first + 1])
    family = anyascii(said.name.family).lower() or "".join(words[1 - first : 2 - first])
    dated = birth is not None and birth.day > 0
    date = f"{birth.first}-{birth.month:02}-{birth.day:02}" if birth and dated else ""
    year = str(birth.first) if birth else ""
    place = said.place.settlement or said.origin
    return given, family, date, year, said.sex or "", anyascii(place).lower()


def million(left: str, right: str) -> dict[str, Any]:
    """Link two plain CSV files: the best right row of each left row."""
    lists = large_plain([(Path(path), {}) for path in (left, right)])
    one, two = lists or (open_people(Path(path)) for path in (left, right))
    rules = IdentityRules.shipped(len(two))
    linked = link_lists(one, two, rules, PlaceReader(Gazetteer.demo()))
    del lists, one, two
    pairs = ((p.left, p.right, p.probability / 1e6) for p in linked.pairs())
    return {"best": [pair for pair in pairs if pair[1]]}


def one(home: str) -> dict[str, Any]:
    """Ask about one report at a time: CPU ms of each, and whether five held the person."""
    lists = Streamed.of(Path(home))
    said = list(lists.mentions(lists.files()))
    held = [m for m in said if lists.traits[m.source].register]
    asked = [m for m in said if not lists.traits[m.source].register]
    index = Index.build(held, lists.traits, (), lists.rules, lists.places)
    found = []
    for mention in random.Random(1).sample(asked, ASKED):
        start = process_time()
        matched = index.match(mention, lists.traits)
        spent = (process_time() - start) * 1000
        five = [_name(lists.rows, m.mention) for m in matched]
        found.append((_name(lists.rows, mention.report), five, spent))
    return {"asked": found, "held": len(index)}


def one_in_million(left: str, right: str) -> dict[str, Any]:
    """The same against the right one of two plain CSV files."""
    found = read_plain(Path(right))
    assert found is not None
    rules, places = IdentityRules.shipped(len(found)), PlaceReader(Gazetteer.demo())
    traits = {"right": ListTraits("right", once=True, register=True)}
    index = Index.build_columns([found.mentions("right")], traits, rules, places)
    spent = []
    for row in _first_people(left, ASKED):
        start = process_time()
        index.match(row, traits)
        spent.append((process_time() - start) * 1000)
    return {"milliseconds": spent, "held": len(index)}


def _first_people(path: str, count: int) -> list[PersonStatement]:
    with Path(path).open(encoding="utf-8") as file:
        head = [next(file) for _ in range(count + 1)]
    short = Path(path).with_suffix(".head.csv")
    short.write_text("".join(head), encoding="utf-8")
    people = (row.person for row in open_people(short).rows("left"))
    return [person for person in people if person is not None]


def two_lists(left: str, right: str) -> dict[str, Any]:
    """Link two files as `stillhere link` does."""
    start = perf_counter()
    people = open_people(Path(left)), open_people(Path(right))
    rules = IdentityRules.shipped(len(people[1]))
    linked = link_lists(*people, rules, PlaceReader(Gazetteer.demo()))
    best = [(p.left, p.right, p.probability / 1e6) for p in linked.pairs() if p.right]
    return {"best": best, "seconds": perf_counter() - start}


TASKS: dict[str, Callable[..., dict[str, Any]]] = {
    "region": region,
    "plain": plain,
    "million": million,
    "one": one,
    "one_in_million": one_in_million,
    "two_lists": two_lists,
}

if __name__ == "__main__":
    *words, out = sys.argv[2:]
    Path(out).write_text(json.dumps(TASKS[sys.argv[1]](*words)), encoding="utf-8")
