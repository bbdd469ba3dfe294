"""How far a place is known, in words; "visited" says nothing of who may still be there."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from stillhere.ledger import Visited

VISITED: Mapping[Visited, Promise] = {
    Visited.NOT_VISITED: _("not visited"),
    Visited.PASSED: _("passed by"),
    Visited.VISITED: _("visited"),
}
"""In the order in which places are listed."""
