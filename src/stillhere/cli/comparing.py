"""``names compare``: the chance that two written names are one, alone or by the batch."""

from typing import Annotated, Any, Final

import typer

from stillhere.cli.batching import compare_lines
from stillhere.cli.options import AsJson
from stillhere.cli.screen import as_json, print_line, table
from stillhere.errors import StillHereError
from stillhere.names import Meeting, NameComparison, NamePart, NameReason, compare_names

commands = typer.Typer(help="Compare names across scripts.")

WORDS: Final = {
    Meeting.SAME: "the same but for spelling",
    Meeting.SPELLING: "alike, with letters that seldom stand for one another",
    Meeting.KNOWN: "known spellings of one name",
    Meeting.SHORT: "a short form, or a form of another language",
    Meeting.INITIAL: "an initial and what it may stand for",
    Meeting.UNLIKE: "unlike",
    Meeting.FATHER: "a father's name, told on one side only",
    Meeting.PARTICLE: "a particle, written on one side only",
    Meeting.ALONE: "nothing beside it",
}
_VERDICTS: Final = ((0.95, "one name"), (0.6, "likely one name"), (0.4, "undecided"))
_OTHERWISE: Final = ((0.05, "likely two names"), (0.0, "two names"))


@commands.callback()
def names() -> None:
    """Compare names across scripts."""


@commands.command("compare")
def compare(
    a: Annotated[
        str | None, typer.Argument(metavar="A", help="A name, in any script.")
    ] = None,
    b: Annotated[str | None, typer.Argument(metavar="B", help="The other.")] = None,
    *,
    batch: Annotated[
        bool,
        typer.Option(
            "--batch",
            help="Read two names a line as CSV; write the chance of each line.",
        ),
    ] = False,
    json: AsJson = False,
) -> None:
    """Give the chance that two names are one, in any two scripts, and why.

    Neither the order of the words nor titles, particles and fathers' names that one
    side leaves out count for much. With --batch names come from standard input; a
    first line a,b is a header. One decimal a line is written.
    """
    if batch:
        if a is not None or json:
            reason = "A batch reads its names from standard input and writes decimals."
            raise StillHereError("cli/usage", reason=reason)
        compare_lines()
        return
    if a is None or b is None:
        raise StillHereError("cli/usage", reason="Two names are needed to compare.")
    found = compare_names(a, b)
    if json:
        as_json(_shape(a, b, found))
    else:
        _show(found)


def _shape(a: str, b: str, found: NameComparison) -> dict[str, Any]:
    return {
        "a": a,
        "b": b,
        "probability": found.probability,
        "verdict": _verdict(found.probability),
        "reasons": [
            {
                "left": _part_shape(reason.left),
                "right": _part_shape(reason.right),
                "how": reason.how.value,
                "likeness": reason.likeness,
                "words": WORDS[reason.how],
            }
            for reason in found.reasons
        ],
    }


def _part_shape(part: NamePart | None) -> dict[str, str] | None:
    if part is None:
        return None
    return {"text": part.text, "roman": part.roman, "folded": part.folded}


def _show(found: NameComparison) -> None:
    print_line(f"{found.probability:.3f} {_verdict(found.probability)}")
    if found.reasons:
        table(("A", "B", "how they meet"), map(_row, found.reasons))


def _verdict(chance: float) -> str:
    levels = (*_VERDICTS, *_OTHERWISE)
    return next(words for least, words in levels if chance >= least)


def _row(reason: NameReason) -> tuple[str, str, str]:
    return _said(reason.left), _said(reason.right), WORDS[reason.how]


def _said(part: NamePart | None) -> str:
    if part is None:
        return ""
    plain = part.roman == part.text.lower()
    return part.text if plain else f"{part.text} ({part.roman})"
