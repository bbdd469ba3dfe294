"""The proposed profile: told from words in four languages and from the values."""

from collections.abc import Sequence

import pytest

from stillhere.intake import Proposal, propose
from stillhere.names import NameOrder
from stillhere.vocabulary import Language, PersonEvent, ReportKind
from stillhere.vocabulary.fields import Field


def fields(proposal: Proposal) -> dict[str, str]:
    return {c.header: c.field.value for c in proposal.profile.columns}


REGISTERS = {
    Language.EN: (
        "Register of residents",
        "Household no|Surname|First name|Father's name|Date of birth|Address",
        "1|Hakobyan|Anna|Gurgen|27.09.1957|Main street 5",
    ),
    Language.HY: (
        "Բնակչության ռեեստր",
        "Տնային տնտեսության համարը|Ազգանուն|Անուն|Հայրանուն|Ծննդյան ամսաթիվը|Հասցե",
        "1|Հակոբյան|Աննա|Գուրգենի|27.09.1957|Աբովյան 5",
    ),
    Language.RU: (
        "Реестр жителей",
        "№ домохозяйства|Фамилия|Имя|Отчество|Дата рождения|Адрес",
        "1|Акопян|Анна|Гургеновна|27.09.1957|ул. Абовяна 5",
    ),
    Language.AZ: (
        "Sakinlərin siyahısı",
        "Ev təsərrüfatının nömrəsi|Soyadı|Adı|Atasının adı|Doğum tarixi|Ünvanı",
        "1|Hüseynov|Rəşad|Əli oğlu|27.09.1957|Nizami küç. 5",
    ),
}


@pytest.mark.parametrize("language", REGISTERS)
def test_a_register_is_known_in_four_languages(language: Language) -> None:
    title, header, row = REGISTERS[language]
    proposal = propose(
        "list.xlsx", header.split("|"), [row.split("|")] * 3, titles=[title]
    )
    profile = proposal.profile
    assert [c.field for c in profile.columns] == [
        Field.HOUSEHOLD,
        Field.FAMILY_NAME,
        Field.GIVEN_NAME,
        Field.PATRONYMIC,
        Field.BIRTH_DATE,
        Field.ADDRESS,
    ]
    assert profile.kind is ReportKind.PERSON
    assert profile.event is PersonEvent.RESIDENT
    assert (profile.once, profile.register) == (True, True)
    assert profile.language is language
    assert not profile.confirmed


def test_a_list_that_nobody_calls_a_register_is_not_taken_as_complete() -> None:
    _, header, row = REGISTERS[Language.EN]
    named = propose("x.csv", header.split("|"), [row.split("|")], titles=["Register"])
    assert named.profile.register
    profile = propose("x.csv", header.split("|"), [row.split("|")]).profile
    assert profile.event is PersonEvent.RESIDENT
    assert not profile.register


@pytest.mark.parametrize(
    ("title", "event"),
    [
        ("Passenger list, bus 12", PersonEvent.DEPARTED),
        ("Ուղևորների ցուցակ", PersonEvent.DEPARTED),
        ("Регистрация прибывших", PersonEvent.ARRIVED),
        ("Ժամանածների գրանցում", PersonEvent.ARRIVED),
        ("Социальная служба", PersonEvent.SERVED),
        ("Sosial xidmət", PersonEvent.SERVED),
        ("Xəstəxana", PersonEvent.IN_CARE),
        ("Hospital", PersonEvent.IN_CARE),
        ("Морг", PersonEvent.DEAD),
        (
            "Ministry of labour and social affairs: displaced persons",
            PersonEvent.ARRIVED,
        ),
        ("Qalanların qeydiyyatı", PersonEvent.SEEN),
    ],
)
def test_a_title_tells_what_a_list_says_of_its_people(
    title: str, event: PersonEvent
) -> None:
    profile = propose("a.csv", ["ФИО"], [["Анна Акопян"]], titles=[title]).profile
    assert profile.event is event
    assert profile.once is (event not in (PersonEvent.IN_CARE, PersonEvent.DEAD))
    assert not profile.register


