"""People of other places who stand in the lists by mistake or in transit."""

import numpy as np
import numpy.typing as npt

from stillhere.exercise.clerk import Person
from stillhere.exercise.people import HOUR_0
from stillhere.exercise.stock import name_stock
from stillhere.exercise.streams import Dice


def strangers(dice: Dice) -> list[Person]:
    """A family of one to four strangers, names from the same stock."""
    family = _drawn(dice, *name_stock().family_draw["hy"])
    return [stranger(dice, family) for _ in range(1 + dice.below(4))]


def stranger(dice: Dice, family: int | None = None) -> Person:
    """One stranger; a family name is drawn where none is given."""
    stock = name_stock()
    woman = dice.chance(0.5)
    numbers, weights = stock.given_draw["hy", int(woman)]
    men, of_men = stock.given_draw["hy", 0]
    if family is None:
        family = _drawn(dice, *stock.family_draw["hy"])
    return Person(
        given=_drawn(dice, numbers, weights[:, 1]),
        father=_drawn(dice, men, of_men[:, 0]),
        family=family,
        other_family=-1,
        woman=woman,
        birth=HOUR_0.toordinal() - 300 - dice.below(80 * 365),
    )


def _drawn(
    dice: Dice, numbers: npt.NDArray[np.int64], weights: npt.NDArray[np.float64]
) -> int:
    return int(numbers[dice.weighted(weights.tolist())])
