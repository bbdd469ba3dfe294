"""How near two tokens are: pure, symmetric, and as the plain oracle says."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stillhere.identity.comparing import similarity as s
from stillhere.identity.comparing.similarity import Similarity
from stillhere.identity.vocabulary import Vocabulary
from tests.identity.made import RULES
from tests.identity.oracle_weights import level

TOKENS = (
    "",
    "a.",
    "g.",
    "k.",
    "kh.",
    "arman",
    "armen",
    "armine",
    "anait",
    "anahit",
    "petrosian",
)
MORE = (
    "karush",
    "alvo",
    "alvard",
    "petrosov",
    "petrosyan",
    "petosian",
    "hakob",
    "akop",
    "akopian",
    "gaiane",
)
WORDS = st.one_of(st.sampled_from(TOKENS + MORE), st.text("abdegiknoprst", max_size=7))


@given(st.lists(st.tuples(WORDS, WORDS), min_size=1), st.booleans())
def test_levels_are_those_of_the_oracle_from_either_side(
    pairs: list[tuple[str, str]], family: bool
) -> None:
    words = Vocabulary(RULES)
    a, b = (np.array([words.number(p[i]) for p in pairs]) for i in (0, 1))
    found = Similarity(words).levels(a, b, family=family)
    assert (found == Similarity(words).levels(b, a, family=family)).all()
    assert found.tolist() == [level(x, y, family=family) for x, y in pairs]


@pytest.mark.parametrize(
    ("a", "b", "family", "wanted"),
    [
        ("", "arman", False, s.MISSING),
        ("arman", "arman", False, s.EXACT),
        ("petrosian", "petrosov", True, s.ROOT),
        ("a.", "arman", False, s.INITIAL),
        ("m.", "gaiane", False, s.DIFFER),
        ("gh.", "gaiane", False, s.INITIAL),
        ("h.", "akop", False, s.INITIAL),
        ("b.", "arman", False, s.DIFFER),
        ("petrosian", "petosian", True, s.SLIP),
        ("karush", "karine", False, s.SHORT),
        ("arman", "suren", False, s.DIFFER),
    ],
)
def test_a_level_says_what_it_means(a: str, b: str, family: bool, wanted: int) -> None:
    words = Vocabulary(RULES)
    one, two = np.array([words.number(a)]), np.array([words.number(b)])
    assert Similarity(words).levels(one, two, family=family).tolist() == [wanted]


def test_no_pairs_have_no_levels() -> None:
    none = np.empty(0, np.int64)
    assert len(Similarity(Vocabulary(RULES)).levels(none, none, family=True)) == 0
