"""Decisions on names of places in force, and the reports of new ones."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from weakref import WeakKeyDictionary

from stillhere.desk.entering.writing import Hand
from stillhere.desk.linking.judging import CHANGED, SERVES
from stillhere.desk.settling.meant import Meant
from stillhere.intake.tables import DECIDED, decided_report, left_open_report
from stillhere.ledger import Evidence, Picture
from stillhere.pipeline.evidence import evidence_of
from stillhere.places import text_keys
from stillhere.reports import Report, ReportId, Stamp
from stillhere.reports.withdrawing import Signed, withdraw_reports
from stillhere.vocabulary import Language, ReportKind


@dataclass(frozen=True, slots=True)
class Said:
    """One decision in force.

    Attributes:
        report: Of the decision.
        text: The name as written.
        meant: What was said of it.
        place: Identifier or code of the place; empty for none.
        who: Who decided.
        at: ISO time.
        why: As written.
        counts: Whether no other on the same name beats it: the latest does, and one that
            leaves open beats none.
    """

    report: ReportId
    text: str
    meant: Meant
    place: str
    who: str
    at: str
    why: str
    counts: bool = True


@dataclass(frozen=True, slots=True)
class SaidOf:
    """The decisions in force.

    Attributes:
        latest: By key of the name, the one that counts.
        every: All of them, the newest first.
    """

    latest: Mapping[str, Said] = field(default_factory=dict)
    every: tuple[Said, ...] = ()

    def on(self, text: str, language: Language | None = None) -> Said | None:
        """The decision that counts on a text; None for none."""
        known = (self.latest.get(key) for key in text_keys(text, language))
        return next((said for said in known if said is not None), None)

    @property
    def meanings(self) -> dict[str, str]:
        """What places are read by: keys of names to a code, empty for no place."""
        found = self.latest.items()
        return {key: s.place for key, s in found if s.meant is not Meant.OPEN}


def said_of(picture: Picture) -> SaidOf:
    """The decisions in force; ask while the evidence is held still."""
    book = evidence_of(picture).bench.book
    standing = [r for r in _of_places(picture) if book.in_force(r)]
    known = [_said(book.effective(r)) for r in sorted(standing, key=book.precedence)]
    by_weight = sorted(known, key=lambda said: said.meant is not Meant.OPEN)
    latest = {key: said for said in by_weight for key in text_keys(said.text)}
    counting = {said.report for said in latest.values()}
    every = (replace(s, counts=s.report in counting) for s in reversed(known))
    return SaidOf(latest, tuple(every))


def _said(report: Report) -> Said:
    fields = {name: str(value) for name, value in report.fields.items()}
    place = fields.get("place", "")
    stated = Meant.PLACE if place else Meant.NONE
    return Said(
        report=report.id,
        text=fields.get("text", "") or fields.get("open", ""),
        meant=Meant.OPEN if "open" in fields else stated,
        place=place,
        who=report.stamp.author or report.source,
        at=fields.get("at", "") or report.stamp.source_date or "",
        why=fields.get("why", ""),
    )


_KNOWN: "WeakKeyDictionary[Evidence, tuple[int, list[ReportId]]]" = WeakKeyDictionary()
"""How much of the log was looked through, and what was found: a cache."""


def _of_places(picture: Picture) -> list[ReportId]:
    """Every report that ever decided a name, each once."""
    log = evidence_of(picture).bench.log
    looked, found = _KNOWN.get(picture.evidence, (0, []))
    new = (r.id for r in log[looked:] if _is_of_places(r))
    found = list(dict.fromkeys([*found, *new]))
    _KNOWN[picture.evidence] = (len(log), found)
    return found


def _is_of_places(report: Report) -> bool:
    if report.kind is not ReportKind.RULES or report.source != DECIDED:
        return False
    return isinstance(report.fields.get("text", report.fields.get("open")), str)


@dataclass(frozen=True, slots=True)
class Saying:
    """What is decided on a name.

    Attributes:
        text: As written.
        meant: What is said of it.
        place: Code of the place; empty for none.
    """

    text: str
    meant: Meant
    place: str = ""


def decided(known: SaidOf, saying: Saying, hand: Hand, at: str) -> list[Report]:
    """The reports of a decision: it takes the place of those on the same name.

    Args:
        known: The newest decisions in force.
        saying: What is decided.
        hand: Who decides.
        at: ISO time to the microsecond; a decision at another time is another report.

    Returns:
        The decision first; none where the same counts already.
    """
    before = known.on(saying.text)
    if before and (before.meant, before.place) == (saying.meant, saying.place):
        return []
    stamp = Stamp(author=hand.author, source_date=at)
    if saying.meant is Meant.OPEN:
        report = left_open_report(saying.text, hand.key, stamp)
    else:
        report = decided_report(saying.text, saying.place, hand.key, stamp)
    earlier = _on_same(known.every, saying.text)
    if not earlier:
        return [report]
    signed = Signed(hand.key, by=hand.author, at=at, why=CHANGED)
    return [report, withdraw_reports(earlier, signed, {SERVES: report.id})]


def _on_same(every: Iterable[Said], text: str) -> list[ReportId]:
    keys = set(text_keys(text))
    return [said.report for said in every if keys & set(text_keys(said.text))]
