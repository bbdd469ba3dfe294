"""The steps of ``train``: lists are linked by the rules so far, and teach the next."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from stillhere.cli.opening import opened, under
from stillhere.cli.progress import Steps
from stillhere.exercise import read_truth
from stillhere.exercise.fitting import Fitted, Told, fit, told_by
from stillhere.identity import IdentityRules
from stillhere.identity.learning.training import Trained, train

if TYPE_CHECKING:
    from stillhere.identity.world import World


def trained(
    places: Sequence[Path], text: str, shown: Steps, fd: int | None
) -> tuple[IdentityRules, Trained]:
    """What stores or folders teach, without any truth.

    Args:
        places: At least one.
        text: Rules to start from; empty for those in force in the first.
        shown: Told how far it is.
        fd: Descriptor passphrases are read from, a line for each store.

    Returns:
        The rules it started from, and what was learnt.
    """
    worlds: list[World] = []
    rules = IdentityRules.from_toml(text)
    for place in places:
        with opened(place, shown, fd=fd) as found:
            own = under(found, text)
            if not worlds:
                rules = own.rules.identity
                text = text or rules.to_toml()
            worlds.append(own.built(shown).evidence.doubts().world)
    shown.tell("learning weights", 0.0)
    return rules, train(worlds, rules)


def fitted(
    folders: Sequence[Path], text: str, shown: Steps, ridge: float
) -> tuple[IdentityRules, Fitted]:
    """What worlds with truth/ teach.

    Args:
        folders: At least one.
        text: Rules to start from; empty for those shipped.
        shown: Told how far it is.
        ridge: How much to lean on them.

    Returns:
        The rules it started from, and what was fitted.
    """
    rules = IdentityRules.from_toml(text)
    told: list[Told] = []
    for folder in folders:
        truth = read_truth(folder)
        with opened(folder, shown) as found:
            picture = under(found, rules.to_toml()).built(shown)
            origin = {p.report: (p.file, p.row) for p in found.provenance}
        told.append(told_by(truth, picture.evidence.doubts().world, origin))
    shown.tell("fitting weights", 0.0)
    return rules, fit(told, rules, ridge)
