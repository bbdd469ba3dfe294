"""Letter tables of three more scripts: one letter in, ASCII letters out.

Frozen data, as `letters` is. Vowels that are not written are not guessed: Arabic and
Hebrew names come out as their consonants.

Source: Georgian after its national system of 2002 without apostrophes; Arabic and
Persian after BGN/PCGN without marks; Hebrew after the simple rules of 2006.
"""

from types import MappingProxyType
from typing import Final

GEORGIAN: Final = MappingProxyType(
    {
        "ა": "a",
        "ბ": "b",
        "გ": "g",
        "დ": "d",
        "ე": "e",
        "ვ": "v",
        "ზ": "z",
        "თ": "t",
        "ი": "i",
        "კ": "k",
        "ლ": "l",
        "მ": "m",
        "ნ": "n",
        "ო": "o",
        "პ": "p",
        "ჟ": "zh",
        "რ": "r",
        "ს": "s",
        "ტ": "t",
        "უ": "u",
        "ფ": "p",
        "ქ": "k",
        "ღ": "gh",
        "ყ": "q",
        "შ": "sh",
        "ჩ": "ch",
        "ც": "ts",
        "ძ": "dz",
        "წ": "ts",
        "ჭ": "ch",
        "ხ": "kh",
        "ჯ": "j",
        "ჰ": "h",
        "ჲ": "y",
    }
)

ARABIC: Final = MappingProxyType(
    {
        "ا": "a",
        "آ": "a",
        "أ": "a",
        "إ": "i",
        "ٱ": "a",
        "ء": "",
        "ؤ": "u",
        "ئ": "i",
        "ب": "b",
        "پ": "p",
        "ت": "t",
        "ث": "s",
        "ج": "j",
        "چ": "ch",
        "ح": "h",
        "خ": "kh",
        "د": "d",
        "ذ": "z",
        "ر": "r",
        "ز": "z",
        "ژ": "zh",
        "س": "s",
        "ش": "sh",
        "ص": "s",
        "ض": "z",
        "ط": "t",
        "ظ": "z",
        "ع": "a",
        "غ": "gh",
        "ف": "f",
        "ڤ": "v",
        "ق": "q",
        "ک": "k",
        "ك": "k",
        "گ": "g",
        "ل": "l",
        "م": "m",
        "ن": "n",
        "ه": "h",
        "ة": "a",
        "و": "u",
        "ي": "i",
        "ی": "i",
        "ى": "a",
    }
)

HEBREW: Final = MappingProxyType(
    {
        "א": "a",
        "ב": "b",
        "ג": "g",
        "ד": "d",
        "ה": "h",
        "ו": "u",
        "ז": "z",
        "ח": "h",
        "ט": "t",
        "י": "i",
        "כ": "k",
        "ך": "k",
        "ל": "l",
        "מ": "m",
        "ם": "m",
        "נ": "n",
        "ן": "n",
        "ס": "s",
        "ע": "a",
        "פ": "p",
        "ף": "f",
        "צ": "ts",
        "ץ": "ts",
        "ק": "k",
        "ר": "r",
        "ש": "sh",
        "ת": "t",
    }
)
