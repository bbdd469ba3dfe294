"""Which words on ways hold at one time."""

from collections.abc import Iterable
from dataclasses import replace

from stillhere.intake.located import PlaceReader
from stillhere.ledger import Picture
from stillhere.plan.atlas import Atlas
from stillhere.plan.clearances.moments import DAY_S, Moment
from stillhere.plan.clearances.standing import Standing, standing_of
from stillhere.reports.statements import ClearanceStatement


def words(picture: Picture, atlas: Atlas) -> list[Standing]:
    """Every word on a way, by date and report."""
    reader = PlaceReader(atlas.gazetteer, atlas.buildings)
    found = []
    for one in picture.statements.values():
        if isinstance(one, ClearanceStatement):
            report = None if one.date else picture.evidence.report(one.report)
            dated = one.date or (report.stamp.source_date if report else None)
            found.append((dated or "", standing_of(one, reader, dated)))
    return [word for _, word in sorted(found, key=lambda f: (f[0], f[1].report))]


def latest(spoken: Iterable[Standing]) -> list[Standing]:
    """The latest word on each thing for each vehicle; hazards are no part of it."""
    last: dict[object, Standing] = {}
    kept = [word for word in spoken if not word.state.hazardous]
    for word in kept:
        last.update({(word.thing, vehicle): word for vehicle in word.vehicles})
    for_ = {
        word.report: frozenset(v for v in word.vehicles if last[word.thing, v] is word)
        for word in kept
    }
    return [replace(w, vehicles=for_[w.report]) for w in kept if for_[w.report]]


def in_force(word: Standing, now: Moment, night: int) -> bool:
    """Whether it opens something now: on its own day, until its end and nightfall."""
    if word.day != now.day:
        return False
    last = night
    if word.ends is not None and word.ends.day <= word.day:
        spoken = word.ends.second
        whole = DAY_S if word.ends.day == word.day else 0
        last = min(last, whole if spoken is None else min(spoken, whole))
    return last > 0 if now.second is None else now.second < last


def said(word: Standing, now: Moment) -> bool:
    """Whether it has been said by now; one without a day counts as said."""
    if word.begins is None or now.second is None:
        return word.begins is None or word.begins.day <= now.day
    return (word.begins.day, word.begins.first_s) <= (now.day, now.second)


def stands(word: Standing, now: Moment) -> bool:
    """Whether a closing holds: until the end it states, else for good."""
    if word.ends is None:
        return True
    end = DAY_S if word.ends.second is None else word.ends.second
    return (now.day, now.first_s) < (word.ends.day, end)
