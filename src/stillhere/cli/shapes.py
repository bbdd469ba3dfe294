"""What ``--json`` prints: plain dictionaries with stable names."""

from collections.abc import Iterable
from typing import Any

from stillhere.cli import words
from stillhere.errors import Finding
from stillhere.ledger import Entry, Figure, Picture, PlaceEntry
from stillhere.places import Gazetteer, Place
from stillhere.reports import ReportId

Shape = dict[str, Any]


def cite(picture: Picture, report: ReportId) -> Shape:
    """A report and the row it was read from, where this node knows."""
    line = picture.evidence.provenance(report)
    if line is None:
        return {"report": report}
    return {"report": report, "file": line.file, "sheet": line.sheet, "row": line.row}


def finding(found: Finding) -> Shape:
    """A finding with its sentence."""
    return {"code": found.code, "sentence": found.sentence, **dict(found.values)}


def findings(found: Iterable[Finding]) -> list[Shape]:
    """Several of them."""
    return [finding(one) for one in found]


def figure(counted: Figure) -> Shape:
    """A figure and how many reports stand behind it; ``show --figure`` lists them."""
    return {
        "value": counted.value,
        "unit": counted.unit,
        "reports": len(counted.cites),
        "qualifier": counted.qualifier,
        "source": counted.source,
        "as_of": counted.as_of,
        "does_not_count": counted.does_not_count,
    }


def person(entry: Entry) -> Shape:
    """One line about a person."""
    return {
        "id": entry.id,
        "name": entry.name,
        "latin": words.name(entry),
        "status": entry.status.value,
        "listed": entry.listed,
        "since": entry.since,
        "birth": words.birth(entry.birth),
        "home": entry.home.text if entry.home else "",
        "settlement": entry.home.settlement if entry.home else "",
        "concern": entry.concern,
        "reasons": list(entry.reasons),
    }


def whole_person(picture: Picture, entry: Entry) -> Shape:
    """Everything known of a person, every value with its reports."""
    return {
        **person(entry),
        "probable": entry.probable.value if entry.probable else None,
        "where": entry.where,
        "sex": entry.sex.value if entry.sex else None,
        "household": entry.household,
        "alone": entry.alone,
        "dependent": entry.dependent,
        "care": [note.care.value for note in entry.care],
        "missing": entry.missing,
        "last_word": entry.last_word,
        "names": [
            {"text": n.text, "source": n.source, **cite(picture, n.report)}
            for n in entry.names
        ],
        "evidence": [
            {
                "says": word.event.value,
                "date": word.date,
                "source": word.source,
                **cite(picture, word.report),
            }
            for word in entry.words
        ],
        "asked_for": [
            {"kind": a.kind, "date": a.date, **cite(picture, a.report)}
            for a in entry.asked_for
        ],
        "conflicts": [
            {
                "kind": conflict.kind,
                "sides": [
                    {"value": s.value, "date": s.date, **cite(picture, s.report)}
                    for s in conflict.sides
                ],
            }
            for conflict in entry.conflicts
        ],
        "links": [
            link_shape(picture, link.a, link.b)
            for link in picture.evidence.links(entry.id)
        ],
    }


def link_shape(picture: Picture, a: ReportId, b: ReportId) -> Shape:
    """Why two mentions are held for one person: millibits per feature."""
    told = picture.evidence.explain(a, b)
    return {
        "a": cite(picture, told.a),
        "b": cite(picture, told.b),
        "millibits": told.weight,
        "probability_millionths": told.probability,
        "evidence": {e.feature: e.millibits for e in told.evidence},
    }


def named_place(place: Place) -> Shape:
    """A place of the gazetteer with all its names side by side."""
    return {
        "id": place.id,
        "kind": place.kind,
        "names": {
            "hy": place.name_hy,
            "az": place.name_az,
            "ru": place.name_ru,
            "en": place.name_en,
            "other": list(place.other_names),
        },
        "invented": place.invented,
    }


def place(picture: Picture, gazetteer: Gazetteer, known: PlaceEntry) -> Shape:
    """What is known of a settlement or dwelling."""
    return {
        "key": known.key,
        "names": words.place(gazetteer, known.settlement).split(" · "),
        "written": list(known.names),
        "visited": known.visited.value,
        "registered": known.registered,
        "without_word": known.without_word,
        "dependents": known.dependents,
        "dwellings": known.dwellings,
        "dwellings_visited": known.dwellings_visited,
        "visits": [
            {
                "date": v.date,
                "how": v.how.value,
                "result": v.result.value,
                "people": v.people,
                "team": v.team,
                **cite(picture, v.report),
            }
            for v in known.visits
        ],
        "services": [
            {
                "service": s.service.value,
                "state": s.state.value,
                "source": s.source,
                "date": s.date,
                **cite(picture, s.report),
            }
            for s in known.services
        ],
        "needs": [
            {"what": n.what, "since": n.since, "met": n.met, **cite(picture, n.report)}
            for n in known.needs
        ],
        "calls": [cite(picture, report) for report in known.calls],
        "residents": list(known.residents),
    }
