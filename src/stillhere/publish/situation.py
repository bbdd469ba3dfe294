"""The situation report, for operations only: what is known, side by side, with sources."""

from collections.abc import Iterator, Mapping

from stillhere.ledger import Figure, Picture, PlaceKey, Visited
from stillhere.ledger.words import concern_words
from stillhere.places import Gazetteer, PlaceId
from stillhere.plan import Belief
from stillhere.publish.figures import (
    apart,
    by_reason,
    cited,
    expected,
    of_settlements,
)
from stillhere.publish.sentences import (
    Backed,
    Block,
    Cited,
    Day,
    Named,
    Ours,
    Page,
    Part,
    Placed,
    Section,
    Sentence,
    Table,
    Told,
    say,
)
from stillhere.reports.statements import AssuranceStatement
from stillhere.vocabulary import PersonEvent, Status, in_words, worded

_COUNTS = {  # said to readers
    Status.ARRIVED: "Arrived, by a list that names them: {people}.",
    Status.LEFT: "Left, by a list that names them, no arrival known: {people}.",
    Status.FOUND: "Found: {people}.",
    Status.CHOSE_TO_STAY: "Chose to stay: {people}.",
    Status.COULD_NOT_LEAVE: "Could not leave: {people}.",
    Status.IN_CARE: "In care: {people}.",
    Status.RETURNED: "Returned: {people}.",
    Status.DECEASED: "Dead, as the competent authority has established: {people}.",
    "asked_for": "Asked for, by a request or a call: {people}.",
    "conflicts": "With reports that do not agree; both sides are kept: {people}.",
}
_SILENT = {  # said to readers
    "listed": "Without word: {people}.",
    "missing": "Of them sought in an open request: missing: {people}.",
    "probably_arrived": (
        "Of them probably arrived, on evidence too weak to say more: {people}."
    ),
}
_VISITED = {  # said to readers
    Visited.VISITED: "visited",
    Visited.PASSED: "passed by",
    Visited.NOT_VISITED: "not visited",
}
_WHO_SAYS_SO = (
    "Source",
    "Says of people",
    "People",
    "Up to",
    "Repeats",
)  # said to readers
_STATED = ("Source", "What", "Figure", "Where", "Date", "Repeats")  # said to readers
_PLACES = (
    "Place",
    "People",
    "Without word",
    "Dwellings",
    "Visited",
    "Known",
)  # said to readers
_SERVICES = ("Place", "Service", "State", "Date", "By", "Source")  # said to readers
_CONCERN = ("Concern", "People")  # said to readers


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
        title=worded("Situation report"),
        region=region,
        as_of=picture.as_of,
        audience=worded("For operations only; not to be passed on."),
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
        yield worded("People"), self._people()
        yield worded("Without word"), self._without_word()
        yield worded("Who says so"), self._sources()
        yield worded("Figures stated by others"), self._stated()
        yield worded("Places"), self._places()
        yield worded("Services and needs"), self._services()
        yield worded("What was promised, in whose words"), self._assurances()
        yield worded("What is not known"), self._unknown()
        yield worded("What is wrong in the data"), self._findings()

    def _people(self) -> Iterator[Block]:
        for figure in apart(self._picture.by_source(PersonEvent.RESIDENT)):
            yield say(
                "{source} names {people} as residents.",
                source=Named(figure.source),
                people=Cited(figure, "people"),
            )
        yield from self._counts(_COUNTS)
        yield say("People no report names are in none of these numbers.")

    def _counts(self, table: Mapping[str, str]) -> Iterator[Block]:
        for name, words in table.items():
            figure = self._picture.count(str(name))
            if figure.value and figure.cites:
                yield say(words, people=Cited(figure, "people"))

    def _without_word(self) -> Iterator[Block]:
        if not self._picture.count("listed").value:
            yield say("Nobody named in a list is without word.")
            return
        yield from self._counts(_SILENT)
        yield say("What gives concern; one person can stand in several lines.")
        rows = [
            (Ours(concern_words(figure.name)), cited(figure))
            for figure in by_reason(self._picture)
        ]
        yield Table(_CONCERN, tuple(rows))
        yield from self._model()

    def _model(self) -> Iterator[Block]:
        if self._believed is None:
            return
        figure = expected(self._picture, self._believed)
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
                    Ours(in_words(event)),
                    Cited(figure),
                    Day(figure.as_of) if figure.as_of else None,
                    Named(figure.retells) if figure.retells else None,
                )
                rows.append(row)
        yield Table(_WHO_SAYS_SO, tuple(rows))

    def _stated(self) -> Iterator[Block]:
        figures = self._picture.stated()
        if not figures:
            yield say("No source has stated a figure of its own.")
            return
        yield Table(_STATED, tuple(_stated_row(figure) for figure in figures))

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
                self._place(place.key),
                counts["people"],
                counts["without_word"],
                counts["dwellings"],
                counts["dwellings_visited"],
                Ours(_VISITED[place.visited]),
            )
            for place, counts in of_settlements(self._picture)
        ]
        yield Table(_PLACES, tuple(rows))

    def _place(self, key: PlaceKey) -> Part:
        if key in self._gazetteer:
            return Placed(self._gazetteer[PlaceId(key)])
        return Named(key.removeprefix("~"))

    def _services(self) -> Iterator[Block]:
        rows = [
            (
                self._place(place.key),
                Ours(in_words(note.service)),
                Ours(in_words(note.state)),
                Day(note.date or note.since or "") if note.date or note.since else None,
                Named(note.source),
                Backed((note.report,)),
            )
            for place in self._picture.settlements
            for note in place.services
        ]
        if rows:
            yield Table(_SERVICES, tuple(rows))
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
            yield Sentence("{sentence}", {"sentence": Told(finding)})


def _stated_row(figure: Figure) -> tuple[Part | None, ...]:
    return (
        Named(figure.source),
        Named(figure.name),
        cited(figure),
        Named(figure.place) if figure.place else None,
        Day(figure.as_of) if figure.as_of else None,
        Named(figure.retells) if figure.retells else None,
    )
