"""What every page shows around its content."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from stillhere.desk.access import Act, may, roles_of
from stillhere.desk.operation.current import the_operation, the_start
from stillhere.desk.views.kept import backup_state
from stillhere.desk.views.safety.alarm import alarm_of
from stillhere.vocabulary import Scope

_ROOMS = (
    ("overview", Act.SEE, _("Overview")),
    ("people", Act.SEE, _("People")),
    ("places", Act.SEE, _("Places")),
    ("enter", Act.ENTER, _("Enter")),
    ("import", Act.IMPORT, _("Import")),
    ("links", Act.DECIDE, _("Doubtful links")),
    ("doubtful-places", Act.DECIDE, _("Doubtful places")),
    ("plan", Act.SEE, _("Plan")),
    ("teams", Act.SEE, _("Teams")),
    ("calls", Act.ENTER, _("Calls to make")),
    ("brief", Act.BRIEF, _("Brief")),
    ("keep", Act.KEEP, _("Backup")),
    ("accounts", Act.ACCOUNTS, _("Accounts")),
    ("openings", Act.AUDIT, _("Who opened whom")),
)
"""Name of the first page of each room, the act it asks for, its words."""


@dataclass(frozen=True, slots=True)
class Room:
    """One entry of the navigation."""

    url: str
    words: str
    here: bool


def frame(request: HttpRequest) -> dict[str, Any]:
    """The operation and what the account may do, for the frame of a page.

    `can` maps an act in operations to whether it may be done, so that a page offers
    nothing that would be refused.
    """
    account = getattr(request, "user", None)
    if account is None or not the_start().ready:
        return {"can": {}, "user": account}
    if not account.is_authenticated:
        return {"can": {}, "user": account, "alarm": alarm_of(the_operation())}
    roles = roles_of(account)
    operation = the_operation()
    can = {act.value: may(roles, act, Scope.OPERATIONS) for act in Act}
    can["enter_dead"] = may(roles, Act.ENTER, Scope.THE_DEAD)
    return {
        "user": account,
        "can": can,
        "rooms": list(_rooms(request.path, can)),
        "region": operation.region,
        "exercise": operation.exercise,
        "as_of": operation.picture.as_of,
        "backup": backup_state() if can["keep"] else None,
        "alarm": alarm_of(operation) if can["see"] else None,
    }


def _rooms(path: str, can: Mapping[str, bool]) -> Iterator[Room]:
    for name, act, words in _ROOMS:
        if can[act.value]:
            try:
                url = reverse(name)
            except NoReverseMatch:  # room not built yet
                continue
            here = path == url if url == "/" else path.startswith(url)
            yield Room(url, str(words), here)
