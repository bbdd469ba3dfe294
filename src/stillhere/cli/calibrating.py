"""``calibrate``: rules of identity for the lists at hand, frozen into a file."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from stillhere.cli.calibrated import Chosen, chosen, learnt
from stillhere.cli.opening import opened, text_of_rules, under
from stillhere.cli.options import AsJson, PassphraseFd
from stillhere.cli.progress import steps
from stillhere.cli.screen import as_json, heading, print_line, say, table
from stillhere.cli.writing import write
from stillhere.errors import StillHereError
from stillhere.identity import IdentityRules
from stillhere.identity.learning.threshold import Choice
from stillhere.pipeline.decoyed import DecoyMarks

MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Calibrated:
    """What was found.

    Attributes:
        rules: Frozen.
        chosen: For the lists at hand; None without any.
        learnt: Number of worlds that taught.
        target: Precision wanted, a fraction.
    """

    rules: IdentityRules
    chosen: Chosen | None
    learnt: int
    target: float


def calibrate(  # noqa: PLR0913 (what a person can say to it)
    where: Annotated[
        Path | None,
        typer.Argument(help="A store, or the folder of a world, with its lists."),
    ] = None,
    *,
    out: Annotated[Path, typer.Option(help="The file of rules to write.")],
    learn: Annotated[
        list[Path] | None,
        typer.Option(help="A world with truth/ to learn chances from; give several."),
    ] = None,
    rules: Annotated[
        Path | None, typer.Option(help="Rules to start from; otherwise those in force.")
    ] = None,
    target: Annotated[
        float, typer.Option(help="Precision links made without a person shall have.")
    ] = 0.997,
    decoys: Annotated[
        bool, typer.Option(help="Check with invented people in the register.")
    ] = True,
    passphrase_fd: PassphraseFd = None,
    json: AsJson = False,
) -> None:
    """Calibrate the probabilities of identity and write them as a file of rules.

    Exercise worlds teach the shift for "nobody" and the chances to have left. The lists
    at hand give population, coverage and the threshold, without any truth. Nothing in
    'build' does any of this; 'stillhere build WHERE --rules FILE' takes the file.
    """
    if not (learn or where):
        raise StillHereError(
            "cli/usage", reason="Name lists to calibrate by, or worlds with --learn."
        )
    if not 0 < target < 1:
        raise StillHereError("cli/usage", reason="--target lies between 0 and 1.")
    text = text_of_rules(rules)
    with steps() as shown:
        tables = learnt(learn or (), text, shown)
        picked = None
        own = IdentityRules.from_toml(text)
        if where is not None:
            with opened(where, shown, fd=passphrase_fd) as found:
                own = under(found, text).rules.identity
                asked = round(target * MILLION)
                picked = chosen(found, own.changed(tables), asked, decoys=decoys)
    shape = {**tables.get("shape", {}), **_threshold(picked)}
    frozen = own.changed({**tables, "shape": shape})
    result = Calibrated(frozen, picked, len(learn or ()), target)
    written = write(out, frozen.to_toml("\n".join(_story(result))))
    if json:
        as_json(_shape(result, written))
    else:
        _tell(result, written)


def _threshold(picked: Chosen | None) -> dict[str, int]:
    return {} if picked is None else {"threshold": picked.choice.threshold}


def _story(result: Calibrated) -> Iterator[str]:
    """How the rules came about, for whoever opens the file."""
    yield "Rules of identity, written by 'stillhere calibrate'; see docs/howto/"
    yield "train-and-calibrate.md. A changed number makes other rules."
    if result.learnt:
        yield f"Chances learnt on {result.learnt} exercise worlds."
    if result.chosen is not None:
        yield (
            f"Threshold for a precision of {result.target:g}: "
            f"{_share(result.chosen.choice.threshold)}, "
            f"expected {_share(result.chosen.choice.sure) or 'to link nobody'}."
        )
    if result.chosen is not None and result.chosen.decoys is not None:
        marks = result.chosen.decoys
        yield f"Of {marks.rows} linked rows {marks.caught} were caught by decoys."


def _share(millionths: int | None) -> str:
    return "" if millionths is None else f"{millionths / MILLION:.4f}"


def _fraction(millionths: int | None) -> float | None:
    return None if millionths is None else millionths / MILLION


def _shape(result: Calibrated, written: Path) -> dict[str, Any]:
    picked = result.chosen
    marks = picked.decoys if picked is not None else None
    return {
        "written": str(written),
        "rules": result.rules.digest,
        "version": result.rules["edition"]["version"],
        "population": dict(result.rules["population"]),
        "base": result.rules.base,
        "nobody": result.rules["shape"]["nobody"],
        "worlds": result.learnt,
        "before": None if picked is None else _choice(picked.before),
        "chosen": None if picked is None else _choice(picked.choice),
        "decoys": None
        if marks is None
        else {
            "decoys": marks.decoys,
            "rows": marks.rows,
            "caught": marks.caught,
            "precision": _fraction(marks.precision),
        },
    }


def _choice(choice: Choice) -> dict[str, float | None]:
    return {
        "threshold": choice.threshold / MILLION,
        "rows": choice.rows,
        "expected_precision": _fraction(choice.sure),
        "rows_with_candidate": choice.of,
    }


def _tell(result: Calibrated, written: Path) -> None:
    rules = result.rules
    say(f"Rules, version {rules['edition']['version']}")
    print_line(f"rules   {rules.digest}")
    people, share = (rules["population"][name] for name in ("people", "coverage"))
    say(
        f"For {people:,} people, {_share(share)} of them in the register: a pair needs "
        f"{rules.base / 1000:.1f} bits."
    )
    if result.chosen is not None:
        heading("Threshold")
        choices = (("so far", result.chosen.before), ("chosen", result.chosen.choice))
        table(
            ("", "#both sides at least", "#rows linked", "#expected right"),
            [
                (name, _share(c.threshold), f"{c.rows:,}", _share(c.sure))
                for name, c in choices
            ],
        )
        if result.chosen.decoys is not None:
            say(_checked(result.chosen.decoys))
    print_line(f"wrote {written}")
    print_line(f"Next: 'stillhere build WHERE --rules {written}' builds by them.")


def _checked(marks: DecoyMarks) -> str:
    """What the decoys say of the links."""
    told = (
        f"With {marks.decoys:,} invented people in the register, {marks.caught:,} rows "
        f"were linked with one of them and {marks.rows:,} with a real one: "
    )
    if marks.precision is None:
        return f"{told}there is nothing to check."
    return f"{told}about {_share(marks.precision)} of the links are right."
