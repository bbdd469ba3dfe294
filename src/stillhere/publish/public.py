"""The public brief: questions people ask, answered from the picture.

It says how many are registered as arrived, by whom and on which date. It gives no number
of people still there below the whole region, names no place that was not visited, no
street, no home, and says nothing of who has not been heard of. Counts of different sources
stand side by side and are never added.
"""

from collections.abc import Iterator

from stillhere.ledger import Figure, Picture, PlaceEntry, ServiceNote, Visited
from stillhere.places import Gazetteer, PlaceId
from stillhere.publish.figures import apart, met, passenger_lists
from stillhere.publish.guard import Guard, visited_keys
from stillhere.publish.sentences import (
    Backed,
    Cited,
    Day,
    Named,
    Ours,
    Page,
    Part,
    Placed,
    Section,
    Sentence,
    say,
)
from stillhere.vocabulary import PersonEvent, ServiceState, in_words, worded

_FEWEST = 10
"""A number of people below this is not given to the public."""

_MOST = 12
_PUBLIC_COUNTS = {
    "arrived": "arrived",
    "arrivals": "arrived",
    "registered": "registered",
    "left": "left",
    "departed": "left",
    "crossed": "crossed",
}
"""What a stated count may be about before the public reads it."""

_STATED = {  # said to readers
    "arrived": "{who} says that {people} arrived.",
    "registered": "{who} says that {people} are registered.",
    "left": "{who} says that {people} left.",
    "crossed": "{who} says that {people} crossed.",
}
_STATED_WHEN = {  # said to readers
    "arrived": "{who} says that {people} arrived ({day}).",
    "registered": "{who} says that {people} are registered ({day}).",
    "left": "{who} says that {people} left ({day}).",
    "crossed": "{who} says that {people} crossed ({day}).",
}
_TOLD_STATES = (ServiceState.WORKING, ServiceState.PARTLY, ServiceState.OUT)


def public_brief(
    picture: Picture, gazetteer: Gazetteer, region: str, *, hotline: str = ""
) -> Page:
    """The public brief of a picture; a draft until it is released.

    Args:
        picture: Of the operations scope.
        gazetteer: All names of places.
        region: Name of the region with all its names.
        hotline: Number to ring; empty where there is none.

    Raises:
        StillHereError: Words from outside would give away what must stay out.
    """
    guard = Guard(picture, gazetteer, region)
    answers = _Answers(picture, gazetteer, guard, hotline)
    page = Page(
        title=worded("Public brief: questions and answers"),
        region=region,
        as_of=picture.as_of,
        audience=worded("For the public once it is released."),
        sections=tuple(Section(q, tuple(a)) for q, a in answers.all()),
        labels=guard.labels(),
    )
    return guard.check(page)


