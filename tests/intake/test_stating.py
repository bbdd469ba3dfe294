"""What each kind of report states."""

import json

import pytest

from stillhere.intake import state, state_findings
from stillhere.reports import EXERCISE_KEY, Column, Json, Profile, Report, make_report
from stillhere.reports.statements import (
    AnimalsStatement,
    AssuranceStatement,
    Birth,
    CallStatement,
    ClearanceStatement,
    Correction,
    CountStatement,
    DeathEstablished,
    IntentionStatement,
    Judgement,
    NeedStatement,
    PersonStatement,
    PropertyStatement,
    RemainsStatement,
    ServiceStatement,
    TracingRequest,
    TripStatement,
    VehicleStatement,
    VisitStatement,
    Withdrawal,
)
from stillhere.vocabulary import (
    Care,
    Language,
    PersonEvent,
    ReportKind,
    Service,
    ServiceState,
    Sex,
    VisitHow,
    VisitResult,
)
from stillhere.vocabulary.fields import Field


def row(**cells: str) -> Report:
    return make_report(EXERCISE_KEY, ReportKind.ROW, "list", cells)


def profile(
    kind: ReportKind = ReportKind.PERSON,
    event: PersonEvent | None = PersonEvent.RESIDENT,
    date: str | None = None,
) -> Profile:
    """A profile whose headers are the meanings themselves."""
    columns = tuple(Column(f.value, f) for f in Field)
    return Profile("list", kind, columns, language=Language.EN, event=event, date=date)


def entry(kind: ReportKind, fields: dict[str, Json]) -> Report:
    return make_report(EXERCISE_KEY, kind, "desk", fields)


def test_a_row_of_a_register() -> None:
    stated = state(
        row(
            family_name="Hakobyan",
            given_name="Anna",
            patronymic="Gurgen",
            maiden_name="Babayan",
            sex="f",
            birth_date="03.04.1957",
            document="an 123",
            phone="097 123456",
            settlement="X",
            street="Main",
            house="5",
            flat="2",
            household="17",
            head="Hakobyan Gurgen",
            relation="wife",
            care="bedridden",
            alone="yes",
            note="needs insulin",
            key="A1",
        ),
        profile(date="2023-01-01"),
    )
    assert isinstance(stated, PersonStatement)
    assert stated.name.text == "Hakobyan Anna Gurgen (Babayan)"
    assert stated.sex is Sex.FEMALE
    assert stated.birth == Birth(1957, 1957, 4, 3, swappable=True)
    assert stated.documents == ("AN123",)
    assert stated.phones == ("37497123456",)
    assert (stated.place.settlement, stated.place.flat) == ("X", "2")
    assert (stated.household, stated.relation, stated.key) == ("17", "wife", "A1")
    assert stated.care == (Care.LIVES_ALONE, Care.MEDICINE, Care.STRETCHER)
    assert (stated.date, stated.note) == ("2023-01-01", "needs insulin")


def test_an_age_is_counted_from_the_row_then_the_list_then_its_year() -> None:
    dated = row(name="Anna H", age="70", date="2020-05-01")
    plain = row(name="Anna H", age="70")
    births = [
        getattr(state(dated, profile(date="2023-09-27")), "birth", None),
        getattr(state(plain, profile(date="2023-09-27")), "birth", None),
        getattr(state(plain, profile(date="2023")), "birth", None),
    ]
    assert births == [
        Birth(1949, 1950, from_age=True),
        Birth(1952, 1953, from_age=True),
        Birth(1952, 1953, from_age=True),
    ]
    by_year = state(plain, profile(date="2023"))
    assert isinstance(by_year, PersonStatement)
    assert by_year.date is None


def test_an_age_without_any_date_stays_in_the_note() -> None:
    stated = state(row(name="Anna H", age="70"), profile())
    assert isinstance(stated, PersonStatement)
    assert (stated.birth, stated.note) == (None, "70")


def test_a_manifest_without_plates_is_one_vehicle() -> None:
    columns = (Column("name", Field.NAME), Column("ordinal", Field.ORDINAL))
    bus = Profile("bus 12", ReportKind.PERSON, columns, event=PersonEvent.DEPARTED)
    stated = state(row(name="Anna H", ordinal="12A"), bus)
    assert isinstance(stated, PersonStatement)
    assert (stated.vehicle, stated.ordinal) == ("bus 12", 12)


def test_the_row_says_its_event_before_the_list_does() -> None:
    for text, event in (
        ("found", PersonEvent.FOUND),
        ("остался, хочет остаться", PersonEvent.CHOSE_TO_STAY),
        ("qayıdıb", PersonEvent.RETURNED),
        ("???", PersonEvent.RESIDENT),
    ):
        stated = state(row(name="Anna H", event=text), profile())
        assert isinstance(stated, PersonStatement)
        assert stated.event is event


