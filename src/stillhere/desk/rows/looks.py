"""The last look of each account at the overview."""

from collections.abc import Mapping
from dataclasses import dataclass

from stillhere.desk.models import Look


@dataclass(frozen=True, slots=True)
class LastLook:
    """What an account saw last.

    Attributes:
        at: ISO time.
        digest, position: Of the picture and the store then.
        figures: Name to value then.
    """

    at: str
    digest: str
    position: int
    figures: Mapping[str, int]


def last_look(account: int) -> LastLook | None:
    """The latest look of an account, by its key; None for the first."""
    found = Look.objects.filter(account_id=account).first()
    if found is None:
        return None
    return LastLook(found.at, found.digest, found.position, dict(found.figures))


def look(account: int, seen: LastLook) -> None:
    """Remember what an account has seen now."""
    Look.objects.update_or_create(
        account_id=account,
        defaults={
            "at": seen.at,
            "digest": seen.digest,
            "position": seen.position,
            "figures": dict(seen.figures),
        },
    )