class _Answers:
    def __init__(
        self, picture: Picture, gazetteer: Gazetteer, guard: Guard, hotline: str
    ) -> None:
        self._picture, self._gazetteer = picture, gazetteer
        self._guard, self._hotline = guard, hotline

    def all(self) -> Iterator[tuple[str, Iterator[Sentence]]]:
        """Questions with their answers, in the order people ask them."""
        yield worded("How many people have arrived?"), self._arrived()
        yield worded("How many people left?"), self._left()
        yield worded("Are people still there?"), self._there()
        yield worded("Have all places been visited?"), self._visited()
        yield worded("Are there electricity, water and gas?"), self._services()
        yield worded("I am looking for somebody. What can I do?"), self._looking()
        yield worded("Can people return?"), self._return()
        yield worded("What of homes, shops and animals?"), self._property()
        yield worded("What about the dead?"), self._dead()
        yield worded("What is not known?"), self._unknown()
        yield worded("How are these numbers made?"), self._made()

    def _arrived(self) -> Iterator[Sentence]:
        figures = apart(self._picture.by_source(PersonEvent.ARRIVED), _enough)
        for figure in figures[:_MOST]:
            yield self._listed(figure)
        if not figures:
            yield say("No list of arrivals has been read, so no number can be given.")
        yield from self._stated({"arrived", "registered"})
        if figures:
            yield say(
                "These counts stand side by side and are not added up: one person can "
                "stand in several lists."
            )

    def _listed(self, figure: Figure) -> Sentence:
        parts: dict[str, Part] = {"source": self._guard.label(figure.source)}
        parts["people"] = Cited(figure, "people")
        if not figure.as_of:
            return say("{source} names {people} as arrived; it bears no date.", **parts)
        parts["day"] = Day(figure.as_of)
        if not figure.retells:
            return say(
                "{source} names {people} as arrived, by its entries up to {day}.",
                **parts,
            )
        return say(
            "{source} names {people} as arrived, by its entries up to {day}. It repeats "
            "{other} and is no second witness.",
            **parts,
            other=self._guard.label(figure.retells),
        )

    def _stated(self, meant: set[str]) -> Iterator[Sentence]:
        for figure in self._picture.stated():
            what = _PUBLIC_COUNTS.get(figure.name.strip().lower())
            if what not in meant or figure.place or not _enough(figure):
                continue
            parts: dict[str, Part] = {"who": self._guard.label(figure.source)}
            parts["people"] = Cited(figure, "people")
            if figure.as_of:
                yield say(_STATED_WHEN[what], **parts, day=Day(figure.as_of))
            else:
                yield say(_STATED[what], **parts)

    def _left(self) -> Iterator[Sentence]:
        told = list(self._stated({"left", "crossed"}))
        yield from told
        lists = passenger_lists(self._picture)
        if lists.cites:
            yield say(
                "Lists of passengers that have been read: {lists}. Many people left in "
                "cars of their own and stand in none.",
                lists=Cited(lists),
            )
        if not told:
            yield say("No source has stated a total that could be repeated here.")

    def _there(self) -> Iterator[Sentence]:
        figure = met(self._picture)
        if figure.value >= _FEWEST and figure.cites:
            yield say(
                "Yes. In the whole region {people} have been met, or a list says "
                "that they stayed.",
                people=Cited(figure, "people"),
            )
        elif figure.cites:
            yield say(
                "Yes, people have been met who stayed {mark}. They are too few for a "
                "number to be given.",
                mark=Backed(figure.cites),
            )
        else:
            yield say("No report of a person met there has been read yet.")
        yield say(
            "How many more there are is not known. No number is given for any single "
            "place, so that nobody is put in danger by it."
        )

    def _visited(self) -> Iterator[Sentence]:
        visited = visited_keys(self._picture)
        if not visited:
            yield say("No visit has been reported yet.")
        rural = {str(p.id) for p in self._gazetteer if p.kind == "village"}
        named = {str(p.id) for p in self._gazetteer}
        rural |= {str(p.key) for p in self._picture.settlements} - named
        if rural <= visited:
            yield say("A team has been in every rural settlement that is known.")
        else:
            yield say("Rural areas have not all been visited.")
        yield say(
            "A place that was visited may still hold people who could not be found."
        )

    def _services(self) -> Iterator[Sentence]:
        told = 0
        for place in self._picture.settlements:
            if place.visited is not Visited.VISITED or place.key not in self._gazetteer:
                continue
            for note in place.services:
                if note.state in _TOLD_STATES:
                    told += 1
                    yield self._service(place, note)
        if not told:
            yield say("No report that could be given here has been read.")
        else:
            yield say("Where sources disagree, each is given with its own date.")

    def _service(self, place: PlaceEntry, note: ServiceNote) -> Sentence:
        parts: dict[str, Part] = {
            "place": Placed(self._gazetteer[PlaceId(place.key)]),
            "service": Ours(in_words(note.service)),
            "state": Ours(in_words(note.state)),
            "source": self._guard.label(note.source),
            "mark": Backed((note.report,)),
        }
        date = note.date or note.since
        if not date:
            return say("{place}, {service}: {state}, by {source} {mark}.", **parts)
        return say(
            "{place}, {service}: {state}, {day}, by {source} {mark}.",
            **parts,
            day=Day(date),
        )

    def _looking(self) -> Iterator[Sentence]:
        if self._hotline:
            yield say("Ring the hotline: {number}.", number=Named(self._hotline))
        else:
            yield say("Turn to the hotline or to the nearest tracing service.")
        yield say(
            "Each request is answered singly, after the person sought has been asked in "
            "private. There is no public list of names, and none is searched for you "
            "here."
        )
        yield say("If you know of somebody who may still be there, ring the hotline.")

    def _return(self) -> Iterator[Sentence]:
        yield say(
            "Nobody who makes this brief can promise a return. It depends on safety, on "
            "services and on what is agreed; what others have promised is theirs to keep."
        )

    def _property(self) -> Iterator[Sentence]:
        yield say(
            "This brief says nothing of single homes, streets or shops. What is left "
            "behind can be reported to the hotline; a report proves no right and takes "
            "none away."
        )

    def _dead(self) -> Iterator[Sentence]:
        yield say(
            "A death is established by the competent authority alone, and families are "
            "told first. This brief gives no number of its own."
        )

    def _unknown(self) -> Iterator[Sentence]:
        yield say("It is not known who left without standing in any list.")
        yield say("It is not known how many of those who stayed could not be found.")
        if not self._picture.stated():
            yield say("No count stated by an authority or a dispatch has been read.")

    def _made(self) -> Iterator[Sentence]:
        yield say(
            "Every number stands with its sources, which are listed below. A source "
            "that only repeats another is marked so. Numbers count people named in a list; "
            "somebody without a name in any list is in none of them."
        )


def _enough(figure: Figure) -> bool:
    return figure.value >= _FEWEST