@pytest.mark.parametrize(
    ("source", "header", "row", "kind"),
    [
        (
            "hotline/a.csv",
            "Дата|Кто звонил|О ком|Где|Что сказано",
            "1.10.2023|сын|Анна Акопян|Абовяна 5|лежит",
            ReportKind.CALL,
        ),
        (
            "x.csv",
            "Enquirer|Enquirer phone|Person sought|Relationship",
            "Mariam|097123456|Anna Hakobyan|mother",
            ReportKind.TRACING,
        ),
        (
            "x.csv",
            "Settlement|Service|State|Since",
            "X|water|out|1.10.2023",
            ReportKind.SERVICE,
        ),
        ("x.csv", "Body code|Found where|Condition", "B1|X|whole", ReportKind.REMAINS),
        ("x.csv", "Գյուղ|Կենդանի|Քանակ", "X|կով|3", ReportKind.ANIMALS),
        (
            "x.csv",
            "What|Figure|Qualifier|Stated by",
            "left|100000|more than|office",
            ReportKind.COUNT,
        ),
        (
            "x.csv",
            "Vehicle|Seats|Stretchers",
            "12 AB 345|40|0",
            ReportKind.VEHICLE,
        ),
    ],
)
def test_the_columns_tell_the_kind(
    source: str, header: str, row: str, kind: ReportKind
) -> None:
    proposal = propose(source, header.split("|"), [row.split("|")])
    assert proposal.profile.kind is kind


def rows(*values: str) -> list[list[str]]:
    return [[v] for v in values]


@pytest.mark.parametrize(
    ("header", "values", "field"),
    [
        ("Место", ("1", "2", "3"), Field.ORDINAL),
        ("Место", ("Шуши", "Мартуни", "Аскеран"), Field.SETTLEMENT),
        ("Дата рождения", ("70", "81", "5"), Field.AGE),
        ("Возраст", ("1950", "1948 г.", "1939"), Field.BIRTH_YEAR),
        ("Age", ("27.09.1957", "1.2.1948", "3.4.1939"), Field.BIRTH_DATE),
        ("Семья", ("Акопян Анна", "Петросян Левон", "Саркисян Ара"), Field.HEAD),
        ("Family", ("1", "1", "2"), Field.HOUSEHOLD),
        ("Location", ("Main street 5", "Main street 7", "ул. Мира 3"), Field.ADDRESS),
        ("Зарегистрирован", ("да", "да", "нет"), Field.IGNORE),
        ("Дата выдачи паспорта", ("1.1.2001", "1.1.2002", "1.1.2003"), Field.IGNORE),
        ("xyz", ("097123456", "091112233", "094000111"), Field.PHONE),
        ("xyz", ("м", "ж", "ж"), Field.SEX),
    ],
)
def test_the_values_correct_what_a_header_says(
    header: str, values: Sequence[str], field: Field
) -> None:
    sample = [["Anna", value] for value in values]
    proposal = propose("a.csv", ["First name", header], sample)
    assert proposal.profile.columns[1].field is field


def test_a_key_is_declared_only_where_it_is_said_and_proved() -> None:
    header = ["Registration number", "Name"]
    unique = [["A1", "Anna"], ["A2", "Levon"]]
    assert fields(propose("a.csv", header, unique))["Registration number"] == "key"
    twice = [["A1", "Anna"], ["A1", "Levon"]]
    assert fields(propose("a.csv", header, twice))["Registration number"] == "ignore"
    late = [[f"A{n}", "Anna"] for n in range(600)] + [["A1", "Anna"]]
    assert fields(propose("a.csv", header, late))["Registration number"] == "ignore"


@pytest.mark.parametrize(
    ("header", "names", "order"),
    [
        (
            "ФИО",
            ("Акопян Анна Гургеновна", "Петросян Левон Ашотович", "Саркисян Ара"),
            NameOrder.FAMILY_GIVEN_PATRONYMIC,
        ),
        (
            "Name",
            ("Anna Hakobyan", "Levon Petrosyan", "Ara Sargsyan"),
            NameOrder.GIVEN_FAMILY,
        ),
        (
            "Անուն",
            ("Աննա Գուրգենի Հակոբյան", "Լևոն Աշոտի Պետրոսյան", "Արա Վահանի Սարգսյան"),
            NameOrder.GIVEN_PATRONYMIC_FAMILY,
        ),
        (
            "Soyadı, adı, ata adı",
            ("Əliyev Vəli Cəfər oğlu", "Quliyeva Leyla Rəşad qızı", "Əliyev Əli"),
            NameOrder.FAMILY_GIVEN_PATRONYMIC,
        ),
        (
            "Name",
            ("Osipyan Ara oğlu Radik", "Drnoyan Qor qızı Ani", "Drnoyan Ara oğlu Qor"),
            NameOrder.FAMILY_PATRONYMIC_GIVEN,
        ),
        (
            "Name",
            ("Anna Hakobyan", "Petrosyan Levon", "Sargsyan Ara", "Ani Babayan"),
            NameOrder.UNKNOWN,
        ),
        ("Surname, name", ("A B", "C D"), NameOrder.FAMILY_GIVEN),
        ("Name", ("A B", "C D"), NameOrder.UNKNOWN),
        (
            "Անուն, ազգանուն, հայրանուն",
            ("Աննա Հակոբյան Գուրգենի", "Լևոն Պետրոսյան Աշոտի"),
            NameOrder.UNKNOWN,
        ),
    ],
)
def test_the_order_of_names_is_told_from_the_names(
    header: str, names: Sequence[str], order: NameOrder
) -> None:
    assert propose("a.csv", [header], rows(*names)).profile.name_order is order


