"""One choice: the best door from where a team is, now, among those still open.

`Field` holds the doors, what each is worth and what it takes; `Chooser` decides.
"""

from stillhere.plan.choosing.chooser import Choice, Chooser
from stillhere.plan.choosing.field import Field
from stillhere.plan.choosing.moving import Spot

__all__ = ["Choice", "Chooser", "Field", "Spot"]
