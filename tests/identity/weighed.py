"""The golden table of identity: who is compared with whom, and at which levels."""

import csv
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

from stillhere.identity import WEIGHING_VERSION, IdentityRules, Index
from stillhere.identity.comparing.levels import PARTS
from stillhere.reports.statements import (
    Birth,
    PersonStatement,
    WrittenName,
    WrittenPlace,
)
from stillhere.vocabulary.people import PersonEvent, Sex
from tests.identity.made import PLACES, born, pool, report_id, slots

FOLDER = Path(__file__).parent / "golden"
RULES = IdentityRules.shipped(population=200).changed({"shape": {"floor": -(10**6)}})
"""Whoever meets stays; no weight bears on the table."""

SEXES = {"": None, "f": Sex.FEMALE, "m": Sex.MALE}


def people() -> list[PersonStatement]:
    """The rows of people.tsv, all of one list of strangers."""
    with (FOLDER / "people.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [_said(number, row) for number, row in enumerate(rows, 1)]


def _said(number: int, row: dict[str, str]) -> PersonStatement:
    name = WrittenName(
        given=row["given"],
        family=row["family"],
        patronymic=row["father"],
        maiden=row["maiden"],
    )
    stated: dict[str, Any] = {
        "documents": (row["document"],) if row["document"] else (),
        "phones": (row["phone"],) if row["phone"] else (),
    }
    return PersonStatement(
        report=report_id(number),
        source="calls",
        event=PersonEvent.RESIDENT,
        name=name,
        birth=_birth(row["birth"]),
        sex=SEXES[row["sex"]],
        place=WrittenPlace(settlement=row["settlement"], address=row["address"]),
        **stated,
    )


def _birth(text: str) -> Birth | None:
    if not text:
        return None
    if ".." in text:
        first, last = map(int, text.split(".."))
        return born(first, width=last - first)
    return born(*map(int, text.split("-")))


def table() -> str:
    """Every pair that meets or agrees in a name: its numbers, how it came, its levels."""
    said = people()
    index = Index.build(said, {}, (), RULES, PLACES)
    met = pool(index)
    pairs = list(combinations(range(len(said)), 2))
    one, two = np.array(pairs).T
    placed = slots(index, *said)
    found = index.world.scorer.comparison.levels(placed[one], placed[two])
    lines = [f"# WEIGHING_VERSION {WEIGHING_VERSION}: two rows of people.tsv, levels"]
    for (a, b), codes in zip(pairs, found.codes.T.tolist(), strict=True):
        here = (said[a].report, said[b].report) in met
        levels = dict(_named(codes))
        apart = {levels.get(part, "differ")[:6] for part in ("given", "family")}
        if here or apart != {"differ"}:
            told = " ".join(f"{part}={level}" for part, level in levels.items())
            lines.append(f"{a + 1}\t{b + 1}\t{'meet' if here else ''}\t{told}")
    return "\n".join(lines) + "\n"


def _named(codes: Sequence[int]) -> Iterator[tuple[str, str]]:
    for (part, levels), code in zip(PARTS.items(), codes, strict=True):
        if code:
            yield part, levels[code - 1]
