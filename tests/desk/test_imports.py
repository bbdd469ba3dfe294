"""The import: a list is looked at, corrected, taken, taken back and brought back."""

import re
from collections.abc import Callable
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from stillhere.vocabulary.fields import Field

BUS = """Ավտոբուս 7
Ո՞վ / Кто / Who;Երեք ~ Три;Ուր ~ Тут;Այլ ~ Прочее
Aghajanyan Greta;1952;Salorut;1
Aghajanyan Sergey;1949;Salorut;1
Karapetyan Nerses;1950;Tsakut;1
Zaqaryan Mane;1961;Salorut;=1+1
Davtyan Rima;1971;Salorut;1
Melkonyan Sos;1944;Salorut;1
Ընդամենը;;;=6
"""
"""A header nobody has seen. The first two people live in Salorut and are without word."""

GRETA, SERGEY = "Աղաջանյան Գրետա Աշոտի", "Աղաջանյան Սերգեյ Թաթուլի"


def send(client: Client, text: str = BUS, name: str = "bus 7.csv", **more: str) -> str:
    """Send a list; the address of its draft."""
    file = SimpleUploadedFile(name, text.encode())
    answer = client.post("/import/", {"lists": file, **more})
    assert answer.status_code == 302, answer.content.decode()
    return answer.headers["Location"]


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer.content.decode()
    return answer.content.decode()


