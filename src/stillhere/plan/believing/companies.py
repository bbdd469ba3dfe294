"""Who stands in which household of a register, and in which party of other lists."""

from collections.abc import Iterable

from stillhere.ledger import Household, HouseholdId, MentionId, Picture

_Held = dict[MentionId, tuple[HouseholdId, ...]]


class Companies:
    """Households and parties by person, kept level with a picture.

    Of each party of two or more it knows how many of its people no register puts in a
    household: of a family that came with as many strangers as it lacks members, those
    are likely the members.
    """

    def __init__(self, picture: Picture) -> None:
        self._registers: _Held = {}
        self._parties: _Held = {}
        self._loose: dict[HouseholdId, int] = {}
        self._picture = picture
        for household in picture.households.values():
            self._note(household)
        for household in picture.households.values():
            if not household.register:
                self._count(household.id)

    def registers(self, person: MentionId) -> tuple[HouseholdId, ...]:
        """Households of registers somebody stands in."""
        return self._registers.get(person, ())

    def surplus(self, household: Household) -> int | None:
        """The most people without a household in the party of any of these; None: none."""
        found = (
            self._loose[party]
            for person in household.members
            for party in self._parties.get(person, ())
            if party in self._loose
        )
        return max(found, default=None)

    def follow(
        self, picture: Picture, changed: Iterable[HouseholdId]
    ) -> tuple[set[HouseholdId], set[MentionId]]:
        """Come level with another picture.

        Args:
            picture: The other.
            changed: Households and parties that differ between the two.

        Returns:
            Households of registers whose company may be another now, and people whom
            another household holds now, or none.
        """
        before, self._picture = self._picture, picture
        regrouped: set[MentionId] = set()
        parties: set[HouseholdId] = set()
        members: set[MentionId] = set()
        for key in changed:
            old, new = before.households.get(key), picture.households.get(key)
            for household in (old, new):
                if household is None:
                    continue
                self._note(household, present=household is new)
                if household.register:
                    regrouped.update(household.members)
                else:
                    parties.add(key)
                    members.update(household.members)
        for person in regrouped:
            parties.update(self._parties.get(person, ()))
        for key in parties:
            if self._count(key):
                members.update(picture.households[key].members)
        return {key for p in members for key in self.registers(p)}, regrouped

    def _note(self, household: Household, *, present: bool = True) -> None:
        index = self._registers if household.register else self._parties
        alone = (household.id,)
        for person in household.members:
            held = index.get(person, ())
            if present and not held:
                index[person] = alone
            elif present:
                index[person] = tuple(sorted({*held, household.id}))
            elif held == alone:
                del index[person]
            else:
                index[person] = tuple(key for key in held if key != household.id)

    def _count(self, key: HouseholdId) -> bool:
        """Count anew who of a party no register holds; whether that is another number."""
        party = self._picture.households.get(key)
        if party is None or party.register or party.size == 1:
            self._loose.pop(key, None)
            return False
        loose = sum(person not in self._registers for person in party.members)
        before = self._loose.get(key)
        self._loose[key] = loose
        return loose != before
