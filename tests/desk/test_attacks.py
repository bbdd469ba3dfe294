"""What somebody may try who means harm, or whose browser was led astray."""

import csv
import io
import re
import time
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any
from wsgiref.util import setup_testing_defaults

import pytest
from django.test import Client

from tests.desk.conftest import PASSWORD
from tests.desk.restricted import walked
from tests.desk.test_access import addresses
from tests.desk.test_imports import send, take

EVIL = (
    "<img src=x onerror=p()>\"'onfocus='p()' \u202egnp.\u202c{{ 7|add:7 }}<script>p()"
)
NOT_UTF8 = ("utf-16", "undefined", "idna", "base64", "zlib", "punycode", "utf-7", "x")


_OF_A_DRAWING = {"viewbox", "role", "aria-label", "class"}
"""Attributes of the drawings a page holds; whatever runs would need another."""


class Elements(HTMLParser):
    """The elements and attributes a browser would make of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def harmful(html: str) -> list[str]:
    """Elements that would run or fetch something a page of ours never holds."""
    found = []
    for tag, given in Elements(html).found:
        source = given.get("src") or ""
        runs = tag in {"img", "iframe", "object", "embed", "base"} or (
            tag == "script" and not source.startswith("/static/desk/")
        )
        runs = runs or (tag == "svg" and not given.keys() <= _OF_A_DRAWING)
        acts = any(name.startswith("on") or name == "style" for name in given)
        leads = any(
            (given.get(name) or "").strip().lower().startswith(("javascript:", "data:"))
            for name in ("href", "src", "action")
        )
        if runs or acts or leads:
            found.append(f"{tag} {given}")
    return found


@pytest.fixture
def poisoned(desk: Path, coordinator: Client) -> str:
    """Names, sources, files and notes that try to become part of the page."""
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415
    from stillhere.reports import make_report  # noqa: PLC0415
    from stillhere.vocabulary import ReportKind  # noqa: PLC0415

    del desk
    operation = the_operation()
    known, other = operation.picture.without_word()[:2]
    place = {"settlement": EVIL, "address": EVIL, "note": EVIL}

    def made(kind: ReportKind, /, **given: Any) -> Any:
        return make_report(operation.key, kind, EVIL, given)

    operation.enter(
        [
            made(ReportKind.PERSON, name=EVIL, event="arrived", **place),
            made(ReportKind.PERSON, name=f"{known.name} {EVIL}", event="found"),
            made(ReportKind.CALL, name=EVIL, caller=EVIL, **place),
            made(ReportKind.VISIT, result="refused", team=EVIL, name=EVIL, **place),
            made(ReportKind.NEED, need=EVIL, what=EVIL, urgency=EVIL, **place),
            made(ReportKind.SERVICE, service="water", state="out", **place),
            made(ReportKind.COUNT, what=EVIL, count="77", words=EVIL, **place),
            made(ReportKind.ASSURANCE, promised=EVIL, words=EVIL, **place),
            made(ReportKind.PROPERTY, state=EVIL, **place),
            made(ReportKind.ANIMALS, kind=EVIL, number="3", **place),
            made(ReportKind.CORRECTION, target=known.id, fields={EVIL: EVIL}),
            made(ReportKind.DEATH, person=other.id, authority=EVIL, document=EVIL),
            made(
                ReportKind.JUDGEMENT,
                judgement="unsure",
                a=min(known.id, other.id),
                b=max(known.id, other.id),
                why=EVIL,
            ),
            made(ReportKind.PROFILE, about=EVIL, kind="person", bad=EVIL),
        ]
    )
    text = f"{EVIL}\nName;Year;Village;{EVIL}\n{EVIL};1950;{EVIL};{EVIL}\nTotal;;;=1\n"
    return take(coordinator, send(coordinator, text, f"{EVIL}.csv"))


def test_no_word_of_anybody_becomes_part_of_a_page(
    poisoned: str, coordinator: Client
) -> None:
    draft = send(coordinator, f"Name;Year;{EVIL}\n{EVIL};1950;{EVIL}\n", f"{EVIL}2.csv")
    begin = ["/", poisoned, draft, "/findings/", f"/people/?q={EVIL}", "/figures/"]
    begin += [f"/sign-in/?next={EVIL}", f"/nothing/{EVIL}/", "/changes/", "/links/"]
    begin += ["/links/?tab=aside", f"/people/?order={EVIL}&status={EVIL}&after={EVIL}"]
    begin += [f"/figures/arrived/?source={EVIL}", f"/enter/who/?name={EVIL}"]
    begin += [
        f"/enter/doors/?address={EVIL}",
        f"/openings/?account={EVIL}&person={EVIL}",
    ]
    begin += ["/brief/", "/situation/", "/plan/", "/enter/call/", "/import/"]
    seen = 0
    for address, answer in walked(coordinator, iter(begin)):
        assert answer.status_code < 500, address
        if answer.headers.get("Content-Type", "").startswith("text/html"):
            html = answer.content.decode()
            assert harmful(html) == [], address
            assert "14" not in re.findall(r"\{\{.*?\}\}|7\|add", html), address
            seen += "onerror" in html
    assert seen > 20


def test_what_was_typed_wrong_comes_back_as_words(coordinator: Client) -> None:
    from stillhere.desk.forms.entering import CallForm, FoundForm, VisitForm  # noqa: PLC0415

    for sort, form in (("call", CallForm), ("visit", VisitForm), ("found", FoundForm)):
        typed = dict.fromkeys(form.base_fields, EVIL)
        answer = coordinator.post(f"/enter/{sort}/", {**typed, "known": EVIL})
        assert answer.status_code == 200, sort
        assert harmful(answer.content.decode()) == []
    for address, typed in (
        ("/accounts/", {"name": EVIL, "shown": EVIL, "roles": EVIL}),
        ("/backup/", {"folder": EVIL}),
        ("/sign-in/", {"username": EVIL, "password": EVIL, "next": EVIL}),
        ("/import/", {"pasted": "", "source": EVIL}),
        ("/password/", {"old_password": EVIL}),
    ):
        answer = coordinator.post(address, typed)
        assert answer.status_code < 500, address
        assert harmful(answer.content.decode()) == [], address


def _posts() -> Iterator[str]:
    """Every address; what takes no form refuses it or has nothing to change."""
    for name, address, _ in addresses():
        if name != "sign-in":
            yield address


def test_a_form_from_elsewhere_is_refused_everywhere(
    desk: Path, coordinator: Client
) -> None:
    from stillhere.desk import rows  # noqa: PLC0415
    from stillhere.desk.access import Role  # noqa: PLC0415

    del desk
    rows.change_account("coordinator", roles=[role.value for role in Role])
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = coordinator.cookies
    for address in _posts():
        answer = strict.post(address, {"csrfmiddlewaretoken": "a" * 64})
        assert answer.status_code == 403, address
        assert "Nothing was stored" in answer.content.decode(), address
    given = {"username": "coordinator", "password": PASSWORD}
    assert Client(enforce_csrf_checks=True).post("/sign-in/", given).status_code == 403
    origin = {"Origin": "http://elsewhere.example"}
    page = strict.get("/password/").content.decode()
    (token, *_) = re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    sent = {"csrfmiddlewaretoken": token, "language": "ru"}
    assert strict.post("/language/", sent, headers=origin).status_code == 403
    assert strict.post("/language/", sent).status_code == 302


def _state() -> tuple[object, ...]:
    from stillhere.desk import rows  # noqa: PLC0415
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    operation = the_operation()
    people = rows.people(rows.Filters(), limit=100_000).referents
    accounts = [(a.name, a.roles, a.password, a.is_active) for a in rows.accounts()]
    looks = [rows.last_look(a.pk) for a in rows.accounts()]
    return operation.position, operation.picture.digest, people, accounts, looks


def test_looking_changes_nothing(desk: Path, coordinator: Client) -> None:
    del desk
    before = _state()
    begin = [address for _, address, _ in addresses()]
    begin += [
        f"{address}?act=close&act=take&judgement=same&undo=1" for address in begin
    ]
    for address, answer in walked(coordinator, iter(begin)):
        assert answer.status_code < 500, address
    for address in begin:
        for method in ("head", "options", "put", "patch", "delete", "trace"):
            assert getattr(coordinator, method)(address).status_code < 500, address
    assert _state() == before


LONG = "9" * 5000
STRANGE = (
    "%00",
    "%ff%fe",
    "%ed%a0%80",
    "%F0%9F%98%80",
    "..%2f..%2fetc",
    LONG,
    "-1",
    "1e9",
    "%D9%A3",
    "%C2%B2",
    "a" * 20_000,
    "%0d%0aSet-Cookie:%20x=1",
    "%u0041",
    "[]",
)
NAMES = (
    "q",
    "page",
    "after",
    "before",
    "number",
    "place",
    "source",
    "reason",
    "order",
    "status",
    "settlement",
    "tab",
    "queue",
    "teams",
    "hours",
    "start",
    "doors",
    "name",
    "address",
    "person",
    "account",
    "visited",
    "next",
    "anew",
    "look",
    "language",
)


def test_no_address_however_strange_fails(coordinator: Client) -> None:
    plain = [address for _, address, _ in addresses()]
    for strange in STRANGE:
        query = "&".join(f"{name}={strange}" for name in NAMES)
        for address in plain:
            answer = coordinator.get(f"{address}?{query}&queue=doubtful")
            assert answer.status_code < 500, (address, strange[:20])
            assert "Set-Cookie: x" not in str(answer.headers)
        for prefix in (
            "people",
            "reports",
            "households",
            "places",
            "figures",
            "links",
            "import",
            "import/drafts",
            "jobs",
            "accounts",
            "enter/sheets",
            "plan/sheets",
            "brief",
            "static",
            "links/judgements",
        ):
            for address in (f"/{prefix}/{strange}/", f"/{prefix}/{strange}/{strange}/"):
                answer = coordinator.get(address)
                assert answer.status_code < 500, address[:60]


def test_no_form_however_strange_fails(coordinator: Client) -> None:
    names = (
        *NAMES,
        "people",
        "known",
        "note",
        "judgement",
        "act",
        "roles",
        "folder",
        "plan",
        "sort",
        "date",
        "time",
        "pasted",
        "source",
        "someone-else",
        "back",
    )
    bodies = [
        "&".join(f"{name}={strange}" for name in names).encode() for strange in STRANGE
    ]
    bodies += [b"\xff\xfe=\xed\xa0\x80&q=\x00", b"&" * 6000, b"=" * 100, b"{}"]
    bodies += [
        b"&".join(b"f%d=1" % n for n in range(5001)),
        b"name=" + b"x" * (1 << 20),
    ]
    bodies += [b"name=" + b"x" * (9 << 20)]
    kind = "application/x-www-form-urlencoded"
    for address in _posts():
        if address == "/sign-out/":
            continue
        for body in bodies:
            answer = coordinator.post(address, body, content_type=kind)
            assert answer.status_code < 500, (address, body[:40])


@pytest.mark.parametrize("charset", NOT_UTF8)
def test_a_request_is_read_as_utf_8_whatever_it_claims(
    desk: Path, charset: str
) -> None:
    from stillhere.desk.wsgi import application  # noqa: PLC0415

    del desk
    app = application()
    answers: list[str] = []

    def start(status: str, *_: Any) -> Callable[[bytes], object]:
        answers.append(status)
        return lambda _piece: None

    query = "next=%ff%00" + "&x=1" * 6000
    body = b'--x\r\nContent-Disposition: form-data; name="q"\r\n\r\n\xff\r\n--x--\r\n'
    for kind in (
        f"application/x-www-form-urlencoded; charset={charset}",
        f"multipart/form-data; boundary=x; Charset={charset}",
        f'text/plain;charset="{charset}"; a=b',
    ):
        for method in ("GET", "POST"):
            environ: dict[str, Any] = {
                "PATH_INFO": "/sign-in/",
                "QUERY_STRING": query,
                "REQUEST_METHOD": method,
                "CONTENT_TYPE": kind,
                "CONTENT_LENGTH": str(len(body)),
                "HTTP_HOST": "127.0.0.1",
                "wsgi.input": BytesIO(body),
            }
            setup_testing_defaults(environ)
            list(app(environ, start))
    assert {status[:3] for status in answers} <= {"200", "400", "403"}
    assert len(answers) == 6


def test_every_answer_carries_the_headers(coordinator: Client, poisoned: str) -> None:
    from stillhere.desk.secure import ALWAYS  # noqa: PLC0415

    begin = [address for _, address, _ in addresses()]
    begin += [f"{poisoned}set-aside/", "/brief/html/", "/static/desk/none.css"]
    answers = [answer for _, answer in walked(coordinator, iter(begin))]
    answers += [Client().get("/", headers={"host": "elsewhere.example"})]
    answers += [Client(enforce_csrf_checks=True).post("/language/")]
    answers += [
        coordinator.post(
            "/enter/call/",
            b"f=1&" * 6000,
            content_type="application/x-www-form-urlencoded",
        )
    ]
    assert {403, 404, 405, 200, 302, 400} <= {a.status_code for a in answers}
    for answer in answers:
        for name, value in ALWAYS.items():
            assert answer.headers[name] == value, answer.wsgi_request.path
        if not answer.wsgi_request.path.startswith("/static/"):
            assert answer.headers["Cache-Control"] == "no-store"


def test_the_page_of_the_start_carries_the_headers_and_no_state(desk: Path) -> None:
    from stillhere.desk.operation.current import begin, opened, the_operation  # noqa: PLC0415
    from stillhere.desk.secure import ALWAYS  # noqa: PLC0415

    del desk
    operation = the_operation()
    begin()
    answer = Client().get("/people/")
    opened(operation)
    assert answer.status_code == 503
    assert dict(answer.headers).items() >= ALWAYS.items()
    assert answer.headers["Cache-Control"] == "no-store"


def test_another_host_gets_no_page(desk: Path) -> None:
    del desk
    for host in ("elsewhere.example", "127.0.0.1.elsewhere.example", "", "a b", "[x"):
        answer = Client().get("/sign-in/", headers={"host": host})
        assert answer.status_code == 400, host
        assert "elsewhere" not in answer.content.decode()


def test_the_sign_in_leads_nowhere_else(desk: Path) -> None:
    del desk
    given = {"username": "coordinator", "password": PASSWORD}
    for target in (
        "https://elsewhere.example/",
        "//elsewhere.example",
        "/\\elsewhere.example",
        "javascript:alert(1)",
        "\thttps://elsewhere.example",
        "http:elsewhere.example",
        "https:///elsewhere.example",
        "/%0d%0aSet-Cookie:x=1",
    ):
        answer = Client().post("/sign-in/", {**given, "next": target})
        assert answer.status_code == 302, target
        assert answer.headers["Location"] in {"/", "/%0d%0aSet-Cookie:x=1"}, target
        client = Client()
        answer = client.post("/language/", {"language": "ru", "next": target})
        assert "elsewhere" not in answer.headers.get("Location", "")
        assert "javascript" not in answer.headers.get("Location", "")


def test_a_session_gets_a_new_key_at_sign_in_and_dies_at_sign_out(desk: Path) -> None:
    del desk
    client = Client()
    client.get("/sign-in/")
    before = client.cookies["stillhere"].value
    client.post("/sign-in/", {"username": "hotline", "password": PASSWORD})
    after = client.cookies["stillhere"].value
    assert before != after
    stranger = Client()
    stranger.cookies["stillhere"] = before
    assert stranger.get("/").status_code == 302
    assert client.get("/sign-out/").status_code == 405
    assert client.get("/").status_code == 200
    client.post("/sign-out/")
    thief = Client()
    thief.cookies["stillhere"] = after
    assert thief.get("/").status_code == 302


def test_cookies_are_for_this_site_and_no_script(desk: Path) -> None:
    del desk
    client = Client()
    client.post("/sign-in/", {"username": "hotline", "password": PASSWORD})
    client.post("/language/", {"language": "hy"})
    session = client.cookies["stillhere"]
    assert session["httponly"]
    assert session["expires"] == ""
    assert {c["samesite"] for c in client.cookies.values()} == {"Strict"}
    assert set(client.cookies) == {"stillhere", "stillhere_language"}


def test_an_unknown_name_a_wrong_password_and_a_closed_account_look_the_same(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from stillhere.desk import rows  # noqa: PLC0415
    from tests.desk.hashing import Quick  # noqa: PLC0415

    del desk
    rows.change_account("registrar", active=False)
    hashed: list[str] = []

    def counting(act: str) -> None:
        plain = getattr(Quick, act)

        def counted(self: Any, password: str, *more: Any) -> Any:
            hashed.append(password)
            return plain(self, password, *more)

        monkeypatch.setattr(Quick, act, counted)

    counting("encode")
    counting("verify")
    pages, work = set(), set()
    for name in ("nobody", "hotline", "registrar"):
        hashed.clear()
        given = {"username": name, "password": "a wrong one entirely"}
        page = Client().post("/sign-in/", given).content.decode()
        pages.add(re.sub(r'value="\w{64}"|' + name, "", page))
        work.add(len(hashed))
    assert len(pages) == 1
    assert work == {1}


def test_other_letters_for_a_name_win_no_more_tries(desk: Path) -> None:
    del desk
    wrong = {"password": "a wrong one entirely"}
    for name in ("hotline", "ｈotline", " hotline", "hotline ", "hｏtline", "hotlinｅ"):
        Client().post("/sign-in/", {**wrong, "username": name})
    right = {"username": "ｈｏtline", "password": PASSWORD}
    assert Client().post("/sign-in/", right).status_code == 429


def test_a_closed_account_and_a_changed_password_end_sessions(
    desk: Path, signed_in: Callable[[str], Client]
) -> None:
    from stillhere.desk import rows  # noqa: PLC0415

    del desk
    one, two = signed_in("hotline"), signed_in("registrar")
    rows.change_account("hotline", active=False)
    rows.change_account("registrar", password="another four words")  # noqa: S106
    assert one.get("/").status_code == 302
    assert two.get("/").status_code == 302


def test_a_role_taken_away_is_gone_at_the_next_page(
    desk: Path, signed_in: Callable[[str], Client]
) -> None:
    from stillhere.desk import rows  # noqa: PLC0415

    del desk
    client = signed_in("registrar")
    assert client.get("/import/").status_code == 200
    rows.change_account("registrar", roles=["no such role"])
    assert client.get("/import/").status_code == 403
    assert client.get("/").status_code == 403


def test_nobody_takes_back_what_another_typed(
    signed_in: Callable[[str], Client],
) -> None:
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415
    from stillhere.pipeline.evidence import evidence_of  # noqa: PLC0415

    one, two = signed_in("hotline"), signed_in("transport")
    typed = {"settlement": "Kovsakan", "note": "smoke from a chimney"}
    one.post("/enter/call/", typed)
    (mine,) = one.session["entered"]["reports"]
    two.post("/enter/call/", typed)
    row = the_operation().picture.without_word()[0].id
    for client in (two, signed_in("registrar")):
        client.post("/enter/undo/", {"report": row, "reports": [mine, row]})
    book = evidence_of(the_operation().picture).bench.book
    assert book.in_force(mine)
    assert book.in_force(row)
    assert "Take it back" not in two.get("/enter/call/").content.decode()
    one.post("/enter/call/", typed)  # a second press leaves it one's own
    one.post("/enter/undo/")
    assert not evidence_of(the_operation().picture).bench.book.in_force(mine)


def test_an_entry_ties_no_two_people_that_are_known(
    signed_in: Callable[[str], Client],
) -> None:
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    hotline, people = signed_in("hotline"), the_operation().picture.without_word()
    one, two = (e.id for e in people[:2])
    for known in (one, two):
        hotline.post("/enter/call/", {"name": "Zzyzx Qwertian", "known": known})
    picture = the_operation().picture
    assert picture.referent(one) != picture.referent(two)


def test_who_may_not_decide_or_import_takes_nothing_of_it_back(
    signed_in: Callable[[str], Client],
) -> None:
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    registrar, hotline = signed_in("registrar"), signed_in("hotline")
    past = take(registrar, send(registrar))
    one, two = sorted(e.id for e in the_operation().picture.without_word()[:2])
    registrar.post(f"/links/{one}/{two}/judge/", {"judgement": "unsure"})
    judged = registrar.session["decided on a link"]["report"]
    before = the_operation().position
    for address in (
        f"{past}undo/",
        f"{past}bring-back/",
        f"/links/judgements/{judged}/undo/",
        f"/links/{one}/{two}/judge/",
        "/plan/accept/",
        "/plan/sheets/1/undo/",
    ):
        assert hotline.post(address, {"judgement": "same"}).status_code == 403
    assert the_operation().position == before


def _file(client: Client, kind: str, form: str) -> str:
    """A page to take along, once it is written."""
    for _ in range(100):
        answer = client.get(f"/{kind}/{form}/")
        if answer.status_code == 200:
            disposition = answer.headers["Content-Disposition"]
            assert re.fullmatch(r'attachment; filename="[\w.-]+"', disposition)
            return answer.content.decode()
        time.sleep(0.1)
    raise AssertionError(kind)


def test_what_is_taken_along_holds_words_only(
    poisoned: str, coordinator: Client
) -> None:
    del poisoned
    for kind in ("brief", "situation"):
        page = _file(coordinator, kind, "html")
        found = Elements(page).found
        assert {tag for tag, _ in found}.isdisjoint({"img", "script", "iframe"})
        assert not any(n.startswith("on") for _, given in found for n in given)
        marked = _file(coordinator, kind, "markdown")
        assert not re.search(r"(?<!\\)<(?:img|script)", marked)
    assert "onerror" in page
    assert "onerror" in _file(coordinator, "situation", "text")


@pytest.mark.parametrize("begin", ["=", "\t=", "'=", " ="])
def test_no_cell_of_a_saved_row_begins_a_formula(
    coordinator: Client, begin: str
) -> None:
    text = f"Name;Year\nZzyzx;1950\nTotal;{begin}HYPERLINK(1)\n"
    past = take(coordinator, send(coordinator, text, '=x"\r\nSet-Cookie: y.csv'))
    answer = coordinator.get(f"{past}set-aside/")
    saved = answer.content.decode("utf-8-sig")
    assert "HYPERLINK" in saved
    for line in csv.reader(io.StringIO(saved)):
        for cell in line:
            assert not cell.lstrip(" \t").startswith(("=", "+", "-", "@", "＝"))
    name = answer.headers["Content-Disposition"].partition("''")[2]
    assert re.fullmatch(r"[\w.%-]+", name)


def test_words_that_turn_the_direction_of_letters_stay_in_their_place(
    poisoned: str, coordinator: Client
) -> None:
    from stillhere.desk.operation.current import the_operation  # noqa: PLC0415

    turned = "\u202e"
    with the_operation().evidence() as picture:
        hits = picture.evidence.search("img src onerror", 5)
        people = [f"/people/{picture.entry(hit.mention).id}/" for hit in hits]
    assert people
    begin = (*people, "/people/?q=onerror", "/import/", poisoned, "/places/", "/jobs/")
    for address in begin:
        main = coordinator.get(address).content.decode().partition("<main")[2]
        outside = re.sub(r"<bdi[^>]*>.*?</bdi>", "", main, flags=re.DOTALL)
        inside = re.sub(r"<[^>]*>", "", outside)
        assert turned not in inside, address
