"""What the clock asks of a policy, and what it tells it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol, runtime_checkable

from stillhere.reports import Report, ReportId


class Knock(NamedTuple):
    """What everybody knows of a knock from the moment it ended.

    Attributes:
        door: Number of the dwelling in the atlas.
        day: 0 for the first day.
        ended_min: Minutes into the day at its end, before the twelve of a find.
        team: Number of the team, from 0.
        found: Persons found; 0 where nobody answered.
        shut: The dwelling is closed now: somebody was found.
    """

    door: int
    day: int
    ended_min: float
    team: int
    found: int
    shut: bool


class Dial(NamedTuple):
    """A number on file to be called, and whom somebody there may be asked about.

    Attributes:
        phone: In any way of writing it.
        about: Ids of reports, such as the row of a register, one for each person.
    """

    phone: str
    about: tuple[ReportId, ...]


class Reply(NamedTuple):
    """What came of a call; people who answered name nobody beside their household.

    Attributes:
        phone: As it was asked for.
        answered: Whether anybody answered.
        safe: Of those asked about, who is safe elsewhere.
        there: Of those asked about, who is still there.
    """

    phone: str
    answered: bool
    safe: tuple[ReportId, ...] = ()
    there: tuple[ReportId, ...] = ()


class Policy(Protocol):
    """Who says where each team goes next.

    A policy is made by ``make(world, atlas)`` from tables alone: the `World` of the
    folder, whose `lists` leads nowhere, and the `Atlas` of its dwellings.
    """

    def morning(self, day: int, news: Sequence[Report]) -> None:
        """Take in the reports newly known at the start of a day."""

    def choose(self, team: int, at: int, clock_min: float) -> int:
        """Choose the next door of a team that is free.

        Args:
            team: From 0.
            at: Number of the dwelling where the team is; -1 at the base.
            clock_min: Minutes into the day.

        Returns:
            Number of a dwelling in the atlas, or -1 when nothing is left for the team
            today. A door somebody chose today, a closed one and one whose knock would
            not end within the day, with the way back, is refused and ends the team's
            day.
        """

    def told(self, knock: Knock) -> None:
        """Take in a knock that has ended; called once for each, in order of the end."""

    def evening(self, day: int) -> None:
        """Take in that the day is over and every knock of it was told."""

    def close(self) -> Mapping[str, str]:
        """End the run; gives digests by name, none where nothing was computed."""


@runtime_checkable
class Dialling(Protocol):
    """What a policy has that also has numbers on file called, in worlds with phones."""

    def calls(self, day: int) -> Sequence[Dial]:
        """Give the calls of a day in their order; asked after its morning.

        As many are made as the day has time for; the others are not.
        """

    def replied(self, day: int, replies: Sequence[Reply]) -> None:
        """Take in what came of the calls that were made, just before the evening."""
