"""What bus crews write above their columns, in four languages, and in what bytes."""

LANGUAGES = ("ru", "hy", "en", "az")
WEIGHTS = (0.42, 0.25, 0.25, 0.08)
ENCODINGS = {
    "ru": (("cp1251", ";"), ("cp1251", ";"), ("utf-8", ","), ("utf-16", "\t")),
    "hy": (("utf-8-sig", ","), ("utf-16", "\t"), ("utf-8", ";")),
    "en": (("utf-8", ","), ("utf-8", ";"), ("utf-8", "\t")),
    "az": (("utf-8-sig", ";"), ("utf-8", ",")),
}
WORDS: dict[str, dict[str, tuple[str, ...]]] = {
    "ru": {
        "ordinal": ("№", "№ п/п", "Место"),
        "name": ("ФИО", "Фамилия, имя, отчество", "Пассажир"),
        "parts": ("Фамилия", "Имя"),
        "age": ("Возраст", "Лет"),
        "year": ("Год рождения", "Г.р."),
        "date": ("Дата рождения",),
        "sex": ("Пол", "м", "ж"),
        "from": ("Откуда", "Населенный пункт"),
        "phone": ("Телефон", "Тел."),
        "title": ("Автобус {plate}, выезд {day}", "Список пассажиров, автобус {plate}"),
        "total": ("Итого", "Всего"),
    },
    "hy": {
        "ordinal": ("Հ/Հ", "№", "Տեղ"),
        "name": ("Անուն ազգանուն", "Ազգանուն անուն հայրանուն", "Ուղևոր"),
        "parts": ("Ազգանուն", "Անուն"),
        "age": ("Տարիք",),
        "year": ("Ծննդյան տարի", "Ծնված"),
        "date": ("Ծննդյան ամսաթիվ",),
        "sex": ("Սեռ", "Ա", "Ի"),
        "from": ("Բնակավայր", "Որտեղից"),
        "phone": ("Հեռախոս", "Հեռ."),
        "title": ("Ավտոբուս {plate}, մեկնում {day}", "Ուղևորների ցուցակ, {plate}"),
        "total": ("Ընդամենը",),
    },
    "en": {
        "ordinal": ("No", "Seat", "#"),
        "name": ("Name", "Passenger", "Full name"),
        "parts": ("Surname", "Given name"),
        "age": ("Age",),
        "year": ("Year of birth", "Born"),
        "date": ("Date of birth", "DOB"),
        "sex": ("Sex", "M", "F"),
        "from": ("From", "Village/town"),
        "phone": ("Phone", "Contact"),
        "title": ("Bus {plate}, departed {day}", "Passenger list, vehicle {plate}"),
        "total": ("Total",),
    },
    "az": {
        "ordinal": ("Sıra", "Yer"),
        "name": ("Ad və soyad", "Soyadı, adı"),
        "parts": ("Soyadı", "Adı"),
        "age": ("Yaş",),
        "year": ("Doğum ili",),
        "date": ("Doğum tarixi",),
        "sex": ("Cins", "K", "Q"),
        "from": ("Haradan", "Yaşayış yeri"),
        "phone": ("Telefon",),
        "title": ("Avtobus {plate}, çıxış {day}",),
        "total": ("Cəmi",),
    },
}

PLATE = {"ru": "Гос. номер", "hy": "Պետհամարանիշ", "en": "Plate", "az": "Nömrə nişanı"}
