"""The lists of one page, side by side: one of them is open."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Tab:
    """One of the lists: its address, words, how many it holds, and whether it is open."""

    address: str
    words: str
    number: int
    here: bool


def tabs(
    address: str,
    named: Sequence[tuple[str, Promise]],
    numbers: Mapping[str, int],
    here: str,
) -> Iterator[Tab]:
    """The lists of a page that is told by `tab` which of them to open, in order."""
    for name, words in named:
        yield Tab(f"{address}?tab={name}", str(words), numbers[name], name == here)
