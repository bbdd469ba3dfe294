"""Weighing every door, and what one report changes.

The core world of khankendi, seed 7: some 19,500 dwellings. For a million, its picture is
laid side by side with fifty copies of itself, calls and visits left as they are.
"""

import gc
import os
import random
import tempfile
import time
from pathlib import Path

from bench import Progress, Row
from bench._many_doors import side_by_side
from stillhere.exercise import make_world
from stillhere.exercise.running.run import Ground
from stillhere.ledger import Picture
from stillhere.pipeline import Rules, build, update
from stillhere.plan import Atlas, Believer, PlanRules
from stillhere.reports import EXERCISE_KEY, Report, make_report
from stillhere.vocabulary import ReportKind

SCALE = float(os.environ.get("STILLHERE_BENCH_SCALE", "1"))
DWELLINGS = 1_000_000
NEWS = 60
ROUNDS = 3


def run(progress: Progress) -> list[Row]:
    """Measure and return one row for each measure."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "world"
        progress("make khankendi --core, seed 7, and build its picture")
        make_world("khankendi", 7, out, core=True, scale=SCALE)
        ground = Ground(out)
        reports = [r for day in sorted(ground.news.days) for r in ground.news.at(day)]
        as_of = ground.world.operation.as_of or "2023-10-09"
        picture = build(reports, Rules.of_world(ground.world), as_of)
    rules = PlanRules.shipped()
    progress("weigh every door")
    whole = min(_cpu_s(picture, ground.atlas, rules) for _ in range(ROUNDS))
    progress("follow single reports")
    single = _single_reports(picture, ground.atlas, rules)
    copies = -(-DWELLINGS // len(ground.atlas))
    progress(f"lay {copies} towns side by side and weigh them")
    many, country = side_by_side(picture, ground.atlas, copies)
    progress(f"they are {many.digest[:8]}, as whoever built them would know")
    gc.freeze()
    doors = len(country)
    large = _cpu_s(many, country, rules)
    return [
        _row(f"belief of {len(ground.atlas):,} dwellings, CPU s", whole, "1, goal .5"),
        _row(f"belief of {doors:,} dwellings, CPU s", large, "60, goal 30"),
        _row("after one report, CPU ms p95", single, "100, goal 50"),
    ]


def _cpu_s(picture: Picture, atlas: Atlas, rules: PlanRules) -> float:
    start = time.process_time()
    Believer(picture, atlas, rules).belief()
    return time.process_time() - start


def _single_reports(picture: Picture, atlas: Atlas, rules: PlanRules) -> float:
    """Milliseconds to follow a visit, a call or an arrival; the 95th percentile."""
    dice = random.Random(7)
    believer = Believer(picture, atlas, rules)
    times = []
    for number in range(NEWS):
        picture = update(picture, [_report(atlas, dice.choice(atlas.keys), number)])
        start = time.process_time()
        believer.follow(picture)
        believer.belief()
        times.append(1000 * (time.process_time() - start))
    return sorted(times)[NEWS * 95 // 100]


def _report(atlas: Atlas, key: str, number: int) -> Report:
    building = atlas.building_of(atlas.keys[atlas.index[type(atlas.keys[0])(key)]])
    assert building is not None
    place = {"settlement": building.settlement, "building": building.code}
    place |= {"flat": key.rpartition("/")[2], "date": "2023-10-08T10:00"}
    if number % 3 == 0:
        return make_report(EXERCISE_KEY, ReportKind.CALL, "desk", dict(place))
    if number % 3 == 1:
        fields = place | {"how": "knocked", "result": "nobody_answered"}
        return make_report(EXERCISE_KEY, ReportKind.VISIT, "desk", dict(fields))
    fields = place | {"name": f"Sargsyan Anahit {number}", "event": "arrived"}
    return make_report(EXERCISE_KEY, ReportKind.PERSON, "desk", dict(fields))


def _row(measure: str, value: float, most: str) -> Row:
    return {"measure": measure, "value": value, "target": f"at most {most}"}
