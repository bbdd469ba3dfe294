"""What the company of two mentions lends to their pair, and pairs found through it.

One round: only pairs whose keys meet lend support, so nothing is fed back.
"""

import numpy as np

from stillhere.identity.company.company import Company
from stillhere.identity.growing import Array, ranges
from stillhere.identity.pairs import KEYED, Pairs
from stillhere.identity.rules import IdentityRules


def support_table(weight: Array, rules: IdentityRules) -> Array:
    """SUP: millibits a pair of this weight lends; 0 below `from`, flat from `full`."""
    table = rules["support"]
    rise = (weight.astype(np.int64) - table["from"]) * (
        table["at_full"] - table["at_from"]
    )
    lent = table["at_from"] + rise // (table["full"] - table["from"])
    clipped: Array = np.where(
        weight < table["from"], 0, np.minimum(lent, table["at_full"])
    )
    return clipped


def raised(w0: Array, lent: Array, rules: IdentityRules) -> Array:
    """w1 of pairs that are lent so much: the more speaks against one, the less it takes.

    Company says whose household it is, not who of it. A pair that name and birth part is
    two members of one, and no company makes them one person.
    """
    most = np.maximum(w0.astype(np.int64) + rules["support"]["reach"], 0)
    weight: Array = (w0 + np.minimum(lent, most)).astype(np.int32)
    return weight


def supported(
    slots: Array, pairs: Pairs, company: Company, rules: IdentityRules
) -> tuple[Array, Array, Array]:
    """Every pair that touches `slots` and has support.

    Args:
        slots: Mentions, sorted, none twice.
        pairs: With the keyed pairs of these slots' company in place.
        company: Who stands beside whom.
        rules: Frozen weights.

    Returns:
        Columns a (in `slots`), b, and min(S(a>b), S(b>a)) in millibits; each pair once,
        sorted by (a, b). Pairs no key found are among them.
    """
    owner, beside = company.of(slots)
    a = slots[owner]
    helpers, place = np.unique(beside, return_inverse=True)
    entries = pairs.of(helpers)
    lends = (entries.w0 >= rules["shape"]["support_from"]) & (entries.flags & KEYED > 0)
    entries = entries.take(lends)
    left = np.searchsorted(entries.owner, helpers, "left")
    count = np.searchsorted(entries.owner, helpers, "right") - left
    per = count[place]
    where = ranges(left[place], per)
    a, helper = np.repeat(a, per), np.repeat(beside, per)
    partner, lent = entries.other[where], support_table(entries.w0[where], rules)
    return spread(a, helper, partner.astype(np.int64), lent, company)


def spread(
    a: Array, helper: Array, partner: Array, lent: Array, company: Company
) -> tuple[Array, Array, Array]:
    """From (a, a', b', s) to pairs (a, b) with b beside b'."""
    ends, place = np.unique(partner, return_inverse=True)
    owner, beside = company.of(ends)
    left = np.searchsorted(owner, np.arange(len(ends)), "left")
    count = np.searchsorted(owner, np.arange(len(ends)), "right") - left
    per = count[place]
    b = beside[ranges(left[place], per)]
    a, helper = np.repeat(a, per), np.repeat(helper, per)
    partner, lent = np.repeat(partner, per), np.repeat(lent, per)
    apart = (a != b) & (b != helper) & (a != partner)
    a, b, helper = a[apart], b[apart], helper[apart]
    partner, lent = partner[apart], lent[apart]
    if not len(a):
        none = np.empty(0, np.int64)
        return none, none, none
    pair, least = least_lent((a << 32) | b, helper, partner, lent)
    return pair >> 32, pair & 0xFFFFFFFF, least


def least_lent(
    pair: Array, helper: Array, partner: Array, lent: Array
) -> tuple[Array, Array]:
    """What pairs are lent: the lesser of the two sides.

    Args:
        pair: Packed (a, b), once for each way support reaches it.
        helper: Who stands beside a on that way.
        partner: Who stands beside b on that way.
        lent: What these two lend, millibits.

    Returns:
        The distinct pairs, sorted, and min(S(a>b), S(b>a)) of each.
    """
    found, forth = _strongest(pair, helper, lent)
    _, back = _strongest(pair, partner, lent)
    return found, np.minimum(forth, back)


def _strongest(pair: Array, via: Array, lent: Array) -> tuple[Array, Array]:
    """S of each pair: its best helper, and half of the next two.

    Returns:
        The distinct pairs, sorted, and m1 + (m2 + m3) // 2 over distinct `via`.
    """
    order = np.lexsort((-lent, via, pair))
    pair, via, lent = pair[order], via[order], lent[order]
    best = np.ones(len(pair), np.bool_)
    best[1:] = (pair[1:] != pair[:-1]) | (via[1:] != via[:-1])
    pair, lent = pair[best], lent[best]
    order = np.lexsort((-lent, pair))
    pair, lent = pair[order], lent[order]
    head = np.ones(len(pair), np.bool_)
    head[1:] = pair[1:] != pair[:-1]
    start = np.flatnonzero(head)
    rank = np.arange(len(pair)) - np.repeat(start, np.diff([*start, len(pair)]))
    more = np.where((rank == 1) | (rank == 2), lent, 0)
    extra = np.add.reduceat(more, start)
    total: Array = lent[start] + extra // 2
    return pair[start], total
