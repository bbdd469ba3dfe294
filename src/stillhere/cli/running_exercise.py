"""``exercise run``: how fast a policy finds the people of a world of known truth."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Annotated, Any

import typer

from stillhere.cli import shapes
from stillhere.cli.options import AsJson
from stillhere.cli.progress import steps
from stillhere.cli.screen import as_json, heading, print_line, say, table, told
from stillhere.cli.writing import write
from stillhere.errors import Finding, StillHereError
from stillhere.exercise.full import Outcome
from stillhere.exercise.running import (
    HOURS,
    POLICIES,
    SHARES,
    Curve,
    Ground,
    Played,
    curve_csv,
    draw,
    found_by,
    hours_to,
    marks_shape,
    reached,
    read_curve,
)

USUAL, HORIZON = "stillhere", 2400.0
"""The policy and the vehicle-hours of a run where nobody says another."""

_CLOSE, _PLACES, _MOST = 1e-6, 4, 0.9


@dataclass
class Runs:
    """What was run, and what was read again.

    Attributes:
        curves: By policy, in the order of `POLICIES`.
        files: Where each curve lies.
        played: Runs of this command; a curve without one was read.
        outcomes: What they came to for people, in a full world.
        findings: About the world, its lists and the choices, each once.
    """

    curves: dict[str, Curve] = field(default_factory=dict)
    files: dict[str, Path] = field(default_factory=dict)
    played: dict[str, Played] = field(default_factory=dict)
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    findings: dict[Finding, None] = field(default_factory=dict)


def run_exercise(  # noqa: PLR0913 (what a person can say of a run)
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A world with truth/.")],
    *,
    policy: Annotated[
        str | None,
        typer.Option(help=f"Who chooses the doors: {', '.join(POLICIES)}."),
    ] = None,
    hours: Annotated[
        float, typer.Option(help="The horizon in vehicle-hours; 80 are one day.")
    ] = HORIZON,
    out: Annotated[Path, typer.Option(help="Write the curve into this CSV file.")],
    compare: Annotated[
        bool,
        typer.Option(
            "--compare", help="Run every policy, and draw all curves as one SVG."
        ),
    ] = False,
    calls: Annotated[
        bool,
        typer.Option(
            help="Have numbers on file called, where a full world has phones."
        ),
    ] = True,
    json: AsJson = False,
) -> None:
    """Play a world door by door by a policy, and write who is found by when.

    Eight teams go out each day. The policy is given tables and reports alone, in a
    process of its own, and never the truth. With --compare the other curves lie beside
    the file as NAME-POLICY.csv, and those that are there already are read instead of
    run; the picture is NAME.svg.
    """
    with steps() as shown:
        ground = Ground(folder, shown.tell, calls=calls)
        if not compare:
            runs = Runs()
            _play(ground, policy or USUAL, hours, out, runs)
        else:
            runs = _all(ground, policy, hours, out)
    picture = _drawn(runs.curves, folder, out) if compare else None
    if json:
        as_json(shape(runs, picture))
        return
    tell(runs, picture)


def _all(ground: Ground, named: str | None, hours: float, out: Path) -> Runs:
    """Every policy: the named one into the file itself, the others beside it."""
    if named is not None and named not in POLICIES:
        known = ", ".join(POLICIES)
        raise StillHereError("exercise/policy-unknown", policy=named, known=known)
    runs = Runs()
    for policy in POLICIES:
        path = out if policy == named else out.with_stem(f"{out.stem}-{policy}")
        known_curve = None if policy == named else _there(path, ground, hours)
        if known_curve is None:
            _play(ground, policy, hours, path, runs)
        else:
            runs.curves[policy], runs.files[policy] = known_curve, path
    return runs


def _there(path: Path, ground: Ground, hours: float) -> Curve | None:
    """The curve of a file that is there, of as many people and the same horizon."""
    try:
        curve = read_curve(path)
    except StillHereError:
        return None
    same = curve.people == ground.people and abs(curve.horizon - hours) < _CLOSE
    return curve if same else None


def _play(ground: Ground, policy: str, hours: float, path: Path, runs: Runs) -> None:
    played, findings = ground.play(policy, hours)
    write(path, curve_csv(played.curve))
    runs.curves[policy], runs.files[policy] = played.curve, path
    runs.played[policy] = played
    outcome = ground.outcome(played)
    if outcome is not None:
        runs.outcomes[policy] = outcome
    runs.findings |= dict.fromkeys(findings)


def _drawn(curves: Mapping[str, Curve], folder: Path, out: Path) -> Path:
    title = f"Found by policy: {folder.resolve().name}"
    return write(out.with_suffix(".svg"), draw(curves, title))


def shape(runs: Runs, picture: Path | None) -> dict[str, Any]:
    """Curves and marks for machines."""
    curves = [
        {
            "policy": policy,
            "file": str(runs.files[policy]),
            **marks_shape(curve),
            **_played(runs.played.get(policy)),
            "outcome": _outcome(runs.outcomes.get(policy)),
        }
        for policy, curve in runs.curves.items()
    ]
    return {
        "curves": curves,
        "picture": None if picture is None else str(picture),
        "findings": shapes.findings(tuple(runs.findings)),
    }


def _played(played: Played | None) -> dict[str, Any]:
    if played is None:
        return {"read_again": True}
    return {
        "read_again": False,
        "knocks": played.knocks,
        "calls": played.calls,
        "refused": dict(played.refused),
        "digests": dict(played.digests),
    }


def _outcome(outcome: Outcome | None) -> dict[str, Any] | None:
    if outcome is None:
        return None
    hours = outcome.to_90._asdict()
    return {
        **asdict(outcome),
        "to_90": {k: round(v, _PLACES) for k, v in hours.items()},
    }


def tell(runs: Runs, picture: Path | None) -> None:
    """Print the marks of every curve, and where things lie."""
    first = next(iter(runs.curves.values()))
    heading(f"Vehicle-hours until a share of {first.people:,} people was found")
    after = [hour for hour in HOURS if hour <= first.horizon]
    table(
        (
            "policy",
            *(f"#{share:.0%}" for share in SHARES),
            *(f"#after {hour:.0f} h" for hour in after),
            "#at the end",
        ),
        [_row(policy, curve, after) for policy, curve in runs.curves.items()],
    )
    if runs.outcomes:
        _tell_outcomes(runs.outcomes)
    for policy, path in runs.files.items():
        read = " (was there and was read; remove it to run it again)"
        print_line(f"{policy}: {path}{'' if policy in runs.played else read}")
    if picture is not None:
        print_line(f"wrote {picture}")
    for policy, played in runs.played.items():
        for name, digest in played.digests.items():
            say(f"{policy}, {name}: {digest}")
    told(runs.findings)


def _row(policy: str, curve: Curve, after: list[float]) -> tuple[str, ...]:
    to = (
        f"{hours_to(curve, share):,.0f}"
        if reached(curve, share)
        else f"over {curve.horizon:,.0f}"
        for share in SHARES
    )
    shares = (f"{found_by(curve, hour):.1%}" for hour in after)
    return policy, *to, *shares, f"{found_by(curve, curve.horizon):.1%}"


def _tell_outcomes(outcomes: Mapping[str, Outcome]) -> None:
    """What runs of a full world came to; days are those of the calendar."""
    heading("People who depend on help, and who died before being found")
    columns = [_outcome_column(outcome) for outcome in outcomes.values()]
    rows = zip(_OUTCOME_ROWS, *columns, strict=True)
    table(("what", *(f"#{policy}" for policy in outcomes)), rows)


_OUTCOME_ROWS = (
    "alive and dependent at hour 0",
    "  of them found alive",
    "  nine in ten of them, in vehicle-hours",
    "  nine in ten of them, on day",
    "  person-days without help",
    "died before being found",
    "dead at hour 0 and found",
    "chose to stay and found",
)


def _outcome_column(outcome: Outcome) -> tuple[str, ...]:
    many = outcome.dependent_found >= _MOST * outcome.dependent
    to_90 = outcome.to_90
    return (
        f"{outcome.dependent:,}",
        f"{outcome.dependent_found:,}",
        f"{'' if many else 'over '}{to_90.vehicle_hours:,.0f}",
        f"{'' if many else 'over '}{to_90.hour / 24:.1f}",
        f"{outcome.days_without_help:,.0f}",
        f"{outcome.deaths:,}",
        f"{outcome.dead_found:,}",
        f"{outcome.chose_found:,}",
    )
