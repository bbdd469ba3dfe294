"""Short and pet forms of given names, brought to one root."""

from functools import cache

from stillhere.names.folding import fold
from stillhere.names.stems import table_rows


@cache
def roots() -> dict[str, str]:
    """Give the folded form of every pet name with its folded root, read once.

    A form that is a root itself keeps standing for itself; a form claimed by
    several roots goes to the first in the table. Callers must not change it.
    """
    rows = list(table_rows("diminutives.tsv"))
    found: dict[str, str] = {}
    for root, forms in rows:
        for form in forms:
            found.setdefault(fold(form), fold(root))
    for root, _ in rows:
        found[fold(root)] = fold(root)
    return found


def given_root(folded: str) -> str:
    """Bring a folded given name to the root its short forms share.

    Returns:
        The folded root (`serozh` gives `sergei`); the token itself when the table
        does not know it. A root is its own root.
    """
    return roots().get(folded, folded)
