import pytest

from stillhere.errors import StillHereError
from stillhere.ledger import Figure
from stillhere.publish.sentences import Cited, Named, say
from stillhere.reports import ReportId

REPORT = ReportId("ab" * 16)


def test_a_figure_without_reports_cannot_be_put_in() -> None:
    with pytest.raises(StillHereError, match="has no report behind it"):
        Cited(Figure("arrived", 12, ()))


@pytest.mark.parametrize("words", ["There are 12 left.", "Տուն ٣", "in ½ of them", "²"])
def test_a_number_in_the_words_is_refused(words: str) -> None:
    if not any(c.isdigit() for c in words):
        assert say(words).words == words
        return
    with pytest.raises(StillHereError, match="a number that is no figure"):
        say(words)


def test_a_part_that_is_missing_is_an_error_at_once() -> None:
    with pytest.raises(KeyError):
        say("{people} left.", who=Named("a bus"))


def test_a_sentence_knows_its_reports() -> None:
    figure = Cited(Figure("arrived", 12, (REPORT,)))
    assert say("{n} arrived.", n=figure).cites == (REPORT,)
    assert say("Nobody knows.").cites == ()
