import re
from dataclasses import replace

from stillhere.plan import Clearances, Occasion, Plan, Sheet, crew, next_stops
from stillhere.plan.sheet import sheets, sheets_html
from stillhere.reports import Report
from stillhere.vocabulary import Language, ReportKind, Voice
from stillhere.vocabulary.teams import Skill
from tests.plan.town import ATLAS, EVERYBODY, RULES, entry, resident, scene

DAY = Occasion("Khankendi / Stepanakert", "2023-10-10", hotline="+374 47 000000")
BEDRIDDEN = resident(
    9, "Danielyan Vard", "1941-02-14", ("Mill Street 1", ""), Care="bedridden"
)
CHILD = resident(
    10, "Mirzoyan Lia", "2014-02-14", ("Mill Street 5", ""), Care="wheelchair"
)


def printed(*more: Report, occasion: Occasion = DAY) -> tuple[Sheet, ...]:
    found = scene(EVERYBODY, *more)
    plan: Plan = next_stops(
        found.picture, found.believed, ATLAS, crew(2), Clearances.declared(), RULES
    )
    return sheets(plan, found.picture, ATLAS, occasion)


def everything(found: tuple[Sheet, ...]) -> str:
    return "\f".join(sheet.text for sheet in found) + sheets_html(found)


def test_sheets_are_numbered_and_hold_the_times() -> None:
    one, two = printed()
    assert (one.number, two.number, one.total) == (1, 2, 2)
    assert one.code != two.code
    assert one.check_ins[0] == "10:00"
    assert one.turn_back <= one.check_ins[-1] <= "18:00"
    for text in (one.text, sheets_html((one,))):
        assert "Turn back at the latest" in text
        assert "Check in at" in text
        assert "+374 47 000000" in text


def test_every_line_has_a_code_an_address_and_room_for_what_was_found() -> None:
    for sheet in printed():
        assert len(re.findall(r"\[ \] nobody answered", sheet.text)) == len(sheet.lines)
        for line in sheet.lines:
            assert f"{line.code}  about {line.at}  {line.address}" in sheet.text


def test_the_language_of_the_reader_comes_first_and_the_others_beside_it() -> None:
    russian = printed(occasion=Occasion("r", "2023-10-10", language=Language.RU))
    lines = [line for sheet in russian for line in sheet.lines]
    line = next(line for line in lines if line.dwelling == "B2/1")
    assert line.address == "ул. Walnut Street 3"
    assert line.other_addresses == "Walnut Street 3"
    assert line.settlement.startswith("Степанакерт · ")
    for name in ("Ստեփանակերտ", "Xankəndi", "Khankendi", "Stepanakert"):
        assert name in line.settlement


def test_only_who_may_not_come_to_the_door_is_named() -> None:
    text = everything(printed(BEDRIDDEN))
    assert "may not come to the door: Danielyan Vard" in text
    assert "Sargsyan" not in text
    assert "Avagyan" not in text


def test_no_child_is_named() -> None:
    assert "Mirzoyan" not in everything(printed(CHILD))


def test_a_team_without_stops_gets_a_sheet_that_says_so() -> None:
    found = scene()
    plan = next_stops(
        found.picture, found.believed, ATLAS, crew(1), Clearances(), RULES
    )
    (sheet,) = sheets(plan, found.picture, ATLAS, DAY)
    assert "No stops for this team" in sheet.text
    assert sheet.turn_back == ""


def test_every_sheet_of_a_plan_has_its_abort_word_and_where_help_is() -> None:
    one, two = printed()
    assert one.abort == two.abort
    for text in (one.text, sheets_html((one,))):
        assert f"Abort word: {one.abort}" in text
        assert "No health post is known to be working where teams may go." in text


def test_the_nearest_health_post_stands_with_all_names_of_its_place() -> None:
    fields = {"settlement": "Khankendi", "service": "health post", "state": "working"}
    (one, _) = printed(entry(ReportKind.SERVICE, {**fields, "date": "2023-10-03"}))
    assert one.help.startswith("Nearest health post, said to be working: ")
    for name in ("Ստեփանակերտ", "Xankəndi", "Степанакерт", "Khankendi"):
        assert name in one.help


def test_what_a_team_can_do_is_printed_or_written_in_by_hand() -> None:
    skills = {1: (Skill.FIRST_AID, Skill.SPEAKS_AZ)}
    one, two = printed(occasion=replace(DAY, skills=skills))
    for text in (one.text, sheets_html((one,))):
        assert "first aid, speaks Azerbaijani" in text
    assert two.skills == ()
    assert "____ (first aid, languages, stretcher)" in two.text


def test_the_page_says_that_ways_are_straight_lines() -> None:
    text = everything(printed())
    assert text.count("straight lines times 1.3, not on roads") == 4


def test_equal_plans_give_equal_bytes() -> None:
    assert everything(printed(BEDRIDDEN)) == everything(printed(BEDRIDDEN))


def test_signs_of_html_in_a_name_are_harmless() -> None:
    named = resident(
        9, "<b>Danielyan Vard", "1941-02-14", ("Mill Street 1", ""), Care="bedridden"
    )
    page = sheets_html(printed(named))
    assert "<b>Danielyan" not in page
    assert "&lt;b&gt;Danielyan" in page


def test_no_word_of_a_printed_sheet_is_said_outside_the_voice() -> None:
    strange = Voice(
        text=lambda words: re.sub(r"[^\W\d_](?![^{}]*\})", "ж", words),
        plural=lambda _one, _many, _n: "{number} ж",
        day=lambda _iso: "ж",
    )
    found = scene(EVERYBODY, BEDRIDDEN)
    plan = next_stops(
        found.picture, found.believed, ATLAS, crew(2), Clearances.declared(), RULES
    )
    made = sheets(plan, found.picture, ATLAS, DAY, strange)
    page = sheets_html(made, strange).replace(made[0].abort, "")
    body = re.sub(r"<style>.*?</style>|<[^<>]*>", " ", page, flags=re.DOTALL)
    words = {word for word in re.findall(r"\w{3,}", body) if word.isalpha()}
    assert {word for word in words if word.isascii() and word.islower()} == set()
    assert "ж" in body
