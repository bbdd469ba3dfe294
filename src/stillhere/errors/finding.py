"""The two carriers of a sentence from the catalogue."""

from dataclasses import dataclass

from stillhere.errors.catalogue import CATALOGUE


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something wrong in the data, returned beside the result.

    Attributes:
        code: A key of the catalogue, such as ``intake/row-without-person``.
        values: Sorted (name, text) pairs the sentence is filled with.
    """

    code: str
    values: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, code: str, **values: object) -> "Finding":
        """Make a finding; raises KeyError for a code the catalogue does not know."""
        CATALOGUE[code]
        return cls(code, tuple(sorted((k, str(v)) for k, v in values.items())))

    @property
    def sentence(self) -> str:
        """The full sentence, in English."""
        return CATALOGUE[self.code].format(**dict(self.values))


class StillHereError(Exception):
    """A broken file, key or request that stops one command.

    Attributes:
        code: A key of the catalogue.
        values: What the sentence is filled with.
    """

    def __init__(self, code: str, **values: object) -> None:
        self.code = code
        self.values = {k: str(v) for k, v in values.items()}
        super().__init__(CATALOGUE[code].format(**self.values))

    def __reduce__(self) -> tuple[object, ...]:
        """Travel between processes with code and values intact."""
        return (_rebuild, (self.code, self.values))


def _rebuild(code: str, values: dict[str, str]) -> StillHereError:
    return StillHereError(code, **values)
