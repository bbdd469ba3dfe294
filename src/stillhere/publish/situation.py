"""The situation report, for operations only: what is known, side by side, with sources."""

from collections.abc import Iterator

from stillhere.ledger import Figure, Picture, Visited
from stillhere.places import Gazetteer
from stillhere.plan import Belief
from stillhere.plan.place_names import side_by_side
from stillhere.plan.rules import MILLION
from stillhere.publish.figures import apart, by_reason, cited, joined, of_settlements
from stillhere.publish.sentences import (
    Backed,
    Block,
    Cited,
    Day,
    Named,
    Page,
    Part,
    Section,
    Table,
    say,
)
from stillhere.reports.statements import AssuranceStatement
from stillhere.vocabulary import Language, PersonEvent, Status

_STATUS = {
    Status.ARRIVED: "Arrived, by a list that names them",
    Status.LEFT: "Left, by a list that names them, no arrival known",
    Status.FOUND: "Found",
    Status.CHOSE_TO_STAY: "Chose to stay",
    Status.COULD_NOT_LEAVE: "Could not leave",
    Status.IN_CARE: "In care",
    Status.RETURNED: "Returned",
    Status.DECEASED: "Dead, as the competent authority has established",
}
_COUNTS = {
    "listed": "Without word",
    "missing": "Of them sought in an open request: missing",
    "probably_arrived": "Of them probably arrived, on evidence too weak to say more",
    "asked_for": "Asked for, by a request or a call",
    "conflicts": "With reports that do not agree; both sides are kept",
}
_REASONS = {
    "alone": "alone",
    "asked_for": "asked for",
    "bedridden": "bedridden",
    "disabled": "disabled",
    "medical": "in need of medical care",
    "medicine": "dependent on medicine",
    "no_address": "no address known",
    "no_word_at_all": "no word at all",
    "old_age": "of old age",
    "power": "dependent on power",
    "seen_there": "seen there",
}


def situation_report(
    picture: Picture,
    gazetteer: Gazetteer,
    region: str,
    believed: Belief | None = None,
) -> Page:
    """The situation report of a picture; a draft until it is released.

    Args:
        picture: Of the operations scope.
        gazetteer: All names of places.
        region: Name of the region with all its names.
        believed: Adds how many may still be there by the model; left out where None.
    """
    report = _Report(picture, gazetteer, believed)
    return Page(
        title="Situation report",
        region=region,
        as_of=picture.as_of,
        audience="For operations only; not to be passed on.",
        sections=tuple(Section(h, tuple(b)) for h, b in report.sections()),
    )


