"""What is believed of one dwelling, by which numbers and which reports.

The dwelling is weighed on the scales that every dwelling is weighed on. Whether anybody
asks for somebody is weighed and not told: neither counted here nor among the reports.
"""

from collections.abc import Iterator
from typing import NamedTuple

from stillhere.ledger import Entry, Picture, PlaceKey
from stillhere.plan.atlas import Atlas
from stillhere.plan.belief import Belief, Door
from stillhere.plan.believing.believer import Believer
from stillhere.plan.believing.members import Home, helped_by
from stillhere.plan.believing.weighing import Evidence, weigh
from stillhere.plan.household import LINKED, NO_WORD, STRONG
from stillhere.plan.rules import MILLION, PlanRules
from stillhere.plan.sources import shipped_sources
from stillhere.plan.visits import Detection, met
from stillhere.reports import ReportId
from stillhere.reports.statements import TracingRequest

_TRIED = ("stayed", "word", "found")
"""Sections whose numbers are halved one by one. Never ``asked``: it would tell who asks."""


class HomeTold(NamedTuple):
    """One household as it is weighed.

    Attributes:
        size: Its people, those known to be somewhere included.
        people: Of them, who may still be there.
        silent: Of these, without any word.
        linked: With one list that may name them.
        strong: With word that is almost never wrong.
        older: Of the age from which people count as older.
        needs_help: Disabled, in a wheelchair or bedridden.
        company: Unregistered people who arrived with one of them; None for no company.
        expected: Of them still there, millionths; 0 where somebody was met.
    """

    size: int
    people: int
    silent: int
    linked: int
    strong: int
    older: int
    needs_help: int
    company: int | None
    expected: int


class Rate(NamedTuple):
    """One number of the table that bears on a dwelling.

    Attributes:
        section, name: Where it stands in the table.
        number: As it is.
        source: The comment beside it; empty for none.
        halved: People expected there if it were half as large, millionths.
    """

    section: str
    name: str
    number: int
    source: str
    halved: int


class Explained(NamedTuple):
    """What is believed of one dwelling, and by what.

    Attributes:
        door: The belief.
        homes: Households and people of it who may still be there.
        elsewhere: People who are expected there and whose home it is not, millionths.
        called: How much likelier what was and was not called is, if somebody is there;
            millionths.
        missed: The chance that all visits missed who is there, millionths.
        met: Somebody was met there: no door of the search any more.
        rates: Numbers that would change the belief, in the order of the table.
        cites: Reports, sorted; never requests.
    """

    door: Door
    homes: tuple[HomeTold, ...]
    elsewhere: int
    called: int
    missed: int
    met: bool
    rates: tuple[Rate, ...]
    cites: tuple[ReportId, ...]


def explain(
    picture: Picture, atlas: Atlas, rules: PlanRules, key: PlaceKey
) -> Explained:
    """What is believed of one dwelling, and by what.

    Args:
        picture: What is known.
        atlas: Every dwelling there is.
        rules: The public table of rates.
        key: Of a dwelling; one nobody is expected in has nothing to tell but its visits.

    Returns:
        The same numbers as `belief`. Cost: of weighing everything once; who has done so
        uses `explained`.
    """
    believer = Believer(picture, atlas, rules)
    return explained(believer, believer.belief(), (picture, rules), key)


def explained(
    believer: Believer,
    believed: Belief,
    at: tuple[Picture, PlanRules],
    key: PlaceKey,
) -> Explained:
    """The same for who holds a believer, its belief, and what both are of."""
    picture, rules = at
    evidence = believer.evidence(key)
    weighed, knocks = weigh(evidence, believer.scales(rules), Detection(rules))
    missed, _ = Detection(rules).missed(evidence.visits)
    of_homes = [sum(each) for each in weighed.people] or [0] * len(evidence.homes)
    homes = zip(evidence.homes, of_homes, strict=True)
    return Explained(
        Door(key, weighed.expected, weighed.weighted, weighed.chance, knocks),
        tuple(_told(home, expected) for home, expected in homes),
        weighed.expected - sum(of_homes),
        round(evidence.called * MILLION),
        round(missed * MILLION),
        met(evidence.visits),
        tuple(_rates(believer, evidence, rules, weighed.expected)),
        tuple(sorted({*_cites(picture, evidence), *believed.calls.get(key, ())})),
    )


def _told(home: Home, expected: int) -> HomeTold:
    members = home.case.members
    words = [member.word for member in members]
    return HomeTold(
        size=home.case.size,
        people=len(members),
        silent=words.count(NO_WORD),
        linked=words.count(LINKED),
        strong=words.count(STRONG),
        older=sum(member.old for member in members),
        needs_help=sum(member.needs_help for member in members),
        company=home.case.surplus,
        expected=expected,
    )


def _rates(
    believer: Believer, evidence: Evidence, rules: PlanRules, expected: int
) -> Iterator[Rate]:
    """Numbers that matter here: halved, they give another number of people."""
    told = shipped_sources()
    for section in _TRIED:
        for name, number in rules.tables[section].items():
            if not isinstance(number, int):
                continue
            other = rules.changed(section, **{name: number // 2})
            weighed, _ = weigh(evidence, believer.scales(other), Detection(other))
            if weighed.expected != expected:
                source = told.get((section, name), "")
                yield Rate(section, name, number, source, weighed.expected)


def _cites(picture: Picture, evidence: Evidence) -> Iterator[ReportId]:
    for home in evidence.homes:
        for person in home.people:
            said = _said_of(picture.entries[person])
            yield from (report for report in said if not _asks(picture, report))
    yield from (visit.report for visit in evidence.visits)


def _said_of(entry: Entry) -> Iterator[ReportId]:
    asking = {ask.report for ask in entry.asked_for}
    yield from (word.report for word in entry.words if word.report not in asking)
    yield from (note.report for note in helped_by(entry))


def _asks(picture: Picture, report: ReportId) -> bool:
    return isinstance(picture.statements.get(report), TracingRequest)