def test_care_nobody_understands_stays_in_the_note() -> None:
    stated = state(row(name="Anna H", care="аритмия"), profile())
    assert isinstance(stated, PersonStatement)
    assert (stated.care, stated.note) == ((), "аритмия")


def test_a_row_without_a_person_is_kept_and_told() -> None:
    report = row(phone="097123456", settlement="X")
    assert state(report, profile()) is None
    (finding,) = state_findings(report, profile())
    assert finding.code == "intake/row-without-person"
    assert report.id in finding.sentence


def test_a_document_alone_is_somebody() -> None:
    assert isinstance(state(row(document="AN 1234567"), profile()), PersonStatement)


def test_a_row_without_a_profile_is_kept_and_told() -> None:
    assert state(row(name="Anna"), None) is None
    (finding,) = state_findings(row(name="Anna"), None)
    assert finding.code == "intake/row-without-profile"


def test_an_erased_body_states_nothing_and_is_no_fault() -> None:
    report = row(name="Anna").erased()
    assert state(report, profile()) is None
    assert state_findings(report, profile()) == ()


def test_a_damaged_body_is_told() -> None:
    report = Report(
        row(name="Anna").id, ReportKind.ROW, "list", 0, "0", "no json at all"
    )
    assert state(report, profile()) is None
    assert state_findings(report, profile())[0].code == "intake/body-unreadable"


CALLS = profile(ReportKind.CALL, None)


@pytest.mark.parametrize(
    ("who", "name", "note"),
    [
        ("Anna Hakobyan", "Anna Hakobyan", "alone"),
        (
            "grandmother Anna Sargsyan, 85",
            "Anna Sargsyan",
            "grandmother Anna Sargsyan, 85 alone",
        ),
        ("an old woman", None, "an old woman alone"),
        ("", None, "alone"),
    ],
)
def test_a_call_names_somebody_only_where_its_words_are_a_name(
    who: str, name: str | None, note: str
) -> None:
    stated = state(
        row(name=who, people="2 persons", address="Main 5", note="alone"), CALLS
    )
    assert isinstance(stated, CallStatement)
    assert (stated.person.name.full if stated.person else None) == name
    assert stated.note == note
    assert stated.people == 2
    if stated.person:
        assert stated.person.event is PersonEvent.SEEN


@pytest.mark.parametrize(
    ("typed", "name"),
    [("anna hakobyan", "anna hakobyan"), ("Սեդա", "Սեդա"), ("?", None)],
)
def test_in_a_typed_call_the_field_of_the_name_is_a_name(
    typed: str, name: str | None
) -> None:
    call = make_report(EXERCISE_KEY, ReportKind.CALL, "hotline", {"name": typed})
    stated = state(call, None)
    found = stated.person if isinstance(stated, CallStatement) else None
    assert (found.name.full if found else None) == name


def test_a_tracing_request_keeps_who_asks_apart_from_who_is_sought() -> None:
    stated = state(
        row(
            name="Anna Hakobyan",
            birth_year="1938",
            enquirer="Mariam",
            enquirer_phone="+7 916 123 45 67",
            relation="mother",
            address="Main 5",
        ),
        profile(ReportKind.TRACING, None),
    )
    assert isinstance(stated, TracingRequest)
    assert stated.sought.event is PersonEvent.SOUGHT
    assert stated.sought.phones == ()
    assert stated.sought.birth == Birth(1938, 1938)
    assert (stated.enquirer, stated.enquirer_phone) == ("Mariam", "79161234567")


@pytest.mark.parametrize(
    ("how", "result", "stated"),
    [
        ("knocked", "nobody_answered", (VisitHow.KNOCKED, VisitResult.NOBODY_ANSWERED)),
        ("вошли", "пусто", (VisitHow.ENTERED, VisitResult.EMPTY)),
        ("կանչել", "մուտք չկա", (VisitHow.CALLED_OUT, VisitResult.NO_ACCESS)),
        (
            "звали по всем улицам",
            "нет ответа",
            (VisitHow.CALLED_THROUGH, VisitResult.NOBODY_ANSWERED),
        ),
        ("", "imtina etdi", (VisitHow.PASSED, VisitResult.REFUSED)),
        ("pəncərə", "adam var", (VisitHow.LOOKED_IN, VisitResult.PEOPLE_PRESENT)),
    ],
)
def test_visits_in_four_languages(
    how: str, result: str, stated: tuple[VisitHow, VisitResult]
) -> None:
    visits = profile(ReportKind.VISIT, None)
    visit = state(row(how=how, result=result, settlement="X", team="2"), visits)
    assert isinstance(visit, VisitStatement)
    assert (visit.how, visit.result) == stated