class _Report:
    def __init__(
        self, picture: Picture, gazetteer: Gazetteer, believed: Belief | None
    ) -> None:
        self._picture, self._gazetteer = picture, gazetteer
        self._believed = believed

    def sections(self) -> Iterator[tuple[str, Iterator[Block]]]:
        """Headings with what stands under them."""
        yield "People", self._people()
        yield "Without word", self._without_word()
        yield "Who says so", self._sources()
        yield "Figures stated by others", self._stated()
        yield "Places", self._places()
        yield "Services and needs", self._services()
        yield "What was promised, in whose words", self._assurances()
        yield "What is not known", self._unknown()
        yield "What is wrong in the data", self._findings()

    def _people(self) -> Iterator[Block]:
        for figure in apart(self._picture.by_source(PersonEvent.RESIDENT)):
            yield say(
                "{source} names {people} as residents.",
                source=Named(figure.source),
                people=Cited(figure, "people"),
            )
        for status, words in _STATUS.items():
            yield from self._count(status.value, words)
        for name in ("asked_for", "conflicts"):
            yield from self._count(name, _COUNTS[name])
        yield say("People no report names are in none of these numbers.")

    def _count(self, name: str, words: str) -> Iterator[Block]:
        figure = self._picture.count(name)
        if figure.value and figure.cites:
            yield say(f"{words}: {{people}}.", people=Cited(figure, "people"))

    def _without_word(self) -> Iterator[Block]:
        if not self._picture.count("listed").value:
            yield say("Nobody named in a list is without word.")
            return
        for name in ("listed", "missing", "probably_arrived"):
            yield from self._count(name, _COUNTS[name])
        yield say("What gives concern; one person can stand in several lines.")
        rows = [
            (Named(_REASONS.get(figure.name, figure.name)), cited(figure))
            for figure in by_reason(self._picture)
        ]
        yield Table(("Concern", "People"), tuple(rows))
        yield from self._model()

    def _model(self) -> Iterator[Block]:
        if self._believed is None:
            return
        people = (self._believed.expected + MILLION // 2) // MILLION
        parts = (
            self._picture.count("listed").cites,
            self._picture.count("calls").cites,
        )
        figure = Figure("expected", people, joined(parts), "about", self._picture.as_of)
        if figure.cites:
            yield say(
                "By the model {people} who were not met may still be there, in "
                "the whole region. It is an expectation by a public table of rates, not "
                "a count.",
                people=Cited(figure, "people"),
            )

    def _sources(self) -> Iterator[Block]:
        yield say(
            "People each source names, side by side. They are not added up: one person "
            "can stand in several lists, and a source that repeats another is no second "
            "witness."
        )
        rows: list[tuple[Part | None, ...]] = []
        told = {
            e for source in self._picture.sources.values() for e, _ in source.events
        }
        for event in (e for e in PersonEvent if e in told):
            for figure in apart(self._picture.by_source(event)):
                row = (
                    Named(figure.source),
                    Named(event.value.replace("_", " ")),
                    Cited(figure),
                    Day(figure.as_of) if figure.as_of else None,
                    Named(figure.retells) if figure.retells else None,
                )
                rows.append(row)
        header = ("Source", "Says of people", "People", "Up to", "Repeats")
        yield Table(header, tuple(rows))

    def _stated(self) -> Iterator[Block]:
        figures = self._picture.stated()
        if not figures:
            yield say("No source has stated a figure of its own.")
            return
        header = ("Source", "What", "Figure", "Where", "Date", "Repeats")
        yield Table(header, tuple(_stated_row(figure) for figure in figures))

    def _places(self) -> Iterator[Block]:
        visited = self._picture.count("settlements_visited")
        if visited.value and visited.cites:
            yield say(
                "Settlements visited: {places}. Visited is not searched, and no place is "
                "clear.",
                places=Cited(visited),
            )
        else:
            yield say("No settlement has been visited by any report.")
        rows = [
            (
                Named(side_by_side(self._gazetteer, place.key, Language.EN)),
                counts["people"],
                counts["without_word"],
                counts["dwellings"],
                counts["dwellings_visited"],
                Named(_VISITED[place.visited]),
            )
            for place, counts in of_settlements(self._picture)
        ]
        header = ("Place", "People", "Without word", "Dwellings", "Visited", "Known")
        yield Table(header, tuple(rows))

    def _services(self) -> Iterator[Block]:
        rows = [
            (
                Named(side_by_side(self._gazetteer, place.key, Language.EN)),
                Named(note.service.value.replace("_", " ")),
                Named(note.state.value),
                Day(note.date or note.since or "") if note.date or note.since else None,
                Named(note.source),
                Backed((note.report,)),
            )
            for place in self._picture.settlements
            for note in place.services
        ]
        if rows:
            header = ("Place", "Service", "State", "Date", "By", "Source")
            yield Table(header, tuple(rows))
        else:
            yield say("No report on services has been read.")
        needs = self._picture.count("needs_open")
        if needs.cites:
            yield say("Needs still open: {needs}.", needs=Cited(needs))

    def _assurances(self) -> Iterator[Block]:
        said = [
            s
            for s in self._picture.statements.values()
            if isinstance(s, AssuranceStatement)
        ]
        if not said:
            yield say("No promise has been reported.")
        for one in said:
            yield say(
                "{actor}: “{quote}” {mark}",
                actor=Named(one.actor),
                quote=Named(one.words),
                mark=Backed((one.report,)),
            )

    def _unknown(self) -> Iterator[Block]:
        yield say("It is not known who stands in no list at all.")
        if not self._picture.by_source(PersonEvent.ARRIVED):
            yield say("No list of arrivals has been read.")
        if not self._picture.count("visits").value:
            yield say("No visit has been reported.")
        if not self._picture.count("calls").value:
            yield say("No call has been read.")

    def _findings(self) -> Iterator[Block]:
        if not self._picture.findings:
            yield say("Nothing was found that needs a decision.")
        for finding in self._picture.findings:
            yield say("{sentence}", sentence=Named(finding.sentence))


_VISITED = {
    Visited.VISITED: "visited",
    Visited.PASSED: "passed",
    Visited.NOT_VISITED: "not visited",
}


def _stated_row(figure: Figure) -> tuple[Part | None, ...]:
    return (
        Named(figure.source),
        Named(figure.name),
        cited(figure),
        Named(figure.place) if figure.place else None,
        Day(figure.as_of) if figure.as_of else None,
        Named(figure.retells) if figure.retells else None,
    )
