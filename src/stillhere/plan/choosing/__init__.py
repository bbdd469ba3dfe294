"""One choice: the best door from where a team is, now, among those still open.

`Field` holds the doors, what each is worth and what it takes; `Chooser` decides.
"""

from stillhere.plan.choosing.chooser import Choice, Chooser
from stillhere.plan.choosing.field import Field, Spot

__all__ = ["Choice", "Chooser", "Field", "Spot"]
