"""What stands beside the figure: what it rests on, and what it cannot say."""

from stillhere.plan.rules import MILLION, PlanRules
from stillhere.plan.still_here.learned import Factor
from stillhere.plan.still_here.values import Assumption, Estimate
from stillhere.vocabulary import ENGLISH, Voice

_PERCENT = MILLION // 100
_THOUSAND = 1000

ASSUMPTIONS = {  # said to readers
    "nothing_known": "Nobody has said who lived here: without a list of residents, a "
    "table of buildings or a request nothing can be said of people not yet found.",
    "interval": "The number lies between the two in {percent} of 100 such cases, as far "
    "as what stands below holds.",
    "no_stop": "A low number is no reason to stop: no place is ever called clear, and a "
    "search ends by a report of a person who says why.",
    "rates": "Chances to have stayed, to be asked for and to be noticed are those of the "
    "public table of rates, and most of them are assumed. An error of {percent} per cent "
    "that all dwellings share is allowed for.",
    "learned": "Visits were compared with the table: {found} dwellings where somebody was "
    "met, {vain} where nobody answered. Its numbers are taken at {percent} per cent.",
    "not_visited": "No visit has been compared with the table yet.",
    "nobody_moves": "Nobody is taken to have moved, come back or died since the lists "
    "were made, except as reports say.",
    "the_dead": "The dead who are not yet found are in the number. People in hospitals "
    "and homes are not.",
    "seen_once": "Whoever a report names counts once. Of people met without a name the "
    "most that one visit met at a dwelling count; met at two dwellings, they count twice.",
    "on_a_list": "Known to a list are people whom a list of residents, a service list or "
    "a tracing request names, and people at a dwelling a call tells of.",
    "few_seen": "How many are known to no list follows from the table of rates alone: "
    "too few people were seen to compare the lists by them.",
    "two_lists": "How many are known to no list was also estimated from two lists that "
    "share people, as if each reached everybody alike: {people}, give or take {error}.",
    "loglinear": "How many are known to no list was also estimated from how calls, "
    "visits, tracing requests and lists of names overlap, as if lists reached people "
    "independently except where the overlap says otherwise: {people}, give or take "
    "{error}.",
    "lower_bound": "How many are known to no list was also estimated from how calls, "
    "visits, tracing requests and lists of names overlap. They share so few people that "
    "only a lower bound can be given: {people}, give or take {error}.",
    "alike": "Calls, requests and visits tend to reach the same people, which makes such "
    "an estimate too small. It takes the place of the table of rates only where it is "
    "clearly larger.",
    "places_apart": "Ranges of places do not add up to the range of the region: not all "
    "of them are at their upper end at once.",
}


def assumed(
    rules: PlanRules, learned: Factor, estimate: Estimate | None
) -> tuple[Assumption, ...]:
    """Every sentence that holds, the weightiest first."""
    share = rules.number("still_here", "interval") // _PERCENT
    common = rules.number("still_here", "common_error") // _PERCENT
    return (
        Assumption("no_stop"),
        Assumption("interval", (("percent", share),)),
        Assumption("rates", (("percent", common),)),
        _learned(learned),
        Assumption("on_a_list"),
        *_estimated(estimate),
        Assumption("nobody_moves"),
        Assumption("the_dead"),
        Assumption("seen_once"),
        Assumption("places_apart"),
    )


def sentence(assumption: Assumption, voice: Voice = ENGLISH) -> str:
    """An assumption in the words of a voice."""
    values = {name: voice.number(value) for name, value in assumption.values}
    return voice.text(ASSUMPTIONS[assumption.code]).format(**values)


def _learned(learned: Factor) -> Assumption:
    if not learned.found and not learned.vain:
        return Assumption("not_visited")
    percent = int(100 * learned.share + 0.5)
    values = (("found", learned.found), ("percent", percent), ("vain", learned.vain))
    return Assumption("learned", values)


def _estimated(estimate: Estimate | None) -> tuple[Assumption, ...]:
    if estimate is None:
        return (Assumption("few_seen"),)
    people, error = (
        (number + _THOUSAND // 2) // _THOUSAND
        for number in (estimate.people, estimate.error)
    )
    values = (("error", error), ("people", people))
    return Assumption(estimate.method, values), Assumption("alike")
