"""The product with something changed: rates that are wrong, links that are right."""

import random
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from stillhere.exercise import Truth
from stillhere.exercise.running.news import News
from stillhere.exercise.running.product import Product, all_alike
from stillhere.intake import Import, World
from stillhere.plan import Atlas, PlanRules
from stillhere.plan.rules import MILLION
from stillhere.reports import EXERCISE_KEY, make_report
from stillhere.vocabulary import ReportKind

RATES: Final = ("stayed", "word", "asked", "called", "found")
_NO_RATES: Final = {
    "per_dwelling_hundredths",
    "old_age_years",
    "days",
    "speaks_from",
    "step_m",
    "knock_strength",
}
_HALF: Final = MILLION // 2


def wrong_rates(draw: int) -> PlanRules:
    """The rates of belief, each doubled or halved by a coin.

    Of a rate above a half it is the rest to one that is doubled or halved.
    """
    coin = random.Random(draw)
    rules = all_alike(PlanRules.shipped())
    for section in RATES:
        for name, value in sorted(rules.tables[section].items()):
            if isinstance(value, int) and name not in _NO_RATES:
                changed = _changed(value, double=coin.random() < 1 / 2)
                rules = rules.changed(section, **{name: changed})
    return rules


def _changed(rate: int, *, double: bool) -> int:
    rest = MILLION - rate if rate > _HALF else rate
    new = min(rest * 2, MILLION - 1) if double else rest // 2
    return MILLION - new if rate > _HALF else new


def rates_1(world: World, atlas: Atlas) -> Product:
    """The first draw of wrong rates."""
    return Product(world, atlas, wrong_rates(1))


def rates_2(world: World, atlas: Atlas) -> Product:
    """The second draw."""
    return Product(world, atlas, wrong_rates(2))


def rates_3(world: World, atlas: Atlas) -> Product:
    """The third draw."""
    return Product(world, atlas, wrong_rates(3))


def no_links(world: World, atlas: Atlas) -> Product:
    """The product linking nothing by itself: what is judged the same is the same."""
    rules = f"[shape]\nthreshold = {MILLION}\n"
    alike = all_alike(PlanRules.shipped())
    return Product(replace(world, rules=rules), atlas, alike)


def by_day_5(world: World, atlas: Atlas) -> Product:
    """A door in every settlement by the fifth day, not sooner."""
    rules = all_alike(PlanRules.shipped()).changed("time", settlement_by_day=5)
    return Product(world, atlas, rules)


def judged(truth: Truth, imported: Import, news: News) -> News:
    """The news with everybody who is listed linked by judgements, and nobody else.

    A row of a list is the same as the register's row of its person; of who stands in no
    register, as their first row.
    """
    rows = {(p.file, p.row): p.report for p in imported.provenance}
    first: dict[str, tuple[str, int]] = {}
    for row, person in sorted(truth.mentions.items(), key=_register_first):
        first.setdefault(person, row)
    day_of = {r.id: day for day, reports in news.days.items() for r in reports}
    days = {day: list(reports) for day, reports in news.days.items()}
    for row, person in sorted(truth.mentions.items()):
        one, two = rows.get(row), rows.get(first[person])
        if one is None or two is None or one == two:
            continue
        day = max(day_of.get(one, 0), day_of.get(two, 0))
        fields = {"judgement": "same", "a": one, "b": two}
        kind = ReportKind.JUDGEMENT
        days.setdefault(day, []).append(
            make_report(EXERCISE_KEY, kind, "truth", fields)
        )
    return News(days, news.findings)


def _register_first(item: tuple[tuple[str, int], str]) -> tuple[bool, tuple[str, int]]:
    row, _ = item
    return row[0] != "register.xlsx", row


def without(source: str, imported: Import, news: News) -> News:
    """The news without the lists of one kind."""
    folder = _FOLDERS[source]
    left_out = {p.report for p in imported.provenance if folder(p.file)}
    days = {
        day: [report for report in reports if report.id not in left_out]
        for day, reports in news.days.items()
    }
    return News(days, news.findings)


def _below(folder: str) -> Callable[[str], bool]:
    return lambda file: file.startswith(folder)


_FOLDERS: Final[Mapping[str, Callable[[str], bool]]] = {
    "calls": _below("hotline/"),
    "requests": _below("tracing/"),
    "manifests": _below("manifests/"),
    "services": _below("social"),
    "arrivals": _below("arrivals/"),
}
