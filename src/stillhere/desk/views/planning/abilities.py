"""What the people of each team can do: ticked when a plan is handed out."""

from typing import NamedTuple

from django.http import HttpRequest

from stillhere.desk.planning.register import skills_before
from stillhere.ledger import Picture
from stillhere.plan import Plan
from stillhere.vocabulary.teams import Skill


class Ability(NamedTuple):
    """One thing a team may be able to do, and whether its last sheet said so."""

    skill: Skill
    ticked: bool


class Abilities(NamedTuple):
    """What can be ticked for one team."""

    team: int
    name: str
    choices: tuple[Ability, ...]


def abilities(picture: Picture, plan: Plan) -> list[Abilities]:
    """A choice for every team with stops, as its newest sheet has it."""
    before = skills_before(picture)
    return [_of(number, before.get(number, ())) for number in _going(plan)]


def chosen_abilities(request: HttpRequest, plan: Plan) -> dict[int, tuple[Skill, ...]]:
    """What was ticked, by number of the team, in the order of the code list."""
    ticked = {n: set(request.POST.getlist(_name(n))) for n in _going(plan)}
    return {n: tuple(s for s in Skill if s in several) for n, several in ticked.items()}


def _of(team: int, before: tuple[Skill, ...]) -> Abilities:
    choices = tuple(Ability(skill, skill in before) for skill in Skill)
    return Abilities(team, _name(team), choices)


def _going(plan: Plan) -> list[int]:
    return [team.team.number for team in plan.teams if team.stops]


def _name(team: int) -> str:
    return f"can-{team}"
