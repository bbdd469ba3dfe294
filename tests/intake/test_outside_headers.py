"""What plausible headers of lists made elsewhere mean, in four languages."""

import pytest

from stillhere.intake.meanings import meaning_of
from stillhere.vocabulary.fields import Field

WRITTEN = {
    Field.KEY: (
        "row_id|row id|rowid|person_id|personid|PersonID|rec_id|record_id|"
        "recid|id|ID|uid|uuid|left_id|right_id|register_id|reg_id|entry_id|"
        "resident_id|citizen_id|case_id|client_id|beneficiary_id|mention_id|"
        "item_id|unique_id|internal id|external_id|source_row_id|"
        "номер записи|ид|идентификатор|id записи|код записи|"
        "уникальный номер|регистрационный номер|рег. номер|рег №|"
        "id человека|номер строки|նույնացուցիչ|տողի համար|գրանցման համար|"
        "անձի համար|անձի կոդ|գրառման համար|identifikator|qeydiyyat nömrəsi|"
        "sətir nömrəsi|şəxs id|yazı nömrəsi|person_no|person number|"
        "registry_id|entry no|npid|refugee id|registration_id"
    ),
    Field.NAME: (
        "full_name|fullname|FullName|full name|name|person|FIO|ФИО|Ф.И.О.|"
        "Ф. И. О.|фио полностью|имя и фамилия|фамилия и имя|"
        "фамилия, имя, отчество|фамилия имя отчество|полное имя|имя фамилия|"
        "пассажир|гражданин|written_name|name_as_written|name as written|"
        "name_written|whole name|complete name|name of the person|"
        "person_name|person name|personname|names|name in full|"
        "registered name|name_raw|raw_name|passenger_name|resident_name|"
        "անուն ազգանուն|ազգանուն անուն|ա.ա.հ.|Ա․Ա․Հ․|անուն, ազգանուն|"
        "ազգանուն, անուն, հայրանուն|անձի անուն ազգանուն|լրիվ անուն|ad soyad|"
        "soyad, ad|ad, soyad|adı, soyadı|SAA|S.A.A.|tam ad|soyad ad ata adı|"
        "ad soyad ata adı|adı və soyadı|name_full|full_name_native|"
        "display_name|surname_name|name_surname|name+surname|"
        "last_first_name|lastname firstname|first_last_name|"
        "given and family name|name and family name"
    ),
    Field.GIVEN_NAME: (
        "first name|first_name|firstname|FirstName|given|given_name|"
        "given name|givenname|forename|fname|f_name|first|name1|личное имя|"
        "անձնանուն|öz adı|personal name"
    ),
    Field.FAMILY_NAME: (
        "surname|last name|last_name|lastname|LastName|family|family_name|"
        "familyname|lname|l_name|last|sname|фамилия|фам.|фамилия (рус)|"
        "ազգանուն|ազգ.|soyad|soyadı|familiya"
    ),
    Field.PATRONYMIC: (
        "father|father_name|fathers_name|father's name|fathername|"
        "father name|FatherName|patronym|patronymic|middle_name|middlename|"
        "middle name|middle|name of father|dad|отчество|отч.|имя отца|отец|"
        "по отцу|հայրանուն|հոր անուն|հայր|ata adı|atasının adı|ata|atasi|"
        "atanın adı|father first name"
    ),
    Field.MAIDEN_NAME: (
        "maiden name|maiden_name|maiden|birth_surname|birth surname|"
        "previous surname|née|девичья фамилия|прежняя фамилия|"
        "օրիորդական ազգանուն|qızlıq soyadı|surname at birth|former name"
    ),
    Field.BIRTH_DATE: (
        "dob|DOB|d.o.b.|birth|birthdate|birth_date|BirthDate|dateOfBirth|"
        "date_of_birth|date of birth|birthday|bdate|birth date|born|born_on|"
        "birth_dt|dt_birth|birthdate_iso|ծննդյան ամսաթիվ|ծնվել է|ծնվ.|"
        "ծնունդ|ծն.|дата рождения|д.р.|др|дата рожд.|дата рожд|родился|"
        "рожд.|doğum tarixi|doğum|təvəllüd|anadan olub|d. tarixi|birth_text|"
        "born_date|birth (dd.mm.yyyy)"
    ),
    Field.BIRTH_YEAR: (
        "year_of_birth|birth_year|birthyear|yob|YOB|year born|born_year|"
        "год рождения|г. рожд.|год рожд.|год р.|ծննդյան տարեթիվ|"
        "ծննդյան տարի|ծն. տարի|ծնվ. թ.|doğum ili|təvəllüd ili|"
        "anadan olduğu il"
    ),
    Field.AGE: (
        "age|Age|age_years|age (years)|ages|approx_age|approximate age|"
        "age_at_arrival|age at registration|stated_age|возраст|лет|"
        "возраст (лет)|полных лет|տարիք|տարեկան|տարիքը|yaş|yaşı|yaş (il)"
    ),
    Field.SEX: (
        "sex|gender|Sex|M/F|m_f|sex/gender|пол|муж/жен|м/ж|սեռ|սեռը|ար./իգ.|"
        "cins|cinsi|cinsiyyət|k/q"
    ),
    Field.SETTLEMENT: (
        "village|settlement|town|city|locality|community|municipality|"
        "residence|home_village|home village|hometown|home_town|place|"
        "settlement_name|village_name|town_or_village|place_of_residence|"
        "registered_settlement|населенный пункт|населённый пункт|нас. пункт|"
        "н.п.|село|город|место жительства|деревня|посёлок|город/село|"
        "բնակավայր|գյուղ|քաղաք|համայնք|գյուղ/քաղաք|բնակության վայրը|kənd|"
        "şəhər|yaşayış məntəqəsi|yaşayış yeri|qəsəbə|kənd/şəhər|rayon|"
        "district"
    ),
    Field.ORIGIN: (
        "origin|from|origin_place|place_of_origin|origin settlement|"
        "came_from|coming from|arrived_from|arrived from|from_where|"
        "from where|origin_village|from_settlement|from_place|откуда|"
        "откуда прибыл|прибыл из|откуда прибыли|откуда выехал|выбыл из|из|"
        "место выезда|որտեղից|ժամանել է|որտեղից է ժամանել|մեկնման վայր|"
        "haradan|haradan gəlib|gəldiyi yer|haradan gəldi|çıxdığı yer"
    ),
    Field.ADDRESS: (
        "address|addr|home_address|address_line|full_address|home address|"
        "last_address|street_address|addr_text|адрес|адрес проживания|"
        "домашний адрес|адрес прописки|прописка|место прописки|"
        "адрес регистрации|հասցե|հասցեն|բնակության հասցե|հաշվառման հասցե|"
        "գրանցման հասցե|ünvan|ünvanı|ev ünvanı|qeydiyyat ünvanı"
    ),
    Field.STREET: ("street|street_name|str|улица|ул.|փողոց|փող.|küçə|küç."),
    Field.HOUSE: (
        "house|house_no|house_number|house number|houseno|дом|№ дома|д.|"
        "номер дома|տուն|տան համար|տուն №|ev|ev №|ev nömrəsi"
    ),
    Field.FLAT: (
        "flat|apartment|apt|apt_no|flat_no|apartment_no|квартира|кв.|кв|"
        "№ кв.|բնակարան|բն.|mənzil|mənz.|m."
    ),
    Field.PHONE: (
        "phone|phone_number|phone_no|tel|telephone|mobile|mobile_phone|"
        "contact|contact_no|cell|cellphone|phone1|тел|тел.|телефон|"
        "моб. тел.|номер телефона|контактный телефон|հեռ.|հեռախոս|"
        "հեռախոսահամար|բջջ.|telefon|tel.|mobil nömrə|əlaqə nömrəsi|"
        "telefon №"
    ),
    Field.DOCUMENT: (
        "passport|passport_no|passport_number|document|document_no|"
        "doc_number|doc|id_card|id card|national_id|id_number|id number|"
        "personal_number|passport/id|паспорт|№ паспорта|документ|"
        "номер документа|серия и номер паспорта|удостоверение|"
        "свидетельство о рождении|անձնագիր|անձնագրի համար|փաստաթուղթ|ՀԾՀ|"
        "ծննդյան վկայական|pasport|pasport №|şəxsiyyət vəsiqəsi|sənəd|FİN|"
        "birth certificate|id_doc|social_card|public services number"
    ),
    Field.HOUSEHOLD: (
        "household|household_id|hh_id|hhid|household_no|hh|family_no|"
        "family_id|family number|familyno|family_number|family group no|"
        "house_hold|homestead|fam_id|номер семьи|№ семьи|семья|"
        "домохозяйство|номер домохозяйства|код семьи|ընտանիք|ընտանիքի համար|"
        "տնտեսության համար|տնային տնտեսություն|ailə|ailə nömrəsi|ailə №|"
        "təsərrüfat nömrəsi"
    ),
    Field.PARTY: (
        "party|party_id|party_no|group|group_id|group_no|travel_group|"
        "group number|travel party|travelling party|party number|"
        "convoy group|companions_group|группа|номер группы|№ группы|партия|"
        "группа прибытия|խումբ|խմբի համար|խումբ №|qrup|qrup nömrəsi|qrup №|"
        "dəstə"
    ),
    Field.VEHICLE: (
        "bus|bus_id|bus_no|bus_number|vehicle|vehicle_id|vehicle_no|car|"
        "car_no|plate|transport|coach|bus name|minibus|vehicle_plate|"
        "автобус|№ автобуса|номер автобуса|машина|автомобиль|транспорт|"
        "госномер|транспортное средство|ավտոբուս|ավտոբուսի համար|ավտոբուս №|"
        "մեքենա|մեքենայի համար|տրանսպորտ|avtobus|avtobus №|avtobus nömrəsi|"
        "maşın|nəqliyyat|maşın nömrəsi"
    ),
    Field.ORDINAL: (
        "seat|seat_no|seat_number|seat no|place_no|position|pos|line_no|"
        "row_no|row number|no.|No|№|#|nr|seq|sequence|order_no|"
        "running number|serial no|S/N|номер места|№ места|№ п/п|п/п|"
        "порядковый номер|նստատեղ|տեղի համար|հ/հ|հերթական համար|oturacaq|"
        "yer №|yer nömrəsi|sıra|sıra №|s/s"
    ),
    Field.LIST: (
        "list_id|list|list_no|list id|listid|list_name|list number|"
        "source_list|ListID|sheet_no|список|номер списка|№ списка|id списка|"
        "код списка|ցուցակ|ցուցակի համար|ցուցակ №|ցուցակի կոդ|siyahı|"
        "siyahı №|siyahının nömrəsi|siyahı kodu|list code"
    ),
    Field.DATE: (
        "date|arrival_date|date_of_arrival|registered_on|registration_date|"
        "arrived_on|departure_date|list_date|дата|дата прибытия|"
        "дата регистрации|дата списка|ամսաթիվ|ժամանման ամսաթիվ|"
        "գրանցման ամսաթիվ|tarix|gəliş tarixi|qeydiyyat tarixi|reg_date|"
        "date_arrived"
    ),
    Field.HEAD: (
        "head_of_household|head|family_head|hh_head|глава семьи|"
        "глава хозяйства|ընտանիքի գլուխ|տան գլխավոր|ailə başçısı|"
        "head_of_family"
    ),
    Field.RELATION: (
        "relation|relationship|relation_to_head|родство|кем приходится|"
        "степень родства|ազգակցական կապ|կապ գլխի հետ|qohumluq|"
        "qohumluq dərəcəsi|kinship"
    ),
    Field.NOTE: (
        "note|notes|remarks|comment|примечание|прим.|նշում|նշումներ|"
        "ծանոթություն|qeyd|qeydlər"
    ),
}

