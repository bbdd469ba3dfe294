"""What figures are called, and how each is counted, in one sentence."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stillhere.desk.figures import Asked
from stillhere.desk.naming import place_names
from stillhere.desk.wording import concern_words, in_words
from stillhere.ledger import PlaceKey
from stillhere.places import Gazetteer
from stillhere.vocabulary import PersonEvent, Status

Words = Mapping[str, str | Promise]

TITLES: Words = {
    "people": gettext_lazy("People"),
    "listed": gettext_lazy("Without word"),
    "listed_alone": gettext_lazy("Without word and alone"),
    "listed_dependent": gettext_lazy("Without word and dependent"),
    "registered": gettext_lazy("Registered residents"),
    "asked_for": gettext_lazy("Asked for"),
    "missing": gettext_lazy("Missing, sought in an open request"),
    "conflicts": gettext_lazy("People with conflicting reports"),
    "households": gettext_lazy("Households"),
    "settlements": gettext_lazy("Settlements"),
    "settlements_visited": gettext_lazy("Settlements visited"),
    "settlements_not_visited": gettext_lazy("Settlements not visited"),
    "dwellings": gettext_lazy("Dwellings"),
    "dwellings_visited": gettext_lazy("Dwellings visited"),
    "visits": gettext_lazy("Visits"),
    "calls": gettext_lazy("Calls"),
    "tracing_requests": gettext_lazy("Tracing requests"),
    "needs_open": gettext_lazy("Open needs"),
    "met": gettext_lazy("Known to be there"),
    "expected": gettext_lazy("May still be there, by the model"),
    "passenger_lists": gettext_lazy("Passenger lists"),
    "without_word": gettext_lazy("Without word"),
    Status.LEFT: gettext_lazy("Left, no arrival known"),
    Status.ARRIVED: gettext_lazy("Arrived"),
    Status.FOUND: gettext_lazy("Found"),
    Status.CHOSE_TO_STAY: gettext_lazy("Chose to stay"),
    Status.COULD_NOT_LEAVE: gettext_lazy("Could not leave"),
    Status.IN_CARE: gettext_lazy("In care"),
    Status.RETURNED: gettext_lazy("Returned"),
    Status.DECEASED: gettext_lazy("Deceased"),
    Status.UNACCOUNTED: gettext_lazy("No word yet"),
    Status.PROBABLY_ARRIVED: gettext_lazy("Probably arrived, still listed"),
}

HOW: Words = {
    "people": gettext_lazy(
        "Everybody whom at least one report in force names; reports held to be about "
        "one person count once."
    ),
    "listed": gettext_lazy(
        "People named as living or seen here of whom no report that is sure enough says "
        "where they are now. This is worked out, never typed in."
    ),
    "listed_alone": gettext_lazy(
        "People without word who live alone, or who are the only one of their household "
        "without word."
    ),
    "listed_dependent": gettext_lazy(
        "People without word who are 75 or older, have a need of care, or are a child "
        "alone."
    ),
    "registered": gettext_lazy(
        "People whom a list that is declared a register of residents names."
    ),
    "asked_for": gettext_lazy(
        "People about whom a tracing request or a call is open, with word of them or "
        "without."
    ),
    "missing": gettext_lazy(
        "People without word who are sought in a tracing request that is open."
    ),
    "conflicts": gettext_lazy(
        "People of whom reports say things that cannot all hold. Both sides are kept."
    ),
    "households": gettext_lazy("Households as registers of residents state them."),
    "settlements": gettext_lazy("Settlements that at least one report names."),
    "settlements_visited": gettext_lazy(
        "Settlements where a team spoke with a resident, or called through every street "
        "and waited. Visited is not searched."
    ),
    "settlements_not_visited": gettext_lazy(
        "Settlements that a report names and of which no report says that a team spoke "
        "with a resident or called through every street."
    ),
    "dwellings": gettext_lazy(
        "Dwellings and buildings that at least one report names."
    ),
    "dwellings_visited": gettext_lazy(
        "Dwellings where somebody knocked, looked in, entered or was met. Visited is not "
        "searched."
    ),
    "visits": gettext_lazy("Reports of a visit to a place or a dwelling."),
    "calls": gettext_lazy("Reports of a call that tells of a person or a place."),
    "tracing_requests": gettext_lazy("Requests of relatives that are in force."),
    "needs_open": gettext_lazy("Needs that no report calls met."),
    "expected": gettext_lazy(
        "People nobody has met who may still be there: an expectation by a public table "
        "of rates, not a count. It weighs the reports of everybody without word, and "
        "every call."
    ),
    "met": gettext_lazy(
        "People found, people who chose to stay and people who could not leave, by a "
        "report of them. There are at least so many."
    ),
    "passenger_lists": gettext_lazy(
        "Lists that name people who boarded or departed. Many people left in cars of "
        "their own and stand in none."
    ),
    "without_word": gettext_lazy(
        "People whose home is in this place and who are in the list without word."
    ),
    Status.LEFT: gettext_lazy(
        "People whom a list names as boarded or departed and no report as arrived."
    ),
    Status.ARRIVED: gettext_lazy("People whom a list of arrivals names, sure enough."),
    Status.FOUND: gettext_lazy("People whom a report says a team has found."),
    Status.CHOSE_TO_STAY: gettext_lazy(
        "People who were met and, by a report, want to stay."
    ),
    Status.COULD_NOT_LEAVE: gettext_lazy(
        "People who were met and, by a report, could not leave."
    ),
    Status.IN_CARE: gettext_lazy(
        "People whom a hospital or home names as in its care."
    ),
    Status.RETURNED: gettext_lazy("People of whom a report says that they returned."),
    Status.DECEASED: gettext_lazy(
        "People whose death the competent authority has established. No program and no "
        "list marks anybody as dead."
    ),
    Status.UNACCOUNTED: gettext_lazy(
        "People in the list without word for whom nothing points to an arrival."
    ),
    Status.PROBABLY_ARRIVED: gettext_lazy(
        "People a list of arrivals may name, on evidence too weak to take somebody alone, "
        "dependent or asked for off the list without word. They stay on it."
    ),
}


def title(asked: Asked, gazetteer: Gazetteer) -> str:
    """What a figure is called."""
    if asked.source:
        words = _("{source}: {event}")
        return words.format(
            source=asked.source, event=in_words(PersonEvent(asked.name))
        )
    if asked.reason:
        return _("Without word: {reason}").format(reason=concern_words(asked.reason))
    name = str(TITLES[asked.name])
    if asked.place:
        names = place_names(gazetteer, PlaceKey(asked.place))
        return _("{figure} in {place}").format(figure=name, place=names)
    return name


def how(asked: Asked) -> str:
    """How a figure is counted."""
    if asked.source:
        return _(
            "People this one source names so, by rows in force; reports held to be about "
            "one person count once. Figures of other sources are not in it."
        )
    if asked.reason:
        return _(
            "People without word for whom this gives concern. One person can stand in "
            "several such figures."
        )
    if asked.place:
        return " ".join((str(HOW[asked.name]), _("Only this place is counted.")))
    return str(HOW[asked.name])
