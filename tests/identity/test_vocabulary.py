"""Numbers of tokens never change what is computed from them."""

from hypothesis import given
from hypothesis import strategies as st

from stillhere.identity.vocabulary import Vocabulary, hash64
from tests.identity.made import RULES

WORDS = st.lists(st.sampled_from(("hakob", "akop", "petrosian", "a", "gaiane", "xu")))


@given(WORDS, st.permutations(("hakob", "akop", "petrosian", "a", "gaiane", "xu")))
def test_what_is_known_of_a_token_does_not_depend_on_its_number(
    first: list[str], order: list[str]
) -> None:
    one, two = Vocabulary(RULES), Vocabulary(RULES)
    for token in (*first, *order):
        one.number(token)
    for token in order:
        two.number(token)
    for token in order:
        a, b = one.number(token), two.number(token)
        assert one.text(a) == two.text(b) == token
        for name in (
            "sound",
            "head",
            "tail",
            "stands",
            "begun",
            "short",
            "initial",
            "given",
            "family",
        ):
            assert getattr(one, name).view[a] == getattr(two, name).view[b]
        for name in ("stem", "root"):
            kin_one = one.text(int(getattr(one, name).view[a]))
            assert kin_one == two.text(int(getattr(two, name).view[b]))


def test_a_hash_is_the_same_on_every_machine() -> None:
    assert hash64("stillhere") == 0xC8ED2E3959250CF2
