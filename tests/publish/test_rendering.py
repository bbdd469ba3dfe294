import re
from dataclasses import replace

from stillhere.publish import html, markdown, public_brief, situation_report, text
from stillhere.publish.rendering import DRAFT, Written, clean
from stillhere.publish.sentences import Named, Page, Section, Table, say
from stillhere.vocabulary import ENGLISH
from tests.publish.made import GAZETTEER, REGION, picture_of, whole_picture

HOSTILE = Page(
    "A page",
    REGION,
    "2023-10-09",
    "For nobody.",
    (
        Section("One", (say("{x}", x=Named("<script>alert(1)</script> | *x* \n# y")),)),
        Section("Two", (Table(("a",), ((Named("a|b"),), (None,))),)),
    ),
)


def test_every_sheet_of_paper_says_that_it_is_a_draft() -> None:
    picture = whole_picture()
    for page in (
        public_brief(picture, GAZETTEER, REGION),
        situation_report(picture, GAZETTEER, REGION),
    ):
        papers = text(page, picture).split("\f")
        assert len(papers) > 1
        assert all(paper.startswith(DRAFT.upper()) for paper in papers)
        said = markdown(page, picture)
        assert said.count(DRAFT) == len(page.sections) + 2
        head = html(page, picture).partition("<thead>")[2]
        assert head.startswith(f"<tr><th>{DRAFT}</th></tr></thead>")


def test_words_of_others_steer_neither_page_nor_screen() -> None:
    picture = picture_of()
    page = html(HOSTILE, picture)
    assert "<script>" not in page
    said = markdown(HOSTILE, picture)
    assert "\\<script\\>" in said
    assert "\n# y" not in said
    assert "a\\|b" in said
    assert clean("a\u202eb\x1b[2J\nc") == "ab[2J c"


def test_equal_pictures_give_equal_bytes() -> None:
    one, two = picture_of(*range(9)), picture_of(*reversed(range(9)))
    for form in (markdown, text, html):
        pages = [situation_report(p, GAZETTEER, REGION) for p in (one, two)]
        assert form(pages[0], one) == form(pages[1], two)


def test_dates_of_sources_are_said_by_the_voice() -> None:
    picture = whole_picture()
    page = situation_report(picture, GAZETTEER, REGION)
    told = replace(ENGLISH, day="<{}>".format)
    dated = [s for _, s in Written(page, picture, told).sources() if "dated" in s]
    assert dated
    assert all(re.search(r"dated <\d{4}[-\d]*>", said) for said in dated)
