"""Every place read anew after decisions on names: a picture of the same reports.

Building it holds nobody up. What is entered meanwhile is folded in before the new picture
takes the place of the old one, so that it is what a start of the desk would build.
"""

from stillhere.desk.clock import now
from stillhere.desk.operation import warming
from stillhere.desk.operation.live import Operation
from stillhere.desk.operation.undoing import LONG_S
from stillhere.intake.tables import DECIDED, world_of
from stillhere.ledger import Picture
from stillhere.pipeline import Rules, build, moved, update
from stillhere.pipeline.evidence import evidence_of
from stillhere.pipeline.readings import Progress
from stillhere.reports import Provenance, Report
from stillhere.vocabulary import ReportKind

NOT_KEPT = -1


def due(operation: Operation) -> bool:
    """Whether names were decided otherwise than the picture is read by."""
    with operation.writing() as store:
        held = store.decisions()
    names = [r for r in held if r.kind is not ReportKind.RULES or r.source == DECIDED]
    decided = world_of(names, operation.key, now()).decided
    return dict(decided) != dict(operation.gazetteer.decided)


def reread(operation: Operation, tell: Progress) -> None:
    """Go on with the picture that the newest decisions on places give."""
    with operation.writing() as store, operation.evidence(LONG_S) as picture:
        world = world_of(store.decisions(), operation.key, now())
        reports, lines = _all_of(picture)
    rules = Rules.of_world(world)
    if rules.digest == operation.rules.digest:
        return
    made = build(reports, rules, picture.as_of, provenance=lines, progress=tell)
    tell("preparing the lists", 0.0)
    with operation.writing():
        with operation.evidence(LONG_S) as newest:
            now_reports, now_lines = _all_of(newest)
        news, origins = now_reports[len(reports) :], now_lines[len(lines) :]
        made = update(made, news, provenance=origins)
        operation.replace(moved(made, newest.as_of), rules, world)
        operation.kept = NOT_KEPT
    warming.again(operation)


def _all_of(picture: Picture) -> tuple[list[Report], list[Provenance]]:
    evidence = evidence_of(picture)
    return evidence.reports_of(picture.epoch), evidence.provenances()
