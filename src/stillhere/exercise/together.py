"""Lists that fail together: the same households are missing from several of them."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Bools = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Together:
    """What lists share, so that they are no independent witnesses.

    Attributes:
        missing: Settlements (index into `places`) of which the register has nobody.
        tied: Per household, whether calls, requests and care share one draw.
        luck: Per household, that draw, uniform in [0, 1).
    """

    missing: frozenset[int]
    tied: Bools
    luck: Floats

    def shared(self, own: Floats, households: Ints) -> Floats:
        """Draws of one list with those of tied households replaced by the shared one.

        Each draw stays uniform, so that every list keeps its own rate.
        """
        return np.where(self.tied[households], self.luck[households], own)