class Form(HTMLParser):
    """The fields of the form around a draft, as a browser would send them unchanged."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: dict[str, list[str]] = {}
        self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        name, value = given.get("name") or "", given.get("value") or ""
        if tag == "select":
            self._select = name
        elif tag == "option" and "selected" in given:
            self.sent[self._select] = [value]
        elif tag == "input" and name.startswith("table-"):
            if given["type"] != "checkbox":
                self.sent[name] = [value]
            elif "checked" in given:
                self.sent.setdefault(name, []).append(value or "on")


def fields(client: Client, address: str) -> dict[str, list[str]]:
    form = Form()
    form.feed(page(client, address))
    return form.sent


def correct(client: Client, address: str, **said: str) -> dict[str, Any]:
    """Change settings and columns of the first sheet; the form to be sent."""
    return fields(client, address) | {
        f"table-0-{name.replace('column_', 'column-')}": [str(value)]
        for name, value in said.items()
    }


def corrected(client: Client, address: str) -> dict[str, Any]:
    """The two columns no proposal can know, said."""
    return correct(
        client, address, column_1=Field.BIRTH_YEAR, column_2=Field.SETTLEMENT
    )


def take(client: Client, address: str, sent: dict[str, Any] | None = None) -> str:
    """Take a draft as it stands, or as the form says; the page of the import."""
    form = fields(client, address) if sent is None else sent
    answer = client.post(address, {**form, "act": "take"})
    assert answer.status_code == 302, answer.content.decode()
    assert answer.headers["Location"].startswith("/import/")
    return answer.headers["Location"]


def status_of(name: str) -> str:
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    entries = the_operation().picture.entries.values()
    (found,) = [e.status.value for e in entries if e.name == name]
    return found


def position() -> int:
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    return the_operation().position


def words(html: str) -> str:
    """What a page says, without its markup."""
    return unescape(" ".join(re.sub(r"<[^>]+>", " ", html).split()))


def test_two_columns_are_corrected_and_five_rows_change(coordinator: Client) -> None:
    address = send(coordinator)
    before = words(page(coordinator, address))
    assert "Row 3, as written" in before
    assert "Row 8, as written" not in before
    assert before.count("please look") == 3
    assert "its values are dates of birth" in before.lower()
    form = corrected(coordinator, address)
    answer = coordinator.post(address, {**form, "act": "read"})
    assert answer.headers["Location"] == address
    after = words(page(coordinator, address))
    assert "Settlement Salorut" not in before.title()
    assert after.title().count("Settlement Salorut") == 4
    assert after.count("please look") == 1
    assert "its values are dates of birth" not in after.lower()
    assert "given name Greta family name Aghajanyan" in after


def test_an_import_moves_people_and_its_undo_moves_them_back(
    coordinator: Client,
) -> None:
    assert status_of(SERGEY) == "unaccounted"
    address = send(coordinator)
    past = take(coordinator, address, corrected(coordinator, address))
    said = words(page(coordinator, past))
    assert "Rows read 8 Set aside 2 Reports new 7" in said
    assert "Without word: from 10 to 9 ." in said
    assert "left 5 10" in said
    assert status_of(SERGEY) == "left"
    found = coordinator.get("/people/", {"q": "Zaqaryan Mane"}).content.decode()
    assert "Zaqaryan Mane" in found
    answer = coordinator.post(f"{past}undo/")
    assert answer.headers["Location"] == past
    assert status_of(SERGEY) == "unaccounted"
    undone = words(page(coordinator, past))
    assert "taken back by coordinator" in undone
    assert "What the undo moved" in undone
    assert "from 9 to 10" in undone
    coordinator.post(f"{past}bring-back/")
    assert status_of(SERGEY) == "left"
    assert "What bringing it back moved" in words(page(coordinator, past))


def test_nothing_is_stored_before_a_list_is_taken(coordinator: Client) -> None:
    before = position()
    address = send(coordinator)
    coordinator.post(address, corrected(coordinator, address))
    assert position() == before
    assert "bus 7.csv" in words(page(coordinator, "/import/")).partition("Past")[0]
    coordinator.post(address, {"act": "leave"})
    gone = coordinator.get(address)
    assert gone.status_code == 409
    assert "This file is no longer kept" in gone.content.decode()


def test_a_draft_is_shown_to_who_sent_it_alone(
    signed_in: Callable[[str], Client],
) -> None:
    address = send(signed_in("registrar"))
    other = signed_in("coordinator")
    for answer in (other.get(address), other.post(address, {"act": "take"})):
        assert answer.status_code == 409
        assert "Aghajanyan" not in answer.content.decode()


def test_a_role_that_does_not_import_is_refused(
    signed_in: Callable[[str], Client],
) -> None:
    client = signed_in("hotline")
    assert client.get("/import/").status_code == 403
    assert client.post("/import/", {"pasted": BUS}).status_code == 403


def test_rows_set_aside_are_shown_and_saved_without_a_formula(
    coordinator: Client,
) -> None:
    past = take(coordinator, send(coordinator))
    said = words(page(coordinator, past))
    assert "2 rows set aside" in said
    assert "Row 9 of bus 7.csv is a line of totals." in said
    saved = coordinator.get(f"{past}set-aside/")
    assert saved.content.decode("utf-8-sig").splitlines() == [
        ",1,Ավտոբուս 7",
        ",9,Ընդամենը,,,'=6",
    ]


def test_the_same_list_again_is_one_import(coordinator: Client) -> None:
    past = take(coordinator, send(coordinator))
    address = send(coordinator)
    assert "All 6 rows of bus 7.csv are here already." in words(
        page(coordinator, address)
    )
    assert take(coordinator, address) == past
    listed = words(page(coordinator, "/import/")).partition("Past imports")[2]
    assert listed.count("bus 7.csv bus 7.csv") + listed.count("bus 7.csv 6") == 1


def test_the_same_list_under_another_name_is_no_second_witness(
    coordinator: Client,
) -> None:
    take(coordinator, send(coordinator))
    file = SimpleUploadedFile("again.csv", BUS.encode())
    answer = coordinator.post("/import/", {"lists": file, "source": "another bus"})
    assert answer.status_code == 200
    assert "was read before, as the source bus 7.csv" in words(answer.content.decode())
    unnamed = page(coordinator, send(coordinator, name="again.csv"))
    assert "<bdi>bus 7.csv</bdi>" in unnamed


def test_rows_taken_back_come_back_only_where_somebody_says_so(
    coordinator: Client,
) -> None:
    past = take(coordinator, send(coordinator))
    moved = status_of(SERGEY)
    assert moved != "unaccounted"
    coordinator.post(f"{past}undo/")
    address = send(coordinator)
    said = words(page(coordinator, address))
    assert "Let the 6 rows that were taken back count again" in said
    take(coordinator, address)
    assert status_of(SERGEY) == "unaccounted"
    address = send(coordinator)
    take(coordinator, address, {**fields(coordinator, address), "back": "yes"})
    assert status_of(SERGEY) == moved


def test_rows_of_somebody_erased_wait_for_a_decision(coordinator: Client) -> None:
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415
    from stillhere.intake import person_folds, state  # noqa: PLC0415
    from stillhere.reports.erasing import erase_reports  # noqa: PLC0415
    from stillhere.reports.withdrawing import Signed  # noqa: PLC0415

    operation = the_operation()
    entries = operation.picture.entries.values()
    (gone,) = [e for e in entries if e.name == GRETA]
    report = operation.picture.evidence.report(gone.id)
    assert report is not None
    profile = operation.picture.evidence.bench.book.profile(report.source)  # type: ignore[attr-defined]  # of the pipeline
    folds = person_folds(state(report, profile), operation.key)
    signed = Signed(operation.key, by="one", at="2023-10-09T08:00:00+04:00")
    operation.enter([erase_reports([report.id], signed, second="two", folds=folds)])
    text = BUS.replace("Aghajanyan Greta", GRETA.rpartition(" ")[0])
    address = send(coordinator, text)
    coordinator.post(address, corrected(coordinator, address))
    said = words(page(coordinator, address))
    assert "1 row may speak of somebody whose reports were erased" in said
    past = take(coordinator, address)
    after = page(coordinator, past)
    assert "may speak of somebody whose reports were erased" in after
    assert "Աղաջանյան Գրետա" not in after
    address = send(coordinator, text)
    (name,) = re.findall(
        r'name="someone-else" value="(\w+)"', page(coordinator, address)
    )
    form = fields(coordinator, address)
    later = take(coordinator, address, {**form, "someone-else": name})
    assert "Աղաջանյան Գրետա" in page(coordinator, later)


def test_a_hostile_file_costs_one_sentence(coordinator: Client) -> None:
    before = position()
    for name, data, sentence in (
        ("list.csv", b"%PDF-1.7 list", "not a list"),
        ("list.csv", b"", "is empty"),
        ("list.xlsx", b"PK\x03\x04 broken", "not a whole ZIP or Excel file"),
    ):
        file = SimpleUploadedFile(name, data)
        answer = coordinator.post("/import/", {"lists": file})
        assert answer.status_code == 200
        assert sentence in words(answer.content.decode())
    assert position() == before


def test_a_file_over_the_limit_gets_a_sentence(
    coordinator: Client, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "UPLOAD_BYTES", 1 << 20)
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = coordinator.cookies
    for client in (coordinator, strict):
        file = SimpleUploadedFile("big.csv", b"a;b\n" * (1 << 19))
        answer = client.post("/import/", {"source": "big", "lists": file})
        assert answer.status_code == 413
        assert "larger than the 1 MiB that are taken at once" in words(
            answer.content.decode()
        )


def test_a_list_of_the_dead_is_for_the_dead_unless_said_otherwise(
    coordinator: Client,
) -> None:
    text = "Morgue list\nCode;Place found;Date\nR-1;Salorut;2023-10-01\n"
    dead = fields(coordinator, send(coordinator, text, "morgue.csv"))
    assert dead["table-0-kind"] == ["remains"]
    assert dead["table-0-scopes"] == ["the_dead"]
    assert fields(coordinator, send(coordinator))["table-0-scopes"] == ["operations"]


def test_rows_of_a_list_of_the_dead_are_shown_to_nobody_else(
    coordinator: Client,
) -> None:
    text = "Morgue list\nCode;Place found;Date\nR-77;Salorut;2023-10-01\nTotal;;1\n"
    past = take(coordinator, send(coordinator, text, "morgue.csv"))
    after = page(coordinator, past)
    assert "R-77" not in after
    assert "2 rows set aside" in after
    assert "Morgue list" not in after
    assert coordinator.get(f"{past}set-aside/").content.decode("utf-8-sig") == ""


def test_rows_that_stand_here_for_other_purposes_are_not_taken_away_from_them(
    coordinator: Client,
) -> None:
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    take(coordinator, send(coordinator))
    before = position(), the_operation().picture.digest
    address = send(coordinator)
    form = {**fields(coordinator, address), "table-0-scopes": ["medical"]}
    answer = coordinator.post(address, {**form, "act": "take"}, follow=True)
    assert "were read in before for other purposes" in words(answer.content.decode())
    assert (position(), the_operation().picture.digest) == before
    form["table-0-scopes"] = ["operations"]
    assert take(coordinator, address, form)


def test_a_list_nobody_may_see_is_not_taken(coordinator: Client) -> None:
    address = send(coordinator)
    form = fields(coordinator, address)
    del form["table-0-scopes"]
    answer = coordinator.post(address, {**form, "act": "take"})
    assert answer.status_code == 200
    assert "Say what it may be used for" in words(answer.content.decode())


def test_pasted_rows_are_read_as_a_file_is(coordinator: Client) -> None:
    answer = coordinator.post(
        "/import/", {"pasted": BUS.replace(";", "\t"), "source": "bus 7"}
    )
    past = take(coordinator, answer.headers["Location"])
    assert "Import of bus 7" in words(page(coordinator, past))


def test_pasted_rows_need_a_name(coordinator: Client) -> None:
    answer = coordinator.post("/import/", {"pasted": BUS})
    assert "Say who pasted rows come from." in words(answer.content.decode())


def test_a_grown_list_says_what_it_adds_to(coordinator: Client) -> None:
    take(coordinator, send(coordinator))
    address = send(coordinator, BUS + "Asatryan Hayk;1955;Salorut;1\n")
    said = words(page(coordinator, address))
    assert "The source bus 7.csv is here already. 1 new row would be added" in said
    assert "Reports new 1 Reports known before 6" in words(
        page(coordinator, take(coordinator, address))
    )


def test_a_page_without_a_list_says_so(coordinator: Client) -> None:
    answer = coordinator.post("/import/", {"pasted": "  "})
    assert "Choose a file, or paste some rows." in words(answer.content.decode())


def test_several_files_are_looked_at_one_by_one(coordinator: Client) -> None:
    files = [SimpleUploadedFile(n, BUS.encode()) for n in ("a.csv", "b.csv")]
    answer = coordinator.post("/import/", {"lists": files})
    assert answer.headers["Location"] == "/import/"
    waiting = words(page(coordinator, "/import/"))
    assert "a.csv · 6 rows" in waiting
    assert "b.csv · 6 rows" in waiting
    named = coordinator.post("/import/", {"lists": files, "source": "one"})
    assert "One name cannot stand for several" in words(named.content.decode())


def test_a_sheet_can_be_left_out(coordinator: Client, tmp_path: Path) -> None:
    book = tmp_path / "lists.xlsx"
    workbook = xlsxwriter.Workbook(book)
    for name in ("Bus", "Plan"):
        sheet = workbook.add_worksheet(name)
        for row, line in enumerate(BUS.splitlines()[1:8]):
            sheet.write_row(row, 0, [f"{c}" for c in line.split(";")])
        sheet.write(6, 0, f"{name} Only")
    workbook.close()
    file = SimpleUploadedFile("lists.xlsx", book.read_bytes())
    address = coordinator.post("/import/", {"lists": file}).headers["Location"]
    form = fields(coordinator, address)
    del form["table-1-read"]
    said = words(page(coordinator, take(coordinator, address, form)))
    assert "Bus Only" in said
    assert "Plan Only" not in said
    address = send(coordinator, BUS.replace("Aghajanyan", "Asatryan"), "other.csv")
    assert "Read this sheet" not in page(coordinator, address)


def test_a_list_without_a_row_is_not_taken(coordinator: Client) -> None:
    address = send(coordinator, "Name;Year of birth\n", "empty.csv")
    answer = coordinator.post(address, {**fields(coordinator, address), "act": "take"})
    assert answer.status_code == 200
    assert "There is no row to read" in words(answer.content.decode())


def test_what_is_doubtful_stands_at_its_column(coordinator: Client) -> None:
    address = send(coordinator)
    form = correct(coordinator, address, column_3=Field.BIRTH_DATE)
    coordinator.post(address, form)
    html = page(coordinator, address)
    (row,) = re.findall(r"<tr>(?:(?!</tr>).)*Прочее.*?</tr>", html, re.DOTALL)
    assert "are no dates the program reads" in unescape(row)


@pytest.mark.parametrize("text", ["soon", "31.02.2023", "28/09/2023", "2023-9"])
def test_a_list_is_not_taken_while_its_date_is_none(
    coordinator: Client, text: str
) -> None:
    before = position()
    address = send(coordinator)
    for act in ("read", "take"):
        form = correct(coordinator, address, date=text)
        answer = coordinator.post(address, {**form, "act": act})
        assert answer.status_code == 200
        found = re.findall(
            rf'value="{text}".*?</div>', answer.content.decode(), re.DOTALL
        )
        assert f"{text} is no date. Nothing was stored." in unescape(found[0])
    assert position() == before
    assert fields(coordinator, address)["table-0-date"] != [text]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("28.09.2023", "2023-09-28"),
        ("1.9.2023", "2023-09-01"),
        ("2023-09-28", "2023-09-28"),
        ("2023", "2023"),
        ("", ""),
    ],
)
def test_a_date_of_a_list_is_kept_as_iso_however_it_was_typed(
    coordinator: Client, text: str, read: str
) -> None:
    address = send(coordinator)
    take(coordinator, address, correct(coordinator, address, date=text))
    assert fields(coordinator, send(coordinator))["table-0-date"] == [read]


def test_a_corrected_profile_is_used_for_the_next_list_and_the_last_one_wins(
    coordinator: Client,
) -> None:
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415
    from stillhere.pipeline.evidence import evidence_of  # noqa: PLC0415

    def meaning() -> Field:
        book = evidence_of(the_operation().picture).bench.book
        profile = book.profile("bus 7.csv")
        assert profile is not None
        return profile.columns[2].field

    for field in (Field.SETTLEMENT, Field.ORIGIN, Field.SETTLEMENT):
        address = send(coordinator)
        take(coordinator, address, correct(coordinator, address, column_2=field))
        assert meaning() is field
    assert fields(coordinator, send(coordinator))["table-0-column-2"] == ["settlement"]


def test_an_undo_says_first_what_it_takes_back_and_stands_on_one_page_only(
    coordinator: Client,
) -> None:
    past = take(coordinator, send(coordinator))
    assert "undo/" not in page(coordinator, "/import/")
    said = words(page(coordinator, past))
    assert "The undo takes back 6 rows, which no other import brought." in said
    assert "6 people are named in them." in said
    coordinator.post(f"{past}undo/")
    assert "6 rows of this import do not count now." in words(page(coordinator, past))
    listed = page(coordinator, "/import/")
    assert "bring-back/" not in listed
    assert "taken back by coordinator" in words(listed)


def test_an_import_cannot_be_undone_twice(coordinator: Client) -> None:
    past = take(coordinator, send(coordinator))
    coordinator.post(f"{past}undo/")
    again = coordinator.post(f"{past}undo/")
    assert again.headers["Location"].startswith("/jobs/")
    said = words(page(coordinator, again.headers["Location"]))
    assert "is undone already" in said


def test_lists_read_before_the_desk_are_listed_and_can_be_undone(
    coordinator: Client,
) -> None:
    html = page(coordinator, "/import/")
    (past,) = re.findall(r'<a href="(/import/\w+/)"><bdi>register.xlsx', html)
    assert "58 rows" in words(page(coordinator, past))
    coordinator.post(f"{past}undo/")
    assert "Without word: from 10 to" in words(page(coordinator, past))


def test_an_unknown_import_is_not_found(coordinator: Client) -> None:
    assert coordinator.get("/import/0123456789abcdef/").status_code == 404
    assert coordinator.post("/import/0123456789abcdef/undo/").status_code == 404
    assert coordinator.get("/import/0123456789abcdef/undo/").status_code == 405


def test_a_list_can_be_looked_at_while_another_is_folded_in(
    coordinator: Client,
) -> None:
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    page(coordinator, "/import/")
    done, held = Event(), Event()

    def hold() -> None:
        with the_operation().writing(), the_operation().evidence():
            held.set()
            done.wait(30)

    busy = Thread(target=hold)
    busy.start()
    held.wait(30)
    try:
        said = words(page(coordinator, send(coordinator)))
        listed = words(page(coordinator, "/import/"))
    finally:
        done.set()
        busy.join()
    assert "Row 3, as written" in said
    assert "A long import is working on the names" in said
    assert "register.xlsx" in listed


def test_drafts_end_after_an_hour_and_the_oldest_make_room(
    coordinator: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from stillhere.desk.operation import drafts  # noqa: PLC0415

    first, *_, last = [send(coordinator, name=f"{n}.csv") for n in range(9)]
    assert coordinator.get(first).status_code == 409
    assert coordinator.get(last).status_code == 200
    monkeypatch.setattr(drafts, "MOST_BYTES", 1)
    newest = send(coordinator)
    assert coordinator.get(last).status_code == 409
    assert coordinator.get(newest).status_code == 200
    monkeypatch.setattr(drafts, "LASTS_S", 0.0)
    assert coordinator.get(newest).status_code == 409


def test_a_draft_rests_in_no_file(coordinator: Client, desk: Path) -> None:
    address = send(coordinator)
    coordinator.post(address, corrected(coordinator, address))
    for file in desk.parent.rglob("*"):
        assert b"Aghajanyan Greta" not in file.read_bytes()


def test_a_person_points_to_the_header(coordinator: Client) -> None:
    text = BUS.replace("Ո՞վ / Кто / Who", "Q1").replace("Երեք ~ Три", "Q2")
    address = send(coordinator, text.replace("Ավտոբուս 7", "Ավտոբուս 7;27;09;23"))
    form = fields(coordinator, address)
    assert form["table-0-header"] == ["0"]
    form["table-0-header"] = ["2"]
    answer = coordinator.post(address, {**form, "act": "take"})
    assert answer.headers["Location"] == address
    assert "Q1" in page(coordinator, address)
    taken = words(page(coordinator, take(coordinator, address)))
    assert "Rows read 8 Set aside 2" in taken
    address = send(coordinator, text.replace("Ավտոբուս 7", "Ավտոբուս 7;27;09;23"))
    moved = {**fields(coordinator, address), "table-0-header": ["0"]}
    coordinator.post(address, moved)
    assert "stand in that source a second time" in words(page(coordinator, address))
    again = fields(coordinator, send(coordinator, text + "Asatryan Hayk;1955;;\n"))
    assert again["table-0-header"] == ["2"]