ELSEWHERE = {
    Field.FAMILY_NAME: "Прізвище|nom",
    Field.GIVEN_NAME: "Ім'я|prénom",
    Field.PATRONYMIC: "По батькові|nom du père",
    Field.BIRTH_DATE: "Дата народження|date de naissance",
    Field.ORIGIN: "Звідки|provenance",
    Field.HOUSEHOLD: "Родина|famille|Ընտանիքի N",
    Field.LIST: "Номер списку|liste|source_list",
}
"""Ukrainian, French, and what else lists were met with."""


@pytest.mark.parametrize("field", ELSEWHERE)
def test_headers_of_other_languages_are_read_too(field: Field) -> None:
    read = {header: meaning_of(header) for header in ELSEWHERE[field].split("|")}
    assert {h for h, m in read.items() if not m or m.field != field} == set()


@pytest.mark.parametrize("field", WRITTEN)
def test_a_header_of_an_outside_list_has_its_meaning(field: Field) -> None:
    read = {header: meaning_of(header) for header in WRITTEN[field].split("|")}
    astray = {h: m and m.field for h, m in read.items() if not m or m.field != field}
    assert astray == {}


@pytest.mark.parametrize(
    "header",
    ["place of birth", "mother's name", "birth village", "место рождения", "ծննդավայր"],
)
def test_what_looks_like_a_birth_or_a_name_and_is_none_is_not_read(header: str) -> None:
    meaning = meaning_of(header)
    assert meaning is not None
    assert meaning.field is Field.IGNORE
