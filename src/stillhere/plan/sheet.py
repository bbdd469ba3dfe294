"""One printable sheet per team, as text and as HTML for the printer.

Codes and addresses; a name only where somebody may not be able to come to the door, and
never a child's. Each sheet is numbered, so that it can be asked back and destroyed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template

from stillhere.ledger import Entry, Picture, PlaceKey
from stillhere.names import romanise
from stillhere.plan.atlas import Atlas
from stillhere.plan.place_names import side_by_side
from stillhere.plan.reasons import child
from stillhere.plan.rules import PlanRules
from stillhere.plan.safety import (
    abort_word,
    check_in_times,
    help_said,
    nearest_health_post,
)
from stillhere.plan.stops import Plan, Stop, TeamPlan
from stillhere.vocabulary import ENGLISH, Care, Language, Voice, in_words, worded
from stillhere.vocabulary.teams import Skill

_HELP = frozenset({Care.STRETCHER, Care.WHEELCHAIR, Care.DISABLED})
_MINUTE = 60
_HOUR = 3600


def _check_in_minutes() -> int:
    return PlanRules.shipped().number("safety", "check_in_minutes")


@dataclass(frozen=True, slots=True)
class Occasion:
    """What stands on every sheet of one day.

    Attributes:
        region: Name of the region with all its names, as the operation writes it.
        day: ISO date.
        start: Hour and minute at which the day begins.
        language: Of the reader: their name of a place comes first.
        check_in_minutes: How often a team calls in.
        hotline: Number of the hotline; empty where none is known.
        open_places: Settlements a team may be sent to for help, beside those of its stops.
        skills: What the people of each team can do, by number; a team that is not named
            has its skills written in by hand.
    """

    region: str
    day: str
    start: str = "08:00"
    language: Language = Language.EN
    check_in_minutes: int = field(default_factory=_check_in_minutes)
    hotline: str = ""
    open_places: frozenset[PlaceKey] = frozenset()
    skills: Mapping[int, tuple[Skill, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Line:
    """One stop as it is printed."""

    code: str
    at: str
    dwelling: str
    address: str
    other_addresses: str
    settlement: str
    reason: str
    names: str
    leave_by: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sheet of one team, ready to print.

    Attributes:
        code: Of the sheet: the plan and the number of the team.
        number, total: Which of how many.
        lines: In the order to go.
        check_ins: Times to call in before turning back, last the time to be back by.
        turn_back: Earliest of the latest times to leave a door of this sheet; empty
            for no doors.
        abort: The word of this plan at which everybody turns back, in every language.
        help: Where the nearest health post is, or that none is known of.
        skills: What the team can do, in words; empty where it is written in by hand.
        after: Where to go when all is done; empty where nothing is left.
        by_roads: Whether times were worked out on roads, not on straight lines.
    """

    occasion: Occasion
    code: str
    team: int
    number: int
    total: int
    lines: tuple[Line, ...]
    check_ins: tuple[str, ...]
    turn_back: str
    abort: str
    help: str
    skills: tuple[str, ...]
    after: str
    by_roads: bool = False

    @property
    def text(self) -> str:
        """Plain text, with the number of the sheet at the top."""
        return _template("sheet.txt.j2").render(sheet=self, day=self.occasion)


def sheets(
    plan: Plan,
    picture: Picture,
    atlas: Atlas,
    occasion: Occasion,
    voice: Voice = ENGLISH,
) -> tuple[Sheet, ...]:
    """One sheet per team, by number; a team without stops gets a sheet that says so.

    The voice says the reasons; pass the same one to `sheets_html`.
    """
    writer = _Writer(picture, atlas, occasion, plan, voice)
    return tuple(writer.sheet(n, team) for n, team in enumerate(plan.teams, start=1))


def sheets_html(printed: tuple[Sheet, ...], voice: Voice = ENGLISH) -> str:
    """All sheets in one page of HTML; each begins on a new page of paper."""
    return _template("sheet.html.j2").render(
        sheets=printed, _=voice.text, day=voice.day, language=voice.language.value
    )


