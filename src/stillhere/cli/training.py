"""``train``: weights of identity learnt from lists, frozen into a file of rules."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from stillhere.cli.opening import text_of_rules
from stillhere.cli.options import AsJson
from stillhere.cli.progress import steps
from stillhere.cli.screen import as_json, heading, print_line, say, table
from stillhere.cli.trained import fitted, trained
from stillhere.cli.writing import write
from stillhere.errors import StillHereError
from stillhere.exercise.fitting import NAMES, RIDGE, Fitted
from stillhere.identity import IdentityRules
from stillhere.identity.learning.training import Trained

TELLING = 100
"""Millibits from which a change is shown."""

_BITS = 3


@dataclass(frozen=True, slots=True)
class Learnt:
    """What was found.

    Attributes:
        old, new: Rules before and after, the new ones frozen.
        found: How.
        lists: Number of stores and folders.
    """

    old: IdentityRules
    new: IdentityRules
    found: Trained | Fitted
    lists: int

    def moved(self) -> Iterator[tuple[str, str, int, int]]:
        """Section, name, millibits before and after, of the weights that changed."""
        for part, name in NAMES:
            before, after = self.old[part][name], self.new[part][name]
            if before != after:
                yield part, name, before, after


def train(  # noqa: PLR0913 (what a person can say to it)
    where: Annotated[
        list[Path] | None,
        typer.Argument(help="Stores, or folders of worlds, with their lists."),
    ] = None,
    *,
    out: Annotated[Path, typer.Option(help="The file of rules to write.")],
    learn: Annotated[
        list[Path] | None,
        typer.Option(help="A world with truth/ to fit weights to; give several."),
    ] = None,
    rules: Annotated[
        Path | None, typer.Option(help="Rules to start from; otherwise those in force.")
    ] = None,
    ridge: Annotated[
        float, typer.Option(help="With --learn: how much to lean on those rules.")
    ] = RIDGE,
    passphrase_fd: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            help="Read passphrases from this open descriptor instead of the terminal, a "
            "line for each store.",
        ),
    ] = None,
    json: AsJson = False,
) -> None:
    """Learn the weights of identity and write them as a file of rules.

    From lists at hand, of which nothing is labelled, weights, rarities of names and the
    share of rows with nobody in the register are learnt; or, with --learn, weights are
    fitted to exercise worlds whose truth is known. Nothing in 'build' does any of this;
    'stillhere build WHERE --rules FILE' takes the file.
    """
    _check(where, learn, ridge)
    text = text_of_rules(rules)
    found: Trained | Fitted
    with steps() as shown:
        if where:
            old, found = trained(where, text, shown, passphrase_fd)
        else:
            old, found = fitted(learn or (), text, shown, ridge)
    learnt = Learnt(old, found.rules, found, len(where or learn or ()))
    written = write(out, found.rules.to_toml("\n".join(_story(learnt))))
    if json:
        as_json(_shape(learnt, written))
    else:
        _tell(learnt, written)


def _check(
    where: Sequence[Path] | None, learn: Sequence[Path] | None, ridge: float
) -> None:
    if bool(where) == bool(learn):
        raise StillHereError(
            "cli/usage", reason="Name lists to train by, or worlds with --learn."
        )
    if not ridge >= 0:
        raise StillHereError("cli/usage", reason="--ridge is 0 or more.")


def _story(learnt: Learnt) -> Iterator[str]:
    """How the rules came about, for whoever opens the file."""
    yield "Rules of identity, written by 'stillhere train'; see docs/howto/"
    yield "train-and-calibrate.md. A changed number makes other rules."
    found = learnt.found
    source = "lists without labels" if isinstance(found, Trained) else "exercise worlds"
    yield f"Weights learnt from {found.rows} rows beside {found.pairs} candidates,"
    yield f"{learnt.lists} x {source}, {found.rounds} rounds."


def _shape(learnt: Learnt, written: Path) -> dict[str, Any]:
    found = learnt.found
    return {
        "written": str(written),
        "rules": learnt.new.digest,
        "version": learnt.new["edition"]["version"],
        "rows": found.rows,
        "pairs": found.pairs,
        "rounds": found.rounds,
        "nobody": round(found.nobody, 6) if isinstance(found, Trained) else None,
        "surprise": _surprise(found) if isinstance(found, Fitted) else None,
        "names": {"given": len(learnt.new.given), "family": len(learnt.new.family)},
        "moved": [
            {"section": part, "name": name, "before": before, "after": after}
            for part, name, before, after in learnt.moved()
        ],
    }


def _surprise(found: Fitted) -> dict[str, float]:
    return {"before": round(found.before, 6), "after": round(found.after, 6)}


def _tell(learnt: Learnt, written: Path) -> None:
    found = learnt.found
    say(f"Rules, version {learnt.new['edition']['version']}")
    print_line(f"rules   {learnt.new.digest}")
    say(
        f"Learnt from {found.rows:,} rows beside {found.pairs:,} candidates in "
        f"{found.rounds} rounds."
    )
    if isinstance(found, Trained):
        say(
            f"Of all rows {found.nobody:.1%} seem to have nobody in the register. "
            f"Rarities of {len(learnt.new.given):,} given and "
            f"{len(learnt.new.family):,} family names."
        )
    else:
        say(
            f"The truth surprises by {found.after:.3f} bits a row, before "
            f"{found.before:.3f}."
        )
    heading(f"Weights that moved by {TELLING / 1000:g} bits or more")
    table(
        ("", "", "#before", "#after"),
        [
            (part, name, _bits(before), _bits(after))
            for part, name, before, after in learnt.moved()
            if abs(after - before) >= TELLING
        ],
    )
    print_line(f"wrote {written}")
    print_line(
        f"Next: 'stillhere calibrate WHERE --rules {written}' chooses the threshold."
    )


def _bits(millibits: int) -> str:
    return f"{millibits / 1000:.{_BITS}f}"
