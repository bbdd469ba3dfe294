"""The account somebody signs in with when there is none yet."""

from collections.abc import Callable

from stillhere.desk import rows
from stillhere.desk.access.passwords import fresh_password
from stillhere.desk.access.roles import Role

NAME = "coordinator"


def make_first_account(told: Callable[[str, str], None]) -> None:
    """Make an account with every role, unless somebody has one.

    Args:
        told: Told its name and its password, which is kept nowhere else.
    """
    if not rows.has_accounts():
        password = fresh_password()
        rows.create_account(NAME, password, [role.value for role in Role])
        told(NAME, password)
