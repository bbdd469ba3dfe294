"""What a caller says, and never says, in four languages.

The words name nobody first and give no news. They stay the same whatever is known, so
that nothing can be heard from them.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import override

from stillhere.desk.saying import language
from stillhere.desk.wording import in_words
from stillhere.vocabulary import Language, WhoseNumber


@dataclass(frozen=True, slots=True)
class Script:
    """The words of a call in one language.

    Attributes:
        language: Of the words.
        name: Of the language, in the reader's own.
        lines: What is said, in order.
    """

    language: Language
    name: str
    lines: tuple[str, ...]


def scripts(whose: WhoseNumber) -> tuple[Script, ...]:
    """The words of a call in every language, the reader's first."""
    own = language()
    order = (own, *(code for code in Language if code is not own))
    return tuple(Script(code, in_words(code), _lines(code, whose)) for code in order)


def _lines(code: Language, whose: WhoseNumber) -> tuple[str, ...]:
    said = _to_household if whose is WhoseNumber.HOUSEHOLD else _to_enquirer
    with override(code.value):
        return tuple(_around(said))


def _around(said: Callable[[], Iterator[str]]) -> Iterator[str]:
    yield _(
        "Good day. I am calling for the people who look for those who may need help. May "
        "I speak with you? You need not answer, and nobody loses any help by it."
    )
    yield from said()
    yield _(
        "I cannot say anything about anybody on the telephone, whoever it is. Questions "
        "are answered one by one by the family-links officer."
    )
    yield _("May we call you again if we have another question? Thank you.")


def _to_household() -> Iterator[str]:
    yield _(
        "Would you tell me who of your household is safe with you or elsewhere? Please "
        "tell me the names yourself."
    )
    yield _("In which town or village are they?")
    yield _("Is anybody of your household still there, or have you lost touch?")


def _to_enquirer() -> Iterator[str]:
    yield _(
        "You have asked us about somebody. Have you heard from them yourself since then? "
        "Please tell me the name yourself."
    )
    yield _("When was it, and where were they?")
    yield _(
        "I have no news for you, neither good nor bad. Please read nothing into this call."
    )
