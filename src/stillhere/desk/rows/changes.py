"""What changed in the entries since a position of the store."""

from dataclasses import dataclass

from stillhere.desk.models import EntryChange
from stillhere.ledger import MentionId


@dataclass(frozen=True, slots=True)
class Changed:
    """One entry's way from one look to the next.

    Attributes:
        referent: Whose entry.
        before, after: Status codes; empty where there was, or is, no entry.
        at: ISO time of the latest change.
    """

    referent: MentionId
    before: str
    after: str
    at: str

    @property
    def moved(self) -> bool:
        """Whether the status is another one, not only what stands behind it."""
        return self.before != self.after


def changed_since(position: int, limit: int = 20_000) -> list[Changed]:
    """The entries changed after a position, the latest first, each once.

    Args:
        position: Of the store at the earlier look.
        limit: At most so many steps are read, the latest ones.
    """
    steps = EntryChange.objects.filter(position__gt=position).order_by("-id")
    found: dict[str, Changed] = {}
    for step in steps[:limit].iterator():
        known = found.get(step.referent)
        after, at = (step.after, step.at) if known is None else (known.after, known.at)
        name = MentionId(step.referent) if known is None else known.referent
        found[step.referent] = Changed(name, step.before, after, at)
    return list(found.values())
