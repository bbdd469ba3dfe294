"""Reports in, picture out: the whole flow.

reports -> in force -> statements -> mentions -> clusters -> entries -> households, places
"""

from collections.abc import Iterable

from stillhere.identity import EMBEDDED, Engine
from stillhere.ledger import PersistentMap, Picture
from stillhere.ledger.persistent import by_hex, by_text
from stillhere.pipeline.calm import calm, set_apart
from stillhere.pipeline.evidence import BenchEvidence, evidence_of
from stillhere.pipeline.readings import Delta, Progress
from stillhere.pipeline.rules import Rules
from stillhere.pipeline.workbench import Work, Workbench
from stillhere.reports import Provenance, Report, ReportId
from stillhere.reports.statements import PersonStatement, Statement


def build(
    reports: Iterable[Report],
    rules: Rules,
    as_of: str,
    *,
    provenance: Iterable[Provenance] = (),
    progress: Progress | None = None,
    engine: Engine = EMBEDDED,
) -> Picture:
    """The picture of a set of reports.

    Pure: the same set, rules and date give the same digest, whatever the order, the
    repetition and the machine.

    Args:
        reports: Any order, any repetition.
        rules: Everything that is decided by.
        as_of: ISO date or time; what expires on it has expired, ages are taken in it.
        provenance: Where reports were read; beside the picture, not in its digest.
        progress: Told the stage and the share of it that is done.
        engine: Who finds the pairs, where all are linked at once; the picture is the
            same whoever does.

    Returns:
        A picture; of no reports, an empty one.
    """
    tell = progress or _silent
    evidence = BenchEvidence(Workbench(rules, as_of, engine=engine), provenance)
    with calm():
        picture = _advance(_empty(evidence), reports, tell)
        tell("sealing the picture", 0.0)
        tell("sealing the picture", float(bool(picture.digest)))
        set_apart(len(picture.entries))
    return picture


def update(
    picture: Picture,
    reports: Iterable[Report],
    *,
    provenance: Iterable[Provenance] = (),
    progress: Progress | None = None,
) -> Picture:
    """The picture of the reports of another one and some more.

    Its digest is that of a `build` of all of them. The given picture stays readable.
    The newest picture of its line is advanced at the cost of what changes; an older one
    is built anew from its own reports and the new ones.

    Raises:
        TypeError: The picture was not made by `build` or `update`.
    """
    evidence = evidence_of(picture)
    if picture.epoch != len(evidence.extents):
        return build(
            [*evidence.reports_of(picture.epoch), *reports],
            evidence.bench.rules,
            picture.as_of,
            provenance=[*evidence.provenances(), *provenance],
            progress=progress,
        )
    evidence.remember(provenance)
    return _advance(picture, reports, progress or _silent)


def moved(picture: Picture, as_of: str, *, progress: Progress | None = None) -> Picture:
    """The picture of the same reports at another date.

    Its digest is that of a `build` at that date. The given picture stays readable. The
    newest picture of its line, moved to a later date of the same year, costs what
    expires in between; any other is built anew from its own reports, since ages are
    taken in the year of the date.

    Raises:
        TypeError: The picture was not made by `build` or `update`.
    """
    evidence = evidence_of(picture)
    if picture.as_of == as_of:
        return picture
    newest = picture.epoch == len(evidence.extents)
    if newest and as_of[:4] == picture.as_of[:4] and as_of > picture.as_of:
        work = evidence.bench.move(as_of, progress or _silent)
        return _painted(picture, work, evidence)
    return build(
        evidence.reports_of(picture.epoch),
        evidence.bench.rules,
        as_of,
        provenance=evidence.provenances(),
        progress=progress,
    )


def _advance(before: Picture, reports: Iterable[Report], tell: Progress) -> Picture:
    evidence = evidence_of(before)
    return _painted(before, evidence.bench.advance(reports, tell), evidence)


def _painted(before: Picture, work: Work, evidence: BenchEvidence) -> Picture:
    """A new picture: the maps of the last one with what changed."""
    people, places = work.people, work.places
    entries = people.entries.items()
    put, drop = _others(work.delta)
    referents = before.referents.changed(people.referents, people.referents_gone)
    evidence.painted(people, referents)
    sources = {name: evidence.bench.source(name) for name in sorted(work.sources)}
    return Picture(
        as_of=evidence.bench.as_of,
        rules_digest=before.rules_digest,
        entries=before.entries.changed(
            {key: after for key, (_, after) in entries if after is not None},
            [key for key, (_, after) in entries if after is None],
        ),
        households=before.households.changed(people.households, people.households_gone),
        places=before.places.changed(places.places, places.gone),
        sources=before.sources.changed(
            {name: entry for name, entry in sources.items() if entry is not None},
            [name for name, entry in sources.items() if entry is None],
        ),
        statements=before.statements.changed(put, drop),
        referents=referents,
        findings=evidence.bench.findings(),
        evidence=evidence,
        epoch=len(evidence.extents),
    )


def _others(delta: Delta) -> tuple[dict[ReportId, Statement], list[ReportId]]:
    """Statements that are no list row of a person, new and gone."""
    put: dict[ReportId, Statement] = {
        k: s for k, s in delta.come.items() if not isinstance(s, PersonStatement)
    }
    drop = [k for k, s in delta.gone.items() if not isinstance(s, PersonStatement)]
    return put, drop


def _empty(evidence: BenchEvidence) -> Picture:
    bench = evidence.bench
    return Picture(
        as_of=bench.as_of,
        rules_digest=bench.rules.digest,
        entries=PersistentMap.of({}, by_hex),
        households=PersistentMap.of({}, by_hex),
        places=PersistentMap.of({}, by_text),
        sources=PersistentMap.of({}, by_text),
        statements=PersistentMap.of({}, by_hex),
        referents=PersistentMap.of({}, by_hex),
        findings=(),
        evidence=evidence,
    )


def _silent(stage: str, done: float) -> None:
    del stage, done
