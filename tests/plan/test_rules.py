import re
from importlib.resources import files

import pytest

from stillhere.errors import StillHereError
from stillhere.plan import PlanRules


def test_a_changed_number_has_another_digest() -> None:
    shipped = PlanRules.shipped()
    changed = shipped.changed("weight", bedridden=300)
    assert changed.number("weight", "bedridden") == 300
    assert changed.digest != shipped.digest
    assert changed.changed("weight", bedridden=150).digest == shipped.digest


@pytest.mark.parametrize(
    ("section", "name", "number"),
    [("weight", "language", 2), ("wait", "alone", 2), ("weight", "alone", -1)],
)
def test_what_the_table_does_not_have_cannot_be_set(
    section: str, name: str, number: int
) -> None:
    with pytest.raises(StillHereError, match="no number"):
        PlanRules.shipped().changed(section, **{name: number})


def test_every_rate_says_where_it_comes_from() -> None:
    text = files("stillhere.plan").joinpath("rules.toml").read_text("utf-8")
    rates = text[text.index("[stayed]") : text.index("[weight]")]
    for line in rates.splitlines():
        if re.match(r"\w+ = \d", line) and not re.match(r"(step_m|speaks_from)", line):
            assert re.search(r"#.*(assumed|likewise|20\d\d|exercise|,$)", line), line


def test_no_weight_is_about_origin_language_or_who_asks() -> None:
    assert set(PlanRules.shipped().tables["weight"]) == {
        *("default", "alone", "medicine", "power", "bedridden", "child_alone"),
    }
