"""One cluster of mentions becomes one entry, before its household is looked at.

The one fold of the program: build runs it over every cluster, update over those that
changed. Pure; what it gives depends on nothing but its arguments.
"""

from collections.abc import Container, Mapping, Sequence
from typing import NamedTuple

from stillhere.identity import Cluster
from stillhere.intake.located import PlaceKey
from stillhere.ledger.described import conflicts_of_descriptions, home, line
from stillhere.ledger.entry import Entry
from stillhere.ledger.mention import Mention, SourceFacts
from stillhere.ledger.parts import (
    Ask,
    CareNote,
    Conflict,
    Death,
    MentionId,
    NameAs,
    Word,
)
from stillhere.ledger.rules import CLAIMS, EVENT_STATUS, GONE, LedgerRules
from stillhere.ledger.standing import conflicts_of_words, deciding
from stillhere.ledger.ties import Membership, company, memberships, support
from stillhere.reports import ReportId
from stillhere.vocabulary import Care, PersonEvent, Status

_NO_WORD = CLAIMS - {PersonEvent.SEEN} | {PersonEvent.DEAD}
"""Events that are no word of the person: nobody says to have met them."""

_CARE_ORDER = {care: place for place, care in enumerate(Care)}


class Base(NamedTuple):
    """An entry as its own mentions have it, and what its household must know.

    Attributes:
        entry: Status as the words have it; nobody alone or dependent yet.
        claimed: Whether somebody makes them a person to account for.
        households: Groups of registers the person stands in, sorted.
        parties: Groups of other lists, sorted.
        company: With whom the words behind a departure put them: groups, else vehicles,
            else whole lists; empty for who has not left.
    """

    entry: Entry
    claimed: bool
    households: tuple[Membership, ...]
    parties: tuple[Membership, ...]
    company: tuple[str, ...]

    @property
    def accounted(self) -> bool:
        """Whether there is word of them, however weak."""
        return not self.entry.status.listed

    @property
    def dwelling(self) -> PlaceKey:
        """The dwelling they count in; empty where no address is stated."""
        return self.entry.home.dwelling if self.entry.home else PlaceKey("")


class Facts(NamedTuple):
    """What stands outside the cluster and may bear on it.

    Attributes:
        sources: By name; every source of a mention is in it.
        deaths: Established, by the mention they name.
        closed: Tracing requests and calls whose search a person has closed.
    """

    sources: Mapping[str, SourceFacts]
    deaths: Mapping[MentionId, Sequence[Death]]
    closed: Container[ReportId]


class Told(NamedTuple):
    """What a cluster says, laid out.

    Attributes:
        ordered: Mentions in order of preference.
        words: By date and report.
        word: The one behind the status, or None.
        death: Established, or None.
    """

    ordered: Sequence[Mention]
    words: Sequence[Word]
    word: Word | None
    death: Death | None


def fold(
    cluster: Cluster, mentions: Sequence[Mention], facts: Facts, rules: LedgerRules
) -> Base:
    """The entry of one cluster.

    Args:
        cluster: Members and the links that hold them.
        mentions: One per member, in the order of `cluster.members`.
        facts: Sources, deaths and closed searches.
        rules: Precedence.
    """
    words = _words(mentions)
    told = Told(
        _by_preference(mentions, facts.sources),
        words,
        deciding(words, rules),
        _death(cluster, facts),
    )
    return Base(
        _entry(cluster, told, facts),
        any(w.event in CLAIMS for w in words),
        *memberships(mentions, facts.sources),
        company(mentions, told.word),
    )


def _by_preference(
    mentions: Sequence[Mention], sources: Mapping[str, SourceFacts]
) -> Sequence[Mention]:
    """Registers first, then source and id: a stated order, not one of arrival."""
    if len(mentions) == 1:
        return mentions
    return sorted(
        mentions,
        key=lambda m: (
            not sources[m.said.source].register,
            m.said.source,
            m.said.report,
        ),
    )


