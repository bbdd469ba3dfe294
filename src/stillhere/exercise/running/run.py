"""One run: a world's folder, a policy and a horizon become a curve."""

from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from stillhere.errors import Finding, StillHereError
from stillhere.exercise.full import Course, Outcome, outcome
from stillhere.exercise.running.clairvoyant import Clairvoyant
from stillhere.exercise.running.clock import Clock, Played, Progress
from stillhere.exercise.running.doors import Doors, read_doors
from stillhere.exercise.running.happening import Happening, happening_of
from stillhere.exercise.running.news import NOTHING, News, hour_0_of, news_of
from stillhere.exercise.running.planner import SealedPlanner
from stillhere.exercise.running.policies import CLAIRVOYANT, planner
from stillhere.exercise.running.switchboard import Switchboard
from stillhere.exercise.running.ways import Ways
from stillhere.exercise.truth import read_truth
from stillhere.intake import Import, World, read_folder, read_world
from stillhere.plan import Atlas

MOST_HOURS = 80_000.0
"""A thousand days: beyond it a horizon is taken for a slip of the hand."""


def _quiet(_what: str, _share: float) -> None:
    """Tell nobody."""


@dataclass
class Ground:
    """A world laid out for runs: read once, played by any number of policies.

    Attributes:
        folder: Of the world, with ``lists/`` and ``truth/``.
        tell: Told how far reading and playing are.
        calls: Whether numbers on file may be called, in a full world.
    """

    folder: Path
    tell: Progress = field(default=_quiet)
    calls: bool = True

    @cached_property
    def world(self) -> World:
        """Tables of the world."""
        world = read_world(self.folder)
        if not len(world.buildings):
            path = world.lists / "buildings.csv"
            raise StillHereError("exercise/no-dwellings", path=path)
        return world

    @cached_property
    def atlas(self) -> Atlas:
        """Every dwelling."""
        return Atlas.of(self.world.buildings, self.world.gazetteer)

    @cached_property
    def ways(self) -> Ways:
        """Minutes between them."""
        return Ways(self.atlas)

    @cached_property
    def imported(self) -> Import:
        """Everything in the lists."""
        key = self.world.operation.key
        return read_folder(self.world.lists, key=key, progress=self._read)

    @cached_property
    def news(self) -> News:
        """The same, by day."""
        return news_of(self.imported, self.world.operation)

    def _read(self, file: str, done: int, total: int) -> None:
        del file
        self.tell("reading lists", done / max(total, 1))

    @cached_property
    def happening(self) -> Happening:
        """What happens while a clock runs; nothing in a core world."""
        hour_0, _ = hour_0_of(self.world.operation)
        course = Course.read(self.folder)
        return happening_of(course, self.world, self.atlas, hour_0)

    @cached_property
    def people(self) -> int:
        """Everybody still there at hour 0, the dead included."""
        return self.doors()[0].people

    def _phones(self) -> Switchboard:
        """Numbers nobody called yet."""
        mentions = read_truth(self.folder).mentions
        rows = ((p.report, (p.file, p.row)) for p in self.imported.provenance)
        who = {report: mentions[row] for report, row in rows if row in mentions}
        return Switchboard(self.happening.course, who)

    def outcome(self, played: Played) -> Outcome | None:
        """What a run came to for those who depend on help; None in a core world."""
        course = self.happening.course
        if course == Course():
            return None
        return outcome(read_truth(self.folder), course, played.found, played.end)

    def doors(self) -> tuple[Doors, tuple[Finding, ...]]:
        """Who is where; nobody found yet."""
        doors, findings = read_doors(self.folder, self.world.buildings)
        return doors, tuple(findings)

    def play(self, policy: str, hours: float) -> tuple[Played, tuple[Finding, ...]]:
        """Run one policy until a horizon.

        Args:
            policy: A name of `POLICIES`, or ``module:function`` of a factory.
            hours: Vehicle-hours, above 0.

        Returns:
            What came of it, and what was wrong with the world or the choices.

        Raises:
            StillHereError: The world, the policy or the horizon cannot be used.
        """
        if not 0 < hours <= MOST_HOURS:
            most = f"{MOST_HOURS:.0f}"
            raise StillHereError("exercise/hours-not-usable", hours=hours, most=most)
        if policy == CLAIRVOYANT:
            played, findings = self._clairvoyant(hours)
        else:
            played, findings = self._sealed(policy, hours)
        return played, (*findings, *_refusals(policy, played))

    def _clairvoyant(self, hours: float) -> tuple[Played, tuple[Finding, ...]]:
        doors, findings = self.doors()
        people = {door: there.people for door, there in doors.behind.items()}
        policy = Clairvoyant(self.atlas, people)
        clock = Clock(policy, doors, self.ways, self.happening)
        return clock.run(hours, NOTHING, self.tell), findings

    def _sealed(self, policy: str, hours: float) -> tuple[Played, tuple[Finding, ...]]:
        known = planner(policy)
        doors, findings = self.doors()
        news = self.news if known.reads else NOTHING
        with SealedPlanner(policy, known.factory, self.world, self.folder) as sealed:
            happening = self.happening
            if self.calls and known.reads and happening.course.phones:
                happening = replace(happening, phones=self._phones())
            clock = Clock(sealed, doors, self.ways, happening)
            played = clock.run(hours, news, self.tell)
        return played, (*findings, *news.findings)


_REASONS = {
    "late": "the knock would not have ended within the day",
    "again": "somebody had chosen the door on that day",
    "closed": "somebody had been found there",
    "nowhere": "there is no such dwelling",
}


def _refusals(policy: str, played: Played) -> tuple[Finding, ...]:
    return tuple(_refused(policy, why, n) for why, n in played.refused.items())


def _refused(policy: str, reason: str, count: int) -> Finding:
    if reason not in _REASONS:
        code = "exercise/chosen-closed-off"
        return Finding.of(code, policy=policy, count=count)
    code, why = "exercise/choices-refused", _REASONS[reason]
    return Finding.of(code, policy=policy, count=count, why=why)
