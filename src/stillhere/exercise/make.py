"""Make the folder of a world: lists to work with and the truth to judge by."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from stillhere.errors import StillHereError
from stillhere.exercise.buildings import LANGUAGES
from stillhere.exercise.files import write_csv, write_xlsx
from stillhere.exercise.full.assumed import count
from stillhere.exercise.full.failing import draw_together
from stillhere.exercise.full.filling import fill
from stillhere.exercise.full.sheltering import shelter
from stillhere.exercise.full.teams import teams
from stillhere.exercise.full.writing import write_full
from stillhere.exercise.list_arrivals import arrivals
from stillhere.exercise.list_calls import calls
from stillhere.exercise.list_manifests import manifests
from stillhere.exercise.list_register import WIDTHS as REGISTER_WIDTHS
from stillhere.exercise.list_register import register, register_coverage
from stillhere.exercise.list_social import MERGED, social_service
from stillhere.exercise.list_social import WIDTHS as SOCIAL_WIDTHS
from stillhere.exercise.list_tracing import tracing
from stillhere.exercise.operation import write_operation
from stillhere.exercise.settlements import GAZETTEER, place_row
from stillhere.exercise.sheet import Sheet
from stillhere.exercise.towns import TOWNS
from stillhere.exercise.truth_files import write_truth
from stillhere.exercise.tutorial import make_tutorial
from stillhere.exercise.world import World, make_core

Progress = Callable[[str, float], None]

BUILDINGS_HEADER = (
    "building",
    "settlement",
    *(f"address_{language}" for language in LANGUAGES),
    "x_km",
    "y_km",
    "flats",
)


def make_world(  # noqa: PLR0913 (each is an option of `exercise make`)
    town: str,
    seed: int,
    out: Path,
    *,
    core: bool,
    scale: float = 1.0,
    together: bool = False,
    reports: int = 0,
    progress: Progress | None = None,
) -> None:
    """Write `lists/` and `truth/` of a world into `out`.

    Equal arguments give equal bytes in every file. `tutorial` is the same town for any
    seed, scale and whatever else is asked for.

    Args:
        town: `tutorial`, `khankendi` or `region`.
        seed: Any whole number from 0.
        out: A folder that does not exist yet or is empty.
        core: Make the core world, on which marks are measured; else the full world.
        scale: Enlarges or shrinks counts; lengths by its square root.
        together: Lists fail together: whole villages are missing from the register,
            and calls, requests and care know the same people.
        reports: Fill a full world with about so many rows of lists over 60 days.
        progress: Called with what is being done and the share done, 0 to 1.

    Raises:
        StillHereError: The town is unknown, the scale or the number of reports cannot
            be used, or `out` holds files already.
    """
    tell = progress or (lambda _what, _share: None)
    _check(town, seed, out)
    _check_reports(reports, core=core)
    if town == "tutorial":
        make_tutorial(out)
        return
    tell("town and people", 0.0)
    world = make_core(town, seed, scale)
    if together:
        world = replace(world, together=draw_together(world))
    full = None if core else shelter(world)
    if full is not None:
        world = full.world
    lists = out / "lists"
    tell("buildings", 0.05)
    _write_places(lists, world)
    tell("register", 0.1)
    book, sheets, calls_at = _write_lists(lists, world, tell)
    coverage = register_coverage(book, len(world.persons))
    tell("truth", 0.6)
    if full is None:
        write_operation(lists, len(world.persons), coverage)
        write_truth(out / "truth", world, sheets, calls_at)
    else:
        days = count("filled" if reports else "access", "days")
        calls_at += write_full(out, full, sheets, days)
        more = {"teams": teams(world)}
        write_operation(lists, len(world.persons), coverage, days=days, more=more)
        write_truth(out / "truth", world, sheets, calls_at, core=False)
        rows = sum(len(sheet.rows) for sheet in sheets)
        fill(out, world, max(0, reports - rows), tell)
    tell("done", 1.0)


def _write_lists(
    lists: Path, world: World, tell: Progress
) -> tuple[Sheet, list[Sheet], list[dict[str, object]]]:
    """The lists of the core world: the register, all of them, the places of calls."""
    book = register(world)
    write_xlsx(lists, book, title="Ռեգիստր", widths=REGISTER_WIDTHS)
    tell("arrivals and manifests", 0.4)
    sheets = [*arrivals(world), *manifests(world)]
    tell("calls and tracing requests", 0.5)
    hotline, places = calls(world)
    sheets += [*hotline, *tracing(world)]
    for sheet in sheets:
        write_csv(lists, sheet)
    social = social_service(world)
    write_xlsx(lists, social, title="Հաշվառում", widths=SOCIAL_WIDTHS, merged=MERGED)
    return book, [book, *sheets, social], places


def _check_reports(reports: int, *, core: bool) -> None:
    if reports < 0 or (core and reports):
        raise StillHereError("exercise/reports-not-usable", reports=reports)


def _check(town: str, seed: int, out: Path) -> None:
    if town not in TOWNS:
        raise StillHereError("exercise/town-unknown", town=town, known=", ".join(TOWNS))
    if seed < 0:
        raise StillHereError("exercise/seed-not-usable", seed=seed)
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise StillHereError("exercise/folder-not-empty", path=str(out))


def _write_places(lists: Path, world: World) -> None:
    """`buildings.csv` and `places.csv`."""
    buildings = world.buildings
    sheet = Sheet("buildings.csv")
    sheet.add(BUILDINGS_HEADER)
    columns = zip(
        buildings.settlement.tolist(),
        *(buildings.address[language] for language in LANGUAGES),
        buildings.x.tolist(),
        buildings.y.tolist(),
        buildings.flats.tolist(),
        strict=True,
    )
    for n, (where, *address, x, y, flats) in enumerate(columns):
        place = buildings.places[where].names["en"]
        sheet.add((buildings.code(n), place, *address, f"{x:.3f}", f"{y:.3f}", flats))
    write_csv(lists, sheet)
    sheet = Sheet("places.csv")
    sheet.add(GAZETTEER)
    for settlement in buildings.places:
        sheet.add(place_row(settlement))
    write_csv(lists, sheet)
