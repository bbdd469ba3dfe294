import re

from hypothesis import given

from stillhere.ledger import Picture
from stillhere.plan import PlanRules, belief
from stillhere.publish import markdown, situation_report
from stillhere.publish.sentences import Cited, Sentence
from tests.plan.town import ATLAS
from tests.publish.made import GAZETTEER, REGION, pictures, whole_picture
from tests.publish.test_public import DATE, MARK


@given(pictures)
def test_every_number_in_a_sentence_or_cell_cites(picture: Picture) -> None:
    page = situation_report(picture, GAZETTEER, REGION)
    for block in page.blocks:
        rows = [block.parts.values()] if isinstance(block, Sentence) else block.rows
        for row in rows:
            assert all(part.cites for part in row if isinstance(part, Cited))
    people = markdown(page, picture).partition("## People")[2].partition("\n## ")[0]
    for line in people.splitlines():
        if re.search(r"\d", DATE.sub("", MARK.sub("", line))):
            assert MARK.search(line), line


def test_counts_of_sources_stand_side_by_side() -> None:
    picture = whole_picture()
    said = markdown(situation_report(picture, GAZETTEER, REGION), picture)
    assert re.search(
        r"\| arrivals \| arrived \| 15 \[\d+\] \| 28 September 2023 \|", said
    )
    assert re.search(r"\| the ministry \| arrived \| more than 95,123 \[\d+\]", said)
    assert "They are not added up" in said


def test_the_model_is_told_only_for_the_whole_region_and_as_a_model() -> None:
    picture = whole_picture()
    believed = belief(picture, ATLAS, PlanRules.shipped())
    said = markdown(situation_report(picture, GAZETTEER, REGION, believed), picture)
    assert re.search(r"By the model about \d+ (person|people) \[[\d, -]+\]", said)
    without = markdown(situation_report(picture, GAZETTEER, REGION), picture)
    assert "By the model" not in without


def test_a_promise_is_a_quote_of_who_made_it() -> None:
    picture = whole_picture()
    said = markdown(situation_report(picture, GAZETTEER, REGION), picture)
    assert re.search(r"a spokesman: “Whoever wants may return.” \[\d+\]", said)


def test_children_alone_are_in_no_table() -> None:
    picture = whole_picture()
    said = markdown(situation_report(picture, GAZETTEER, REGION), picture)
    assert "child" not in said
