"""What readers are told for the codes of the ledger, in English."""

_CONCERN = {  # said to readers
    "child_alone": "a child alone",
    "bedridden": "bedridden",
    "power": "depends on power",
    "medicine": "depends on medicine",
    "alone": "alone",
    "medical": "needs medical care",
    "disabled": "has a disability",
    "old_age": "75 or older",
    "seen_there": "seen there",
    "no_word_at_all": "no word at all",
    "asked_for": "asked for",
    "no_address": "no address known",
}
_CONFLICTS = {  # said to readers
    "birth": "the birth",
    "sex": "the sex",
    "status": "where they are",
    "order": "the order of events",
    "reported_dead": "reported dead",
    "after_death": "word after a death was established",
    "seen_after_leaving": "seen after leaving",
}


def concern_words(reason: str) -> str:
    """What makes somebody of concern; raises KeyError for what no table knows."""
    return _CONCERN[reason]


def conflict_words(kind: str) -> str:
    """What does not agree; raises KeyError for what no table knows."""
    return _CONFLICTS[kind]