class _Writer:
    def __init__(
        self,
        picture: Picture,
        atlas: Atlas,
        occasion: Occasion,
        plan: Plan,
        voice: Voice,
    ) -> None:
        self._picture, self._atlas, self._occasion = picture, atlas, occasion
        self._plan, self._voice = plan, voice
        self._year = int(picture.as_of[:4])
        hour, minute = occasion.start.split(":")
        self._start_s = int(hour) * _HOUR + int(minute) * _MINUTE

    def sheet(self, number: int, team: TeamPlan) -> Sheet:
        leave = [stop.leave_by_s for stop in team.stops]
        step = self._occasion.check_in_minutes * _MINUTE
        skills = self._occasion.skills.get(team.team.number, ())
        return Sheet(
            occasion=self._occasion,
            code=f"{self._plan.code}-{team.team.number:02}",
            team=team.team.number,
            number=number,
            total=len(self._plan.teams),
            lines=tuple(self._line(team.team.number, stop) for stop in team.stops),
            check_ins=tuple(map(self._clock, check_in_times(leave, step))),
            turn_back=self._clock(min(leave)) if leave else "",
            abort=abort_word(self._plan.code).side_by_side(self._occasion.language),
            help=self._help(team),
            skills=tuple(self._voice.text(in_words(skill)) for skill in skills),
            after=self._settlement(team.after) if team.after else "",
            by_roads=self._plan.by_roads,
        )

    def _help(self, team: TeamPlan) -> str:
        post = nearest_health_post(
            self._picture,
            self._atlas,
            tuple(stop.key for stop in team.stops),
            self._occasion.open_places.__contains__,
            PlanRules.shipped(),
        )
        place = self._settlement(post.place) if post is not None else ""
        return help_said(post, place, self._voice)

    def _clock(self, seconds: int) -> str:
        at = (self._start_s + seconds) // _MINUTE
        return f"{at // 60 % 24:02}:{at % 60:02}"

    def _line(self, team: int, stop: Stop) -> Line:
        address, others = self._addresses(stop.key)
        _, _, dwelling = stop.key.partition("/")
        return Line(
            code=f"{team}-{stop.number:02}",
            at=self._clock(stop.arrive_s),
            dwelling=dwelling,
            address=address,
            other_addresses=" · ".join(others),
            settlement=self._settlement(PlaceKey(stop.key.partition("/")[0])),
            reason=stop.why.spoken(self._voice),
            names=", ".join(self._names(stop.key)),
            leave_by=self._clock(stop.leave_by_s),
        )

    def _addresses(self, key: PlaceKey) -> tuple[str, list[str]]:
        """The address in the reader's language, and in the others."""
        building = self._atlas.building_of(key)
        if building is None:
            return key, []
        flat = key.rpartition("/")[2] if building.flats > 1 else ""
        written = dict(building.addresses)
        order = sorted(written, key=lambda known: known is not self._occasion.language)
        first, *others = [written[language] for language in order] or [building.code]
        words = self._voice.text(worded("{address}, flat {flat}"))
        return (words.format(address=first, flat=flat) if flat else first), others

    def _settlement(self, key: PlaceKey) -> str:
        return side_by_side(self._atlas.gazetteer, key, self._occasion.language)

    def _names(self, key: PlaceKey) -> Iterator[str]:
        place = self._picture.places.get(key)
        for person in place.residents if place else ():
            entry = self._picture.entries[person]
            if _must_be_named(entry, self._year):
                language = entry.names[0].language if entry.names else None
                latin = romanise(entry.name, language).title()
                yield entry.name if latin == entry.name else f"{entry.name} ({latin})"


def _must_be_named(entry: Entry, year: int) -> bool:
    """Whether a team has to call somebody by name: they may not come to the door."""
    if not entry.listed or not entry.name or child(entry, year):
        return False
    return entry.birth is not None and any(n.care in _HELP for n in entry.care)


@cache
def _environment() -> Environment:
    return Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


@cache
def _template(name: str) -> Template:
    text = files("stillhere.plan").joinpath("templates", name).read_text("utf-8")
    environment = _environment()
    if name.endswith(".txt.j2"):
        environment = environment.overlay(autoescape=False)
    return environment.from_string(text)
