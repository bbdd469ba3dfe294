"""The words that mark the parts of an address, in four languages and their case forms."""

from typing import Final

from stillhere.places.keys import words

STREET_BEFORE: Final = words(
    """
    ул улица улице улицы улицу пр пр-т пр-кт просп проспект проспекте проспекта
    пер переулок переулке переулка туп тупик бул бульвар бульваре
    шоссе ш площадь площади пл проезд проезде пр-д ul ulica ulitsa per prosp
    """
)
STREET_AFTER: Final = words(
    """
    փ փող փողոց փողոցը փողոցի փողոցում պ պող պողոտա պողոտայի պողոտայում նրբ նրբանցք
    նրբանցքի խճուղի խճուղու հրապարակ հրապարակի թաղամաս թաղամասի թաղ
    küç küçə küçəsi küçəsinin küçəsində kuc kuç küc kuce kucesi kuchesi kuchasi pr
    prospekti prospektinin prospektində prospekt dalan dalanı döngə döngəsi şosesi
    məhəllə məhəlləsi mikrorayon mikrorayonu мкр мкрн микрорайон микрорайоне квартал
    st str street ave avenue av rd road lane ln blvd boulevard sq square quarter
    poxoc poghots pokhots phoghoc p pox poghota
    """
)
HOUSE: Final = words(
    """
    д дом доме дома տ տուն տան տանը шенк շ շենք շենքի շենքում ev evi evin evində
    e h house bldg building bina binası dom d tun shenq
    """
)
BLOCK: Final = words(
    """
    корп корпус корпусе к стр строение մասնաշենք մասնաշենքի մասն
    korpus korpusu blok bloku block blk korp
    """
)
"""Words for a part of a house that has a number of its own."""
FLAT: Final = words(
    """
    кв квартира квартире квартиры комн комната ком բն բնակարան բնակարանի բնակարանում բնկ
    սենյակ m mən mənz mənzil mənzili mənzilində menzil mnz otaq
    apt apartment ap flat fl room rm unit kv kvartira bn bnakaran
    """
)
TOWN: Final = words(
    """
    г гор город ք քաղ քաղաք ş şəh şəhər şəhəri city town c g
    пгт пос поселок посёлок qəs qəsəbə qəsəbəsi settlement ավան
    """
)
VILLAGE: Final = words(
    "с село дер деревня գ գյուղ kənd kəndi kend k v vil village s selo"
)
SETTLEMENT: Final = TOWN | VILLAGE

AFTER_THEIR_NAME: Final = words(
    """
    ş şəh şəhər şəhəri qəs qəsəbə qəsəbəsi kənd kəndi kend k city town village
    settlement գյուղ քաղաք ավան
    """
)
"""Words for a settlement that follow its name where no comma parts them."""

MARKERS: Final = (
    ("block", BLOCK),
    ("street before", STREET_BEFORE),
    ("street", STREET_AFTER),
    ("house", HOUSE),
    ("flat", FLAT),
    ("settlement", SETTLEMENT),
)

NUMBER_WORDS: Final = words(
    "№ # no n nr номер համար թիվ nömrə nömrəli nomreli number num"
)
"""Words beside a number that say only that it is one."""
IDLE: Final = words("по на")
"""Words before a street that say nothing."""

_BUILDINGS: Final = {
    "hotel": "гостиница отель հյուրանոց mehmanxana mehmanxanası otel oteli hotel",
    "dormitory": "общежитие общ общежитии հանրակացարան հանրակացարանի"
    " yataqxana yataqxanası dormitory dorm hostel",
    "school": "школа школе դպրոց դպրոցի məktəb məktəbi school",
    "hospital": "больница больнице հիվանդանոց հիվանդանոցի xəstəxana xəstəxanası hospital",
    "internat": "интернат интернате ինտերնատ internat boarding",
}
BUILDING_NAMES: Final = {
    word: one for one, names in _BUILDINGS.items() for word in sorted(words(names))
}
"""Words for a building that is known by its name or number: one word for all languages."""

QUARTERS: Final = words(
    """
    мкр мкрн микрорайон микрорайоне квартал թաղամաս թաղ mikrorayon mikrorayonu mkr
    məhəllə məhəlləsi quarter
    """
)
QUARTER: Final = "quarter"
"""A quarter that has a number for its name."""

_MONTHS: Final = (
    "января հունվարի yanvar january",
    "февраля փետրվարի fevral february",
    "марта մարտի mart march",
    "апреля ապրիլի aprel april",
    "мая մայիսի may",
    "июня հունիսի iyun june",
    "июля հուլիսի iyul july",
    "августа օգոստոսի avqust august",
    "сентября սեպտեմբերի sentyabr september",
    "октября հոկտեմբերի oktyabr october",
    "ноября նոյեմբերի noyabr november",
    "декабря դեկտեմբերի dekabr december",
)
MONTHS: Final = {word: names.split()[-1] for names in _MONTHS for word in names.split()}
"""A month beside a number, which is then the name of a street, to its English name."""