def _words(mentions: Sequence[Mention]) -> list[Word]:
    words = [
        Word(m.said.event, m.said.date, m.said.source, m.said.report) for m in mentions
    ]
    if len(words) > 1:
        words.sort(key=lambda w: (w.date or "", w.report))
    return words


def _death(cluster: Cluster, facts: Facts) -> Death | None:
    if not facts.deaths:
        return None
    found = [d for m in cluster.members for d in facts.deaths.get(m, ())]
    return max(found, key=lambda d: (d.date or "", d.report), default=None)


def _entry(cluster: Cluster, told: Told, facts: Facts) -> Entry:
    ordered, words, word, death = told
    birth = next((m.said for m in ordered if m.said.birth is not None), None)
    sex = next((m.said for m in ordered if m.said.sex is not None), None)
    origin = next((m for m in ordered if m.origin), None)
    found = (("birth", birth), ("sex", sex), ("origin", origin and origin.said))
    names = _names(ordered)
    since, where = _since(told)
    lists, strong = support(cluster, words, word, facts.sources)
    return Entry(
        id=cluster.id,
        status=_status(word, death),
        probable=None,
        since=since,
        where=where,
        name=names[0].text if names else "",
        names=names,
        birth=birth.birth if birth else None,
        sex=sex.sex if sex else None,
        home=home(ordered),
        origin=origin.origin if origin else "",
        household=None,
        care=_care(ordered),
        alone=False,
        dependent=False,
        asked_for=_asks(ordered, facts.closed),
        last_word=_last_word(words),
        words=tuple(words),
        death=death,
        conflicts=_conflicts(told),
        lists=lists,
        strong=strong,
        concern=0,
        reasons=(),
        taken=tuple((name, said.report) for name, said in found if said is not None),
    )


def _last_word(words: Sequence[Word]) -> str | None:
    dates = [w.date for w in words if w.date and w.event not in _NO_WORD]
    return max(dates, default=None)


def _status(word: Word | None, death: Death | None) -> Status:
    if death is not None:
        return Status.DECEASED
    return Status.UNACCOUNTED if word is None else EVENT_STATUS[word.event]


def _since(told: Told) -> tuple[str | None, str]:
    """Date and place of the word behind the status."""
    word = told.word
    if told.death is not None:
        return told.death.date, ""
    if word is None:
        return None, ""
    said = next(m.said for m in told.ordered if m.said.report == word.report)
    if EVENT_STATUS[word.event] in GONE:
        return word.date, said.destination
    return word.date, said.destination or line(said.place)


def _names(ordered: Sequence[Mention]) -> tuple[NameAs, ...]:
    names: dict[str, NameAs] = {}
    for mention in ordered:
        said = mention.said
        text = said.name.text
        if text and text not in names:
            names[text] = NameAs(text, said.name.language, said.source, said.report)
    return tuple(names.values())


def _care(ordered: Sequence[Mention]) -> tuple[CareNote, ...]:
    notes = [
        CareNote(care, m.said.date, m.said.report)
        for m in ordered
        for care in m.said.care
    ]
    if not notes:
        return ()
    notes.sort(key=lambda n: (_CARE_ORDER[n.care], n.date or "", n.report))
    first = {note.care: note for note in reversed(notes)}
    return tuple(first[care] for care in Care if care in first)


def _asks(ordered: Sequence[Mention], closed: Container[ReportId]) -> tuple[Ask, ...]:
    asks = [
        Ask(m.ask, m.said.date, m.said.source, m.said.report)
        for m in ordered
        if m.ask and m.said.report not in closed
    ]
    return tuple(sorted(asks, key=lambda a: (a.date or "", a.report)))


def _conflicts(told: Told) -> tuple[Conflict, ...]:
    found = list(conflicts_of_words(told.words, told.death, told.word))
    if len(told.ordered) > 1:
        found += conflicts_of_descriptions([m.said for m in told.ordered])
    return tuple(sorted(found, key=lambda c: c.kind))
