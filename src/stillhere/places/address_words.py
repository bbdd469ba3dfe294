"""The words that mark the parts of an address, in four languages."""

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


STREET_BEFORE: Final = _words(
    "ул улица пр пр-т пр-кт просп проспект пер переулок туп тупик бул бульвар"
    " шоссе ш площадь пл проезд пр-д"
)
STREET_AFTER: Final = _words(
    "փ փող փողոց փողոցը պող պողոտա նրբ նրբանցք խճուղի հրապարակ"
    " küç küçə küçəsi kuc kucesi kuchesi pr prospekti prospekt dalan dalanı döngə"
    " döngəsi şosesi"
    " st str street ave avenue av rd road lane ln blvd boulevard sq square"
)
HOUSE: Final = _words(
    "д дом корп корпус к стр строение տ տուն շ շենք մասնաշենք"
    " ev e h house bldg building blk block bina korpus no № n h.no d dom"
)
FLAT: Final = _words(
    "кв квартира բն բնակարան բնկ m mən mənz mənzil apt apartment flat fl kv kvartira"
)
TOWN: Final = _words(
    "г гор город ք քաղ քաղաք ş şəh şəhər şəhəri city town c g"
    " пгт пос поселок посёлок qəs qəsəbə qəsəbəsi settlement ավան"
)
VILLAGE: Final = _words(
    "с село дер деревня գ գյուղ kənd kəndi kend k v vil village s selo"
)
SETTLEMENT: Final = TOWN | VILLAGE

AFTER_THEIR_NAME: Final = _words(
    "ş şəh şəhər şəhəri qəs qəsəbə qəsəbəsi kənd kəndi kend k city town village"
    " settlement գյուղ քաղաք ավան"
)
"""Words for a settlement that follow its name where no comma parts them."""

MARKERS: Final = (
    ("street before", STREET_BEFORE),
    ("street", STREET_AFTER),
    ("house", HOUSE),
    ("flat", FLAT),
    ("settlement", SETTLEMENT),
)
