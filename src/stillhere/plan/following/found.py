"""Who was found and is still there, by door."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from stillhere.intake.located import PlaceReader
from stillhere.ledger import Entry, Picture, PlaceKey
from stillhere.ledger.rules import EVENT_STATUS, HERE
from stillhere.plan.atlas import Atlas
from stillhere.plan.following.what_for import WhatFor
from stillhere.reports import ReportId
from stillhere.vocabulary import Care, Status

_OF_CARE = {
    Care.MEDICINE: WhatFor.MEDICINE,
    Care.POWER: WhatFor.POWER,
    Care.STRETCHER: WhatFor.CARE,
    Care.WHEELCHAIR: WhatFor.CARE,
    Care.DISABLED: WhatFor.CARE,
    Care.MEDICAL: WhatFor.CARE,
}


class Found(NamedTuple):
    """One person who was found.

    Attributes:
        purposes: What they are visited again for, by what is stated of them.
        since: ISO date or time of the latest word that found them; None without one.
        cites: Reports behind it, sorted.
    """

    purposes: frozenset[WhatFor]
    since: str | None
    cites: tuple[ReportId, ...]


def found_by_door(picture: Picture, atlas: Atlas) -> dict[PlaceKey, list[Found]]:
    """People found who neither left nor are in care, where the latest word found them.

    By key of the dwelling; of the settlement where no door is known. Who was found
    nowhere that can be told is at home.
    """
    visited = {v.report: p.key for p in picture.places.values() for v in p.visits}
    reader = PlaceReader(atlas.gazetteer, atlas.buildings)
    doors: dict[PlaceKey, list[Found]] = defaultdict(list)
    for entry in picture.entries.values():
        if _stands(entry) in HERE:
            since, report = _latest(entry)
            key = visited.get(report) or _place(picture, reader, report)
            home = entry.home
            if home is not None and key in ("", home.settlement):
                key = home.dwelling or home.settlement
            if key:
                doors[key].append(_found(entry, since, report))
    return doors


def _stands(entry: Entry) -> Status:
    """The status, also where evidence is too weak to take somebody off the list.

    Somebody was found, whoever it was.
    """
    return entry.probable or entry.status


def _latest(entry: Entry) -> tuple[str | None, ReportId]:
    """Date and report of the latest word that found somebody."""
    words = [w for w in entry.words if EVENT_STATUS.get(w.event) in HERE]
    latest = max(words or entry.words, key=lambda w: (w.date or "", w.report))
    return latest.date or entry.since, latest.report


def _place(picture: Picture, reader: PlaceReader, report: ReportId) -> PlaceKey:
    said = picture.evidence.mention(report)
    return PlaceKey("") if said is None else reader.locate(said.place).key


def _found(entry: Entry, since: str | None, report: ReportId) -> Found:
    notes = [note for note in entry.care if note.care in _OF_CARE]
    cites = {report, *(note.report for note in notes)}
    return Found(frozenset(_purposes(entry)), since, tuple(sorted(cites)))


def _purposes(entry: Entry) -> Iterator[WhatFor]:
    stays = _stands(entry) is Status.CHOSE_TO_STAY
    yield WhatFor.STAYS if stays else WhatFor.SEAT
    for note in entry.care:
        if note.care in _OF_CARE:
            yield _OF_CARE[note.care]
