"""Names across scripts: text in, folded text out.

In: names as written in Armenian, Cyrillic, Azerbaijani Latin and English letters.
Out: ASCII tokens on which spellings of one name meet, coarse keys for blocking, and
the parts of a name. Promise: pure; the same text gives the same bytes on any machine,
from frozen tables counted by `FOLD_VERSION`. Script and endings help to match and are
never shown as anyone's origin.
"""

from stillhere.names.diminutives import given_root
from stillhere.names.folding import FOLD_VERSION, family_stem, fold
from stillhere.names.orders import NameOrder, NameParts
from stillhere.names.patronymics import patronymic_stem
from stillhere.names.romanisation import romanise
from stillhere.names.scripts import is_initial, token_script
from stillhere.names.skeletons import skeleton
from stillhere.names.splitting import split_name

__all__ = [
    "FOLD_VERSION",
    "NameOrder",
    "NameParts",
    "family_stem",
    "fold",
    "given_root",
    "is_initial",
    "patronymic_stem",
    "romanise",
    "skeleton",
    "split_name",
    "token_script",
]
