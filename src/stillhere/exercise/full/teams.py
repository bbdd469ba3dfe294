"""What each team can do."""

from stillhere.exercise.full.assumed import assumed, count
from stillhere.exercise.streams import Stream
from stillhere.exercise.world import World

_SKILLS = ("nurse", "lifting")
_SPOKEN = {"hy": "armenian", "ru": "russian", "az": "azerbaijani"}


def teams(world: World) -> list[dict[str, object]]:
    """What each team can do, as `operation.json` declares it."""
    dice = world.dice(Stream.SKILLS)
    found: list[dict[str, object]] = []
    for number in range(1, count("teams", "teams") + 1):
        skills = [name for name in _SKILLS if dice.chance(assumed("teams", name))]
        languages = ["en"]
        languages += [c for c, n in _SPOKEN.items() if dice.chance(assumed("teams", n))]
        found.append({"team": number, "skills": skills, "languages": languages})
    return found
