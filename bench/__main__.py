"""Run the measurements, print them with the machine, and write them down on request."""

import argparse
import importlib
import inspect
import os
import pkgutil
import platform
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

import bench
from bench import Row

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reference" / "benchmarks.md"
COLUMNS = ("measure", "value", "peer", "ratio", "target")
INTRODUCTION = """\
# Measurements

Written by `make bench`; each part says on which machine, commit and date. Numbers of other
machines differ; compare the ratios.
"""


def subjects() -> list[str]:
    """Names of the modules that measure, sorted."""
    found = (module.name for module in pkgutil.iter_modules(bench.__path__))
    return sorted(name for name in found if not name.startswith("_"))


def machine() -> str:
    """Cores, memory and Python of this machine, in one line."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 0
    pages = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return (
        f"{cores or os.cpu_count()} cores, {pages / 2**30:.1f} GiB, "
        f"Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    )


def cell(value: object) -> str:
    """A value for people: four figures of a number, nothing for None."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return "" if value is None else str(value)
    return f"{value:,}" if isinstance(value, int) else f"{value:,.4g}"


def section(name: str, heading: str, rows: Sequence[Row], circumstances: str) -> str:
    """The part of the page that one subject owns, markers included."""
    lines = [f"<!-- measured: {name} -->", f"## {heading}", "", circumstances, ""]
    lines += [f"| {' | '.join(COLUMNS)} |", "|---" * len(COLUMNS) + "|"]
    for row in rows:
        cells = (cell(row.get(column)).replace("|", "\\|") for column in COLUMNS)
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join([*lines, "", f"<!-- end: {name} -->"])


def page_with(page: str, sections: Mapping[str, str]) -> str:
    """The page with these parts in place of the old ones, new parts at its end."""
    for name, text in sections.items():
        old = re.compile(
            rf"<!-- measured: {re.escape(name)} -->.*?<!-- end: {re.escape(name)} -->",
            re.DOTALL,
        )
        found = old.search(page)
        if found:
            page = page[: found.start()] + text + page[found.end() :]
        else:
            page = f"{page.rstrip()}\n\n{text}\n"
    return page


def show(console: Console, heading: str, rows: Sequence[Row]) -> None:
    table = Table(*COLUMNS, title=heading, title_justify="left")
    for row in rows:
        table.add_row(*(cell(row.get(column)) for column in COLUMNS))
    console.print(table)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("subject", nargs="*", help=f"of: {', '.join(subjects())}")
    parser.add_argument("--commit", default="not stated", help="what is measured")
    parser.add_argument("--date", default="not stated", help="when, as an ISO date")
    parser.add_argument("--extract", help="OpenStreetMap extract for the subject roads")
    parser.add_argument("--write", action="store_true", help=f"into {PAGE.name}")
    return parser.parse_args()


def main() -> int:
    asked = arguments()
    if asked.extract:
        os.environ["STILLHERE_BENCH_EXTRACT"] = asked.extract
    unknown = sorted(set(asked.subject) - set(subjects()))
    if unknown:
        print(f"There is no measurement {', '.join(unknown)}.", file=sys.stderr)
        return 2
    console, told = Console(), Console(stderr=True)
    circumstances = f"{machine()}; commit {asked.commit}; {asked.date}."
    console.print(circumstances, highlight=False)
    sections = {}
    for name in asked.subject or subjects():
        module = importlib.import_module(f"bench.{name}")
        heading = (inspect.getdoc(module) or name).splitlines()[0].rstrip(".")
        told.print(f"{heading} …", highlight=False, markup=False)
        rows: Sequence[Row] = module.run(
            lambda line: told.print(f"  {line}", highlight=False, markup=False)
        )
        show(console, heading, rows)
        sections[name] = section(name, heading, rows, circumstances)
    if asked.write:
        page = PAGE.read_text(encoding="utf-8") if PAGE.is_file() else INTRODUCTION
        PAGE.write_text(page_with(page, sections), encoding="utf-8")
        console.print(f"Written to {PAGE.relative_to(PAGE.parents[2])}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