def test_the_date_of_a_list_stands_in_its_title_or_name() -> None:
    header, sample = ["Name", "Age"], [["Anna", "70"]]
    titled = propose("a.csv", header, sample, titles=["Bus 12, 27 сентября 2023 г."])
    assert titled.profile.date == "2023-09-27"
    assert propose("bus-2023-09-28.csv", header, sample).profile.date == "2023-09-28"
    assert propose("a.csv", header, sample, year="2023").profile.date == "2023"
    dated = propose("a.csv", ["Age", "Date"], [["70", "1.10.2023"]], year="2023")
    assert dated.profile.date is None


def test_month_before_day_is_believed_only_when_the_values_prove_it() -> None:
    header = ["Name", "DOB"]
    proved = [["Anna", "9/27/1957"], ["Levon", "3/4/1960"]]
    assert propose("a.csv", header, proved).profile.month_first
    assert not propose("a.csv", header, [["Levon", "3/4/1960"]]).profile.month_first


def test_the_phone_beside_an_enquirer_is_theirs() -> None:
    header = ["Enquirer", "Phone", "Person sought", "Relationship"]
    row = ["Mariam", "097123456", "Anna Hakobyan", "mother"]
    assert fields(propose("tracing.csv", header, [row]))["Phone"] == "enquirer_phone"
    sought = ["Enquirer", "Person sought", "Phone", "Relationship"]
    row = ["Mariam", "Anna Hakobyan", "097123456", "mother"]
    assert fields(propose("tracing.csv", sought, [row]))["Phone"] == "phone"


def test_every_column_has_a_reason_and_the_unknown_is_unsure() -> None:
    proposal = propose("a.csv", ["Name", "qwerty"], [["Anna Hakobyan", "zz"]])
    said = [reason.sentence for reason in proposal.reasons]
    assert any("“qwerty” is not read" in sentence for sentence in said)
    assert "qwerty" in proposal.unsure


def test_no_column_is_proposed_for_origin_or_belief() -> None:
    header = ["Name", "Национальность", "Religion", "Ազգություն", "Milliyət"]
    proposal = propose("a.csv", header, [["Anna", "x", "x", "x", "x"]])
    assert set(fields(proposal).values()) == {"name", "ignore"}


def test_a_form_export_is_read_by_the_last_part_of_its_headers() -> None:
    header = [
        "SubmissionDate",
        "start",
        "end",
        "today",
        "visit-team",
        "visit/settlement",
        "gps-Latitude",
        "gps-Longitude",
        "gps-Altitude",
        "gps-Accuracy",
        "visit-how",
        "visit-result",
        "visit-people",
        "meta-instanceID",
        "KEY",
        "__version",
    ]
    row = [
        "2023-10-04T10:00:00Z",
        "2023-10-04T13:05:00.000+04:00",
        "2023-10-04T13:10",
        "2023-10-04",
        "2",
        "X",
        "39.8",
        "46.7",
        "800",
        "5",
        "knocked",
        "nobody_answered",
        "",
        "uuid:1",
        "uuid:1",
        "1",
    ]
    found = fields(propose("visits.csv", header, [row]))
    assert {h: f for h, f in found.items() if f != "ignore"} == {
        "start": "date",
        "visit-team": "team",
        "visit/settlement": "settlement",
        "gps-Latitude": "latitude",
        "gps-Longitude": "longitude",
        "gps-Accuracy": "accuracy_m",
        "visit-how": "how",
        "visit-result": "result",
        "visit-people": "people",
        "meta-instanceID": "key",
    }


