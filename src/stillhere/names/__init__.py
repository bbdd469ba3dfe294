"""Names across scripts: text in, folded text out.

In: names as written in Armenian, Cyrillic, Azerbaijani Latin and English letters, and
for comparing two of them in any script. Out: ASCII tokens on which spellings of one
name meet, coarse keys for blocking, the parts of a name, and the chance that two names
are one with its reasons. Promise: pure; the same text gives the same bytes on any machine,
from frozen tables counted by `FOLD_VERSION`. Script and endings help to match and are
never shown as anyone's origin.
"""

from stillhere.names.comparing import same_name
from stillhere.names.diminutives import given_root
from stillhere.names.folding import FOLD_VERSION, family_stem, fold
from stillhere.names.orders import NameOrder, NameParts
from stillhere.names.pairing import Meeting
from stillhere.names.patronymics import is_patronymic, patronymic_stem
from stillhere.names.reasons import NameComparison, NamePart, NameReason, compare_names
from stillhere.names.romanisation import romanise
from stillhere.names.scripts import is_initial, token_script
from stillhere.names.skeletons import skeleton
from stillhere.names.splitting import split_name

__all__ = [
    "FOLD_VERSION",
    "Meeting",
    "NameComparison",
    "NameOrder",
    "NamePart",
    "NameParts",
    "NameReason",
    "compare_names",
    "family_stem",
    "fold",
    "given_root",
    "is_initial",
    "is_patronymic",
    "patronymic_stem",
    "romanise",
    "same_name",
    "skeleton",
    "split_name",
    "token_script",
]
