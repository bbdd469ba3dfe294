"""Statements an index does not hold, as rows beside its own; the index stays as it is."""

from collections.abc import Mapping, Sequence
from copy import copy

import numpy as np

from stillhere.identity.features import Features, ListTraits
from stillhere.identity.growing import Array, Growing
from stillhere.identity.vocabulary import Vocabulary
from stillhere.reports.statements import PersonStatement


class Lent(Vocabulary):
    """A vocabulary with a few words more, of which the lender learns nothing."""

    def __init__(self, lender: Vocabulary) -> None:
        vars(self).update(vars(lender))
        self.lender = lender
        self.numbers = {}

    def number(self, token: str) -> int:
        """The number of a folded token, the lender's where it has one."""
        known = self.lender.numbers.get(token)
        return super().number(token) if known is None else known

    def _enter(self, token: str) -> int:
        if not self.numbers:
            for name, column in vars(self.lender).items():
                if isinstance(column, Growing):
                    setattr(self, name, copy(column))
        return super()._enter(token)


class Guests(Features):
    """Rows of statements, and behind them rows of the host they are compared with."""

    def __init__(
        self,
        host: Features,
        mentions: Sequence[PersonStatement],
        lists: Mapping[str, ListTraits],
    ) -> None:
        super().__init__(Lent(host.vocabulary), host.places)
        self.host = host
        self.names = host.names
        self.list_numbers = dict(host.list_numbers)
        self.count = len(mentions)
        for column in self.columns():
            column.resize(self.count)
        self.write(0, mentions, lists)

    def beside(self, slots: Array) -> None:
        """Take rows of the host in, behind the guests."""
        for own, lent in zip(self.columns(), self.host.columns(), strict=True):
            own.resize(self.count + len(slots))
            own.view[self.count :] = lent.view[slots]

    def rows(self, slots: Array, taken: Array) -> Array:
        """Where those slots stand, of those that were taken in (sorted)."""
        found: Array = self.count + np.searchsorted(taken, slots)
        return found