def test_beside_house_numbers_an_address_without_any_is_the_street() -> None:
    header = ["surname", "street_number", "address_1", "address_2"]
    sample = [["Reed", "8", "stanley street", "miami"], ["Hill", "12", "low lane", ""]]
    assert fields(propose("a.csv", header, sample)) == {
        "surname": "family_name",
        "street_number": "house",
        "address_1": "street",
        "address_2": "ignore",
    }
    whole = [[a, b, f"{b} {c}", d] for a, b, c, d in sample]
    assert fields(propose("a.csv", header, whole))["address_1"] == "address"


def test_a_list_known_to_be_of_people_is_never_read_as_another() -> None:
    header, sample = ["name", "service", "state"], [["Anna Hakobyan", "water", "out"]]
    assert propose("a.csv", header, sample).profile.kind is ReportKind.SERVICE
    of_people = propose("a.csv", header, sample, people=True).profile
    assert of_people.kind is ReportKind.PERSON


def test_what_a_person_says_of_a_column_holds() -> None:
    header = ["name", "title", "born", "doc", "paper"]
    sample = [["Anna Hakobyan", "Levon Melikyan", "1957", "AN1", "AN2"]]
    stated = {"title": Field.NAME, "paper": Field.DOCUMENT}
    proposal = propose("a.csv", header, sample, stated=stated)
    assert fields(proposal) == {
        "name": "ignore",
        "title": "name",
        "born": "birth_year",
        "doc": "document",
        "paper": "document",
    }
    assert proposal.reasons[1].because() == "a person says so"
    lost = proposal.reasons[0].because()
    assert lost == "“title” means full name already"


@pytest.mark.parametrize("source", ["источник", "source", "Data source"])
def test_a_source_of_few_codes_says_which_list_a_row_is_of(source: str) -> None:
    lists = [["Анна Акопян", f"L{n % 3:02}"] for n in range(30)]
    proposal = propose("a.csv", ["ФИО", source], lists, people=True)
    assert fields(proposal)[source] == "list"
    stated = {source: Field.IGNORE}
    told = propose("a.csv", ["ФИО", source], lists, people=True, stated=stated)
    assert fields(told)[source] == "ignore"


@pytest.mark.parametrize("source", ["Source", "Data source", "Info source"])
def test_a_source_in_words_says_nothing_of_lists(source: str) -> None:
    header = ["Household", "Name", source]
    said = ["phone", "home visit", "relative"]
    told = [["41", "Anna Hakobyan", said[n % 3]] for n in range(30)]
    assert fields(propose("register.csv", header, told))[source] == "ignore"


def test_what_somebody_says_is_a_source_and_no_list() -> None:
    header = ["ФИО", "источник"]
    texts = [["Анна Акопян", "со слов соседа"]] * 5
    told = fields(propose("a.csv", header, texts, people=True))
    assert told["источник"] == "how_known"


def test_a_nation_is_no_family_name() -> None:
    header = ["Ազգ", "Անուն Ազգանուն Հայրանուն"]
    sample = [["հայ", "Աննա Հակոբյան Գուրգենի"], ["ռուս", "Իրինա Իվանովա Պետրի"]] * 3
    read = fields(propose("a.csv", header, sample, people=True))
    assert read == {"Ազգ": "ignore", "Անուն Ազգանուն Հայրանուն": "name"}


@pytest.mark.parametrize("point", [".", "․"])
def test_a_family_name_is_shortened_by_a_point(point: str) -> None:
    header, sample = [f"Ազգ{point}", "Անուն"], [["Հակոբյան", "Աննա"]] * 3
    read = fields(propose("a.csv", header, sample, people=True))
    assert list(read.values()) == ["family_name", "given_name"]


def test_a_homeland_is_no_household() -> None:
    header = ["ФИО", "Родина"]
    born = [["Анна Акопян", "Горис"], ["Левон Мелікян", "Шуши"]] * 3
    assert fields(propose("a.csv", header, born))["Родина"] == "ignore"
    numbered = [["Анна Акопян", "41"], ["Левон Мелікян", "№ 42"]] * 3
    assert fields(propose("a.csv", header, numbered))["Родина"] == "household"


def test_codes_that_come_again_are_neither_names_nor_phones() -> None:
    header = ["person", "family name", "no"]
    sample = [["P0185207", "Hakobyan", "A049563"]] * 4
    assert fields(propose("a.csv", header, sample)) == {
        "person": "ignore",
        "family name": "family_name",
        "no": "ignore",
    }
