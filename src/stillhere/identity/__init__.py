"""Who is who: mentions become people, by a bounded, order-free, exact rule.

In: person statements, traits of their lists, judgements, frozen integer rules. Out:
clusters with the links that hold them, each explained. Promise: update gives exactly
what a build gives, in every order; nothing here is fed back into the evidence.
"""

from stillhere.identity.arrived import Arrivals
from stillhere.identity.beside import Beside, Match, beside
from stillhere.identity.clusters import Cluster, Link, MentionId
from stillhere.identity.columns import Coded, MentionColumns
from stillhere.identity.comparing.weigh import WEIGHING_VERSION
from stillhere.identity.doubts import Doubts, Likely
from stillhere.identity.engines.engine import EMBEDDED, Engine, EngineName, engine_of
from stillhere.identity.explain import (
    VERDICTS,
    Candidate,
    Evidence,
    Explanation,
    Verdict,
)
from stillhere.identity.features import ListTraits
from stillhere.identity.index import Change, Index
from stillhere.identity.match import Matched
from stillhere.identity.rules import IdentityRules
from stillhere.identity.search import Hit

__all__ = [
    "EMBEDDED",
    "VERDICTS",
    "WEIGHING_VERSION",
    "Arrivals",
    "Beside",
    "Candidate",
    "Change",
    "Cluster",
    "Coded",
    "Doubts",
    "Engine",
    "EngineName",
    "Evidence",
    "Explanation",
    "Hit",
    "IdentityRules",
    "Index",
    "Likely",
    "Link",
    "ListTraits",
    "Match",
    "Matched",
    "MentionColumns",
    "MentionId",
    "Verdict",
    "beside",
    "engine_of",
]
