"""Slips of the hand: two letters swapped, one dropped, doubled or a neighbouring key."""

from stillhere.exercise.streams import Dice

_ROWS = {
    "latin": ("qwertyuiop", "asdfghjkl", "zxcvbnm"),
    "ru": ("йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"),
    "hy": ("էթփձջրչճժծ", "քոեռտըւիօպխ", "ասդֆգհյկլշ", "զղցվբնմ"),
}


def _neighbours() -> dict[str, str]:
    beside: dict[str, str] = {}
    for rows in _ROWS.values():
        for row in rows:
            for n, key in enumerate(row):
                beside[key] = row[max(0, n - 1) : n] + row[n + 1 : n + 2]
    return beside


_BESIDE = _neighbours()


def slip(word: str, dice: Dice) -> str:
    """The word with one slip; words of fewer than three letters stay as they are."""
    if len(word) < 3:
        return word
    at = 1 + dice.below(len(word) - 2)
    kind = dice.below(4)
    if kind == 0:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if kind == 1:
        return word[:at] + word[at + 1 :]
    if kind == 2:
        return word[:at] + word[at] + word[at:]
    beside = _BESIDE.get(word[at])
    return word[:at] + (dice.pick(beside) if beside else "") + word[at + 1 :]
