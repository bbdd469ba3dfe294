"""A picture as bytes and back, so that a restart need not build it.

The bytes hold everything the picture is computed from: reports, readings, links,
entries, maps with their digests. What is read back is the picture itself: the same
digest, and updated it gives what a build of everything gives. They hold every name and
number of the reports: to be kept inside the encrypted store alone.
"""

from collections.abc import Iterable
from typing import Any

from stillhere.errors import StillHereError
from stillhere.intake import Buildings
from stillhere.ledger import PersistentMap, Picture
from stillhere.ledger.persistent import Laid, by_hex, by_text
from stillhere.pipeline import frame
from stillhere.pipeline.calm import calm, set_apart
from stillhere.pipeline.evidence import BenchEvidence, evidence_of
from stillhere.pipeline.flow import moved, update
from stillhere.pipeline.frame import Header
from stillhere.pipeline.laying import Layout, Plan
from stillhere.pipeline.lifting import Lifter
from stillhere.pipeline.people import PeopleChange
from stillhere.pipeline.readings import Progress
from stillhere.pipeline.rules import Rules
from stillhere.pipeline.shapes import program
from stillhere.pipeline.workbench import Workbench
from stillhere.reports import Provenance, Report

_MAPS = {
    "entries": by_hex,
    "households": by_hex,
    "places": by_text,
    "sources": by_text,
    "statements": by_hex,
    "referents": by_hex,
}
"""Maps of a picture and how their keys fall into buckets."""


def to_bytes(picture: Picture) -> bytes:
    """Everything a picture is made of, to be kept in the encrypted store alone.

    Nothing may advance the picture meanwhile.

    Raises:
        TypeError: The picture was not made by `build` or `update`.
        ValueError: It is not the newest of its line.
    """
    evidence = evidence_of(picture)
    if picture.epoch != len(evidence.extents):
        raise ValueError("only the newest picture of a line can be kept")
    bench = evidence.bench
    header = Header(bench.program, bench.rules.digest, bench.as_of, picture.digest)
    with calm():
        layout = Layout()
        held: dict[str, Any] = {
            **bench.held(),
            "origins": evidence.origins(),
            "addresses": bench.places.buildings.addresses,
        }
        laid = {name: getattr(picture, name).laid() for name in _MAPS}
        roots = {name: layout.column([value]) for name, value in held.items()}
        maps = {
            name: [layout.column([one.values]), layout.column([one.counts])]
            for name, one in laid.items()
        }
        kinds, numbers = frame.of_arrays(layout.arrays)
        mark, texts = frame.of_texts(list(layout.texts))
        plan = [layout.batches, roots, maps, kinds, mark]
        digests = [part for one in laid.values() for part in (one.leaves, one.joined)]
        index = bench.index.to_bytes()
        return frame.framed(header, plan, [numbers, texts, index, *digests])


def resumed(
    data: bytes,
    rules: Rules,
    as_of: str,
    reports: Iterable[Report],
    *,
    provenance: Iterable[Provenance] = (),
    progress: Progress | None = None,
) -> Picture:
    """The picture at a date of everything, from one that was kept and what came since.

    Args:
        data: What `to_bytes` gave.
        rules: In force now.
        as_of: Date of the picture; another year or an earlier date than that of the
            kept one costs a build.
        reports: Those that came since; more of them, or none, does no harm.
        provenance: Where they were read.
        progress: Told the stage and the share of it that is done.

    Returns:
        A picture with the digest of a `build` of all reports.

    Raises:
        StillHereError: As `from_bytes`.
    """
    if progress is not None:
        progress("loading the picture", 0.0)
    picture = moved(from_bytes(data, rules), as_of, progress=progress)
    return update(picture, reports, provenance=provenance, progress=progress)


def from_bytes(data: bytes, rules: Rules) -> Picture:
    """The picture these bytes hold, ready to be updated.

    Raises:
        StillHereError: `pipeline/snapshot-damaged`, `pipeline/snapshot-other-program`
            or `pipeline/snapshot-other-rules`; then build from the reports.
    """
    with calm():
        header, plan, parts = frame.unframed(data)
        if header.program != program():
            raise StillHereError("pipeline/snapshot-other-program")
        if header.rules != rules.digest:
            raise StillHereError("pipeline/snapshot-other-rules")
        try:
            picture = _lifted(header, plan, parts, rules)
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
            raise StillHereError("pipeline/snapshot-damaged") from None
        set_apart(len(picture.entries))
    if picture.digest != header.digest:
        raise StillHereError("pipeline/snapshot-damaged")
    return picture


def _lifted(header: Header, plan: Any, parts: list[bytes], rules: Rules) -> Picture:  # noqa: ANN401 (JSON is anything)
    batches, roots, maps, kinds, mark = plan
    numbers, texts, index, *digests = parts
    lifter = Lifter(frame.to_arrays(kinds, numbers), frame.to_texts(mark, texts))
    lifter.make(batches)
    held = {name: lifter.column(root)[0] for name, root in roots.items()}
    known = Buildings(rules.buildings, rules.gazetteer, held["addresses"])
    bench = Workbench(rules, header.as_of, known)
    bench.resume(held, index)
    made = _maps(lifter, maps, digests)
    evidence = BenchEvidence(bench, held["origins"].values())
    evidence.painted(PeopleChange(), made["referents"])
    return Picture(
        as_of=header.as_of,
        rules_digest=header.rules,
        findings=bench.findings(),
        evidence=evidence,
        epoch=len(evidence.extents),
        **made,
    )


def _maps(
    lifter: Lifter, maps: dict[str, list[Plan]], digests: list[bytes]
) -> dict[str, Any]:
    found = {}
    for place, (name, (values, counts)) in enumerate(maps.items()):
        leaves, joined = digests[2 * place : 2 * place + 2]
        laid = Laid(lifter.column(values)[0], lifter.column(counts)[0], leaves, joined)
        found[name] = PersistentMap.of_laid(laid, _MAPS[name])
    return found
