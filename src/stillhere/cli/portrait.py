"""One person with the evidence, as tables for a terminal."""

from stillhere.cli import words
from stillhere.cli.screen import heading, say, table
from stillhere.ledger import Entry, Household, Picture, join_households
from stillhere.places import Gazetteer
from stillhere.reports import ReportId

_CANDIDATES = 5
_DOUBT = 10_000
"""Millionths from which a doubtful candidate is worth a look."""


def person(picture: Picture, entry: Entry, gazetteer: Gazetteer) -> None:
    """Print what is known of a person and where each word of it comes from."""
    say(words.name(entry))
    for line in _facts(entry, gazetteer):
        say(line)
    heading("Evidence, by date")
    table(
        ("date", "what is said", "as written", "read from", "report"),
        [
            (
                word.date or "",
                words.event(word.event),
                _as_written(picture, word.report),
                words.origin(picture, word.report),
                word.report[: words.SHORT],
            )
            for word in entry.words
        ],
    )
    _links(picture, entry)
    _perhaps(picture, entry)
    _conflicts(picture, entry)
    _household(picture, entry)


def _facts(entry: Entry, gazetteer: Gazetteer) -> list[str]:
    since = f" since {entry.since}" if entry.since else ""
    where = f", {entry.where}" if entry.where else ""
    facts = [f"Status: {words.STATUS[entry.status]}{since}{where}"]
    if entry.death is not None:
        facts.append(f"Established by {entry.death.authority}, {entry.death.document}")
    if entry.listed:
        word = entry.last_word or "never"
        facts.append(f"Last word: {word}. Concern {entry.concern}: {words.why(entry)}")
    born = words.birth(entry.birth)
    sex = entry.sex.value if entry.sex else ""
    facts.append("Born: " + ", ".join(filter(None, (born or "not stated", sex))))
    if entry.home is not None:
        settlement = words.place(gazetteer, entry.home.settlement)
        facts.append(f"Home: {entry.home.text} ({settlement})")
    if entry.care:
        needs = ", ".join(words.code(note.care.value) for note in entry.care)
        facts.append(f"Care: {needs}")
    facts.append(f"Id: {entry.id}")
    return facts


def _as_written(picture: Picture, report: ReportId) -> str:
    mention = picture.evidence.mention(report)
    return "" if mention is None else mention.name.text


def _links(picture: Picture, entry: Entry) -> None:
    links = picture.evidence.links(entry.id)
    if not links:
        return
    heading("Why these are held for one person (bits of evidence for, minus against)")
    rows = []
    for link in links:
        told = picture.evidence.explain(link.a, link.b)
        parts = [
            f"{e.feature} {e.millibits / 1000:+.1f}"
            for e in told.evidence
            if e.millibits
        ]
        rows.append(
            (
                words.origin(picture, link.a),
                words.origin(picture, link.b),
                words.share(link.probability),
                ", ".join(parts),
            )
        )
    table(("one", "other", "probability", "evidence"), rows)


def _perhaps(picture: Picture, entry: Entry) -> None:
    """Mentions that may be the same person and are not held for one."""
    best: dict[ReportId, int] = {}
    for member in entry.members:
        for other in picture.evidence.candidates(member, _CANDIDATES):
            if not other.accepted and other.probability >= _DOUBT:
                known = best.get(other.mention, 0)
                best[other.mention] = max(known, other.probability)
    ranked = sorted((-p, m) for m, p in best.items() if m not in entry.members)
    if not ranked:
        return
    heading("May be the same person, and is not held for one")
    table(
        ("name as written", "read from", "probability", "person"),
        [
            (
                _as_written(picture, mention),
                words.origin(picture, mention),
                words.share(-chance),
                picture.referent(mention)[: words.SHORT],
            )
            for chance, mention in ranked[:_CANDIDATES]
        ],
    )


def _conflicts(picture: Picture, entry: Entry) -> None:
    if not entry.conflicts:
        return
    heading("What does not agree (every side is kept)")
    table(
        ("about", "said", "date", "read from"),
        [
            (words.code(c.kind), s.value, s.date or "", words.origin(picture, s.report))
            for c in entry.conflicts
            for s in c.sides
        ],
    )


def _household(picture: Picture, entry: Entry) -> None:
    known = picture.households.get(entry.household) if entry.household else None
    if known is None or known.size < 2:
        return
    heading(f"Household {known.text} of {known.source}")
    table(
        ("name", "born", "status", "id"),
        [
            (
                words.name(other),
                words.birth(other.birth),
                words.STATUS[other.status],
                other.id[: words.SHORT],
            )
            for other in (picture.entries[m] for m in known.members)
        ],
    )
    _other_lists(picture, known)


def _other_lists(picture: Picture, known: Household) -> None:
    """What other lists call this household, and whom they add or leave out."""
    groups = list(picture.households.values())
    people = set(known.members)
    for _ in range(2):  # those it shares people with, and those they do
        near = [g for g in groups if not people.isdisjoint(g.members)]
        people = {person for group in near for person in group.members}
    (joined,) = (j for j in join_households(near) if known in j.groups)
    for group in joined.groups:
        if group != known:
            both = len(set(group.members) & set(known.members))
            say(
                f"{group.source} groups {group.size} people as {group.text}, {both} of "
                f"them of this household."
            )