def test_a_visit_without_a_result_is_never_guessed() -> None:
    visits = profile(ReportKind.VISIT, None)
    report = row(how="knocked", settlement="X")
    assert state(report, visits) is None
    assert "what came of the visit" in state_findings(report, visits)[0].sentence


@pytest.mark.parametrize(
    ("service", "told", "stated"),
    [
        ("electricity", "partly", (Service.ELECTRICITY, ServiceState.PARTLY)),
        ("Ջուր", "չի աշխատում", (Service.WATER, ServiceState.OUT)),
        ("питьевая вода", "есть", (Service.WATER_SAFE, ServiceState.WORKING)),
        ("qaz", "işləmir", (Service.GAS, ServiceState.OUT)),
        ("road", "", (Service.ROAD, ServiceState.UNKNOWN)),
    ],
)
def test_services_in_four_languages(
    service: str, told: str, stated: tuple[Service, ServiceState]
) -> None:
    found = state(row(service=service, state=told), profile(ReportKind.SERVICE, None))
    assert isinstance(found, ServiceStatement)
    assert (found.service, found.state) == stated


ENTRIES: list[tuple[ReportKind, dict[str, Json], type]] = [
    (ReportKind.PERSON, {"name": "Anna H", "event": "found"}, PersonStatement),
    (ReportKind.VISIT, {"result": "empty", "people": 0}, VisitStatement),
    (ReportKind.CALL, {"address": "Main 5", "people": 2}, CallStatement),
    (ReportKind.TRACING, {"name": "Anna H"}, TracingRequest),
    (ReportKind.NEED, {"what": "water", "urgency": "high"}, NeedStatement),
    (ReportKind.SERVICE, {"service": "gas", "state": "out"}, ServiceStatement),
    (ReportKind.VEHICLE, {"vehicle": "AB 1", "seats": 40}, VehicleStatement),
    (ReportKind.TRIP, {"vehicle": "AB 1", "people": 45}, TripStatement),
    (ReportKind.CLEARANCE, {"street": "M12", "until": "1.10.2023"}, ClearanceStatement),
    (ReportKind.REMAINS, {"code": "B1", "state": "whole"}, RemainsStatement),
    (ReportKind.PROPERTY, {"owner": "Anna", "state": "locked"}, PropertyStatement),
    (ReportKind.ANIMALS, {"animal": "cow", "value": "3"}, AnimalsStatement),
    (ReportKind.INTENTION, {"what": "stay"}, IntentionStatement),
    (ReportKind.ASSURANCE, {"actor": "office", "what": "safe"}, AssuranceStatement),
    (ReportKind.COUNT, {"what": "left", "value": "100,000"}, CountStatement),
    (
        ReportKind.JUDGEMENT,
        {"judgement": "same", "a": "1", "b": "2", "why": "x"},
        Judgement,
    ),
    (ReportKind.DEATH, {"person": "1", "authority": "office"}, DeathEstablished),
    (ReportKind.CORRECTION, {"target": "1", "fields": {"a": "b"}}, Correction),
    (ReportKind.WITHDRAWAL, {"source": "list"}, Withdrawal),
]


@pytest.mark.parametrize(("kind", "fields", "type_"), ENTRIES)
def test_entries_need_no_profile(
    kind: ReportKind, fields: dict[str, Json], type_: type
) -> None:
    report = entry(kind, fields)
    stated = state(report, None)
    assert isinstance(stated, type_)
    assert state_findings(report, None) == ()


@pytest.mark.parametrize("kind", sorted({kind for kind, _, _ in ENTRIES}))
def test_an_entry_that_says_nothing_usable_is_told(kind: ReportKind) -> None:
    report = entry(kind, {"team": "2"})
    assert state(report, None) is None
    assert len(state_findings(report, None)) == 1


@pytest.mark.parametrize(
    "kind", [ReportKind.PROFILE, ReportKind.RULES, ReportKind.PLAN, ReportKind.ERASURE]
)
def test_what_decides_about_the_program_states_nothing(kind: ReportKind) -> None:
    report = entry(kind, {"about": "list"})
    assert state(report, None) is None
    assert state_findings(report, None) == ()


def test_figures_keep_their_thousands() -> None:
    for text in ("100,000", "100 000", "100.000", "100000"):
        count = state(entry(ReportKind.COUNT, {"value": text}), None)
        assert isinstance(count, CountStatement)
        assert count.value == 100_000


def test_a_corrected_profile_reads_the_same_row_anew() -> None:
    report = row(A="Anna Hakobyan", B="70")
    assert json.loads(report.body) == {"A": "Anna Hakobyan", "B": "70"}
    for field in (Field.NAME, Field.HEAD):
        columns = (Column("A", field), Column("B", Field.AGE))
        stated = state(report, Profile("list", ReportKind.PERSON, columns))
        assert (stated is not None) is (field is Field.NAME)
