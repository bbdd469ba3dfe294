"""A picture the process has made before the desk opens; saves building it twice."""

from dataclasses import dataclass

from stillhere.intake import World
from stillhere.ledger import Picture
from stillhere.pipeline import Rules


@dataclass(frozen=True, slots=True)
class AtHand:
    """A picture of everything in the store.

    Attributes:
        world: Tables of the operation.
        rules: What the picture was built by.
        picture: Of every report stored.
        kept: Position of the snapshot the store has under these rules; -1 for none.
    """

    world: World
    rules: Rules
    picture: Picture
    kept: int = -1
