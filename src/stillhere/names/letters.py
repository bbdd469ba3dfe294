"""Letter tables of the four scripts: one letter in, ASCII letters out.

Frozen data. A change here changes folded tokens: raise `folding.FOLD_VERSION`
and rewrite the golden file (docs/reference/names.md says how).

Source: Armenian after BGN/PCGN 1981 without apostrophes; Russian after BGN/PCGN
1947 without soft and hard signs; Azerbaijani after the spelling of its passports
(schwa becomes a).
"""

from types import MappingProxyType
from typing import Final

ARMENIAN: Final = MappingProxyType(
    {
        "ա": "a",
        "բ": "b",
        "գ": "g",
        "դ": "d",
        "ե": "e",
        "զ": "z",
        "է": "e",
        "ը": "y",
        "թ": "t",
        "ժ": "zh",
        "ի": "i",
        "լ": "l",
        "խ": "kh",
        "ծ": "ts",
        "կ": "k",
        "հ": "h",
        "ձ": "dz",
        "ղ": "gh",
        "ճ": "ch",
        "մ": "m",
        "յ": "y",
        "ն": "n",
        "շ": "sh",
        "ո": "o",
        "չ": "ch",
        "պ": "p",
        "ջ": "j",
        "ռ": "r",
        "ս": "s",
        "վ": "v",
        "տ": "t",
        "ր": "r",
        "ց": "ts",
        "ւ": "v",
        "փ": "p",
        "ք": "k",
        "և": "ev",
        "օ": "o",
        "ֆ": "f",
        "՛": "",
        "՜": "",
        "՝": "",
        "՞": "",
        "՟": "",
        "ՙ": "",
    }
)

CYRILLIC: Final = MappingProxyType(
    {
        "а": "a",
        "б": "b",
        "в": "v",
        "г": "g",
        "д": "d",
        "е": "e",
        "ё": "yo",
        "ж": "zh",
        "з": "z",
        "и": "i",
        "й": "y",
        "к": "k",
        "л": "l",
        "м": "m",
        "н": "n",
        "о": "o",
        "п": "p",
        "р": "r",
        "с": "s",
        "т": "t",
        "у": "u",
        "ф": "f",
        "х": "kh",
        "ц": "ts",
        "ч": "ch",
        "ш": "sh",
        "щ": "shch",
        "ъ": "",
        "ы": "y",
        "ь": "",
        "э": "e",
        "ю": "yu",
        "я": "ya",
        # Ukrainian
        "і": "i",
        "ї": "yi",
        "є": "ye",
        "ґ": "g",
        # Azerbaijani Cyrillic, still met in old papers
        "ә": "a",
        "ғ": "gh",
        "ҝ": "g",
        "ө": "o",
        "ү": "u",
        "һ": "h",
        "ҹ": "j",
        "ј": "y",
    }
)

LATIN: Final = MappingProxyType(
    {
        "ə": "a",
        "ǝ": "a",
        "ä": "a",
        "ğ": "gh",
        "ı": "i",
        "ö": "o",
        "ü": "u",
        "ş": "sh",
        "š": "sh",
        "č": "ch",
        "ž": "zh",
        "ǰ": "j",
        "ṙ": "r",
        "ł": "gh",
        "ē": "e",
        "ō": "o",
        "ç": "ch",
        "ǧ": "gh",
        "ġ": "gh",
        "ß": "ss",
    }
)

AZERBAIJANI: Final = MappingProxyType({"c": "j", "q": "g", "x": "kh"})

AZERBAIJANI_MARKS: Final = frozenset("əǝğışçöüәҹҝғһ")

SILENT: Final = (
    "'’‘ʻʼ՚`´ʹʺ\"«»“”„\u0307\u0301\u0300\u02bf\u02be\u00ad\u200b\u200c\u200d\ufeff"
)
