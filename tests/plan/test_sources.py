"""Every number of the public table is told with the comment that stands beside it."""

from stillhere.plan import PlanRules
from stillhere.plan.sources import shipped_sources, sources

TABLE = """
# What this table is.
version = 1

[rates]   # of something
first = 10          # how many; assumed
second = 20         # likewise; counted
third = 3           # on two lines,
                    # by somebody

plain = 7
row = [1, 2]        # several; assumed
last = 1            # exercise.md, likewise
"""


def test_a_comment_is_told_with_its_further_lines_and_likewise_says_what() -> None:
    found = sources(TABLE)
    assert found["rates", "first"] == "how many; assumed"
    assert found["rates", "second"] == "how many; counted"
    assert found["rates", "third"] == "on two lines, by somebody"
    assert found["rates", "plain"] == ""
    assert found["rates", "row"] == "several; assumed"
    assert found["rates", "last"] == "exercise.md, likewise"


def test_every_number_of_the_shipped_table_is_found_and_every_rate_has_its_source() -> (
    None
):
    told = shipped_sources()
    for section, table in PlanRules.shipped().tables.items():
        if section == "edition":
            continue
        for name in table:
            assert (section, name) in told
            if section in {"stayed", "word", "found"}:
                assert told[section, name], (section, name)
    assert told["stayed", "alone_old"] == "one older person living alone; assumed"
    assert told["word", "desk"].endswith("Refugee Response Plan, October 2023")
    assert told["word", "linked_if_not"].startswith("came to no desk")
