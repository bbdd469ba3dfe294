"""``find``: a person or a place, in any script and either order of names."""

import time
from pathlib import Path
from typing import Annotated, Any

import typer

from stillhere.cli import shapes, words
from stillhere.cli.opening import opened
from stillhere.cli.options import AsJson, AsOf, PassphraseFd, Where
from stillhere.cli.progress import steps
from stillhere.cli.screen import as_json, heading, say, table
from stillhere.cli.seeking import people, places
from stillhere.errors import StillHereError
from stillhere.ledger import Picture
from stillhere.places import Gazetteer

_LIMIT = 10


def find(  # noqa: PLR0913 (what a search can be told)
    where: Where,
    text: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="TEXT...", help="A name of a person or place; a number."
        ),
    ] = None,
    *,
    batch: Annotated[
        Path | None, typer.Option(help="A file with one question a line.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="Most people shown.")] = _LIMIT,
    as_of: AsOf = None,
    passphrase_fd: PassphraseFd = None,
    json: AsJson = False,
) -> None:
    """Find a person or a place in any script; quick typing errors are forgiven."""
    questions = _lines(batch) if batch is not None else [" ".join(text or ()).strip()]
    if not any(questions):
        raise StillHereError("cli/usage", reason="There is nothing to look for.")
    with steps() as shown, opened(where, shown, as_of=as_of, fd=passphrase_fd) as found:
        picture = found.picture(shown)
    gazetteer = found.world.gazetteer
    answers = [_answer(gazetteer, picture, question, limit) for question in questions]
    if batch is not None:
        _all(answers, json=json)
    elif json:
        as_json(answers[0])
    else:
        _one(answers[0])


def _lines(path: Path) -> list[str]:
    try:
        written = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise StillHereError(
            "cli/file-failed", path=path, reason="it is not UTF-8"
        ) from error
    return [line.strip() for line in written.splitlines() if line.strip()]


def _answer(
    gazetteer: Gazetteer, picture: Picture, question: str, limit: int
) -> dict[str, Any]:
    """Places and people, and the milliseconds the looking took."""
    began = time.perf_counter()
    matches = places(gazetteer, question)
    hits = people(picture, question, limit, beside=matches)
    spent = (time.perf_counter() - began) * 1000
    return {
        "question": question,
        "ms": round(spent, 3),
        "places": [
            {
                **shapes.named_place(match.place),
                "matched": match.name,
                "exact": match.exact,
                "score": match.score,
            }
            for match in matches
        ],
        "people": [
            {**shapes.person(entry), "likeness": hit.likeness} for hit, entry in hits
        ],
    }


def _one(answer: dict[str, Any]) -> None:
    if not answer["places"] and not answer["people"]:
        say(f"Nothing answers to {answer['question']}.")
        return
    if answer["places"]:
        heading("Places")
        table(
            ("names", "kind", "id"),
            [(_names(p), p["kind"], p["id"]) for p in answer["places"]],
        )
    if answer["people"]:
        heading("People")
        table(
            ("#likeness", "name", "born", "status", "home", "id"),
            [
                (
                    f"{p['likeness'] / 10:.0f} %",
                    p["latin"],
                    p["birth"],
                    words.STATUS[p["status"]],
                    p["home"],
                    p["id"][: words.SHORT],
                )
                for p in answer["people"]
            ],
        )


def _names(place: dict[str, Any]) -> str:
    names = place["names"]
    several = (names["en"], names["hy"], names["az"], names["ru"], *names["other"])
    return " · ".join(dict.fromkeys(filter(None, several)))


def _all(answers: list[dict[str, Any]], *, json: bool) -> None:
    times = sorted(answer["ms"] for answer in answers)
    summary = {
        "questions": len(times),
        "p50_ms": _at(times, 50),
        "p95_ms": _at(times, 95),
        "max_ms": times[-1],
    }
    if json:
        as_json({**summary, "answers": answers})
        return
    table(
        ("question", "#ms", "best place", "best person"),
        [
            (a["question"], f"{a['ms']:.1f}", _best_place(a), _best_person(a))
            for a in answers
        ],
    )
    say(
        f"{summary['questions']:,} questions: p50 {summary['p50_ms']:.1f} ms, p95 "
        f"{summary['p95_ms']:.1f} ms, longest {summary['max_ms']:.1f} ms."
    )


def _at(times: list[float], percent: int) -> float:
    """The smallest time that `percent` of all stay within."""
    return times[max(0, -(-len(times) * percent // 100) - 1)]


def _best_place(answer: dict[str, Any]) -> str:
    return _names(answer["places"][0]) if answer["places"] else ""


def _best_person(answer: dict[str, Any]) -> str:
    return answer["people"][0]["latin"] if answer["people"] else ""
