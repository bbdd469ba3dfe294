"""The proposed profile of a source: what its columns mean, to be shown and corrected.

Deterministic: told from the source's name, titles, headers and values alone.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stillhere.intake.assigned import Assigned, as_stated
from stillhere.intake.assignment import assign
from stillhere.intake.dates import read_date
from stillhere.intake.evidence import Values, month_first, scripts
from stillhere.intake.fitting import fitted
from stillhere.intake.name_order import name_order
from stillhere.intake.needs import NAMES, NEEDS, REGISTER_NEEDS
from stillhere.intake.purposes import BY_NAME, PURPOSES, Purpose
from stillhere.intake.reasons import (
    LISTS,
    ORDERS,
    Clause,
    On,
    Our,
    Reason,
    clause,
)
from stillhere.intake.words import fold, purpose_words
from stillhere.names import NameOrder
from stillhere.reports.profile import Column, Profile
from stillhere.vocabulary.fields import Field
from stillhere.vocabulary.kinds import ReportKind
from stillhere.vocabulary.languages import Language
from stillhere.vocabulary.people import PersonEvent
from stillhere.vocabulary.voice import worded

SAMPLE = 400
"""Rows whose values are looked at; keys are proved on all of them."""
UNSURE_OF_PURPOSE = worded("what the list is for")
_TITLE_POINTS = 4
_HEADER_POINTS = 2
_AZERI = frozenset("əƏğĞışŞçÇöÖüÜ")
_SOME = 0.2
_BY_SCRIPT = {"armenian": Language.HY, "cyrillic": Language.RU}


@dataclass(frozen=True, slots=True)
class Proposal:
    """A profile nobody has looked at yet.

    Attributes:
        profile: With `confirmed` false.
        reasons: One per column and per choice, in the order of the profile.
        unsure: What a person should look at first: headers and names of choices.
    """

    profile: Profile
    reasons: tuple[Reason, ...]
    unsure: tuple[str, ...]


def propose(  # noqa: PLR0913 (what is known of a source)
    source: str,
    header: Sequence[str],
    sample_rows: Sequence[Sequence[str]],
    *,
    titles: Sequence[str] = (),
    year: str | None = None,
    people: bool = False,
    stated: Mapping[str, Field] | None = None,
) -> Proposal:
    """Propose what the columns of a source mean and what it is for.

    Args:
        source: Its name; words such as "manifest" in it count.
        header: One name per column, different from each other.
        sample_rows: Rows of cells in the order of the header; the more the surer.
        titles: Texts above the header, and names of sheets.
        year: Year of the operation, ``2023``; it dates ages where a list has no date.
        people: It is known to be a list of people; only which sort is asked.
        stated: Header to meaning, where a person says so.
    """
    columns = as_stated(_columns(header, sample_rows), stated or {})
    choice = _purpose([source, *titles], columns, people=people)
    columns = fitted(columns, choice.kind)
    register, why_register = _register(choice.purpose, [source, *titles], columns)
    language, why_language = _language(columns)
    order, why_order = _order(columns)
    date, why_date = _list_date([*titles, source], columns, year)
    profile = Profile(
        source=source,
        kind=choice.kind,
        columns=tuple(Column(c.header, c.field) for c in columns),
        language=language,
        name_order=order,
        once=choice.purpose.once if choice.purpose else False,
        register=register,
        event=choice.event,
        date=date,
        month_first=month_first([c.values for c in columns]) or False,
    )
    reasons = [Reason(c.why, c.header, c.field) for c in columns]
    whole = (choice.why, why_register, why_language, why_order, why_date)
    reasons += [Reason((why,)) for why in whole if why is not None]
    unsure = [c.header for c in columns if not c.sure and c.values.cells]
    unsure += [] if choice.sure else [UNSURE_OF_PURPOSE]
    return Proposal(profile, tuple(reasons), tuple(unsure))


def names_spelt(columns: Sequence[Assigned]) -> tuple[Language | None, NameOrder]:
    """Language and order of the names in these columns; None and unknown if mixed."""
    return _language(columns)[0], _order(columns)[0]


def _columns(header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[Assigned]:
    width = len(header)
    sample = [[*row[:width], *[""] * (width - len(row))] for row in rows[:SAMPLE]]
    columns = [Values.of([row[i] for row in sample]) for i in range(width)]
    unique = [_unique(rows, i) if c.unique else False for i, c in enumerate(columns)]
    return assign(header, columns, unique)


def _unique(rows: Sequence[Sequence[str]], place: int) -> bool:
    seen = {row[place].strip() if place < len(row) else "" for row in rows}
    return len(seen) == len(rows) and "" not in seen


@dataclass(frozen=True, slots=True)
class _Choice:
    """What the list is for, and the sentence that says why."""

    purpose: Purpose | None
    kind: ReportKind
    event: PersonEvent | None
    why: Clause
    sure: bool


def _purpose(
    texts: Sequence[str], columns: Sequence[Assigned], *, people: bool
) -> _Choice:
    fields = {c.field for c in columns}
    points = _word_points(texts, _TITLE_POINTS)
    headers = _word_points([c.header for c in columns], _HEADER_POINTS)
    for name in headers:
        points[name] += _HEADER_POINTS
    for purpose in PURPOSES:
        for field, count in purpose.signs:
            points[purpose.name] += count * (field in fields)
    ranked = sorted(
        (-points[p.name], place)
        for place, p in enumerate(PURPOSES)
        if _possible(p, fields) and (p.kind is ReportKind.PERSON or not people)
    )
    if not ranked or -ranked[0][0] < 2:
        return _nothing_known(fields, people=people)
    purpose = PURPOSES[ranked[0][1]]
    kind = purpose.kind
    if kind is ReportKind.REMAINS and Field.CODE not in fields:
        kind = ReportKind.PERSON
    lead = ranked[1][0] - ranked[0][0] if len(ranked) > 1 else _TITLE_POINTS
    words = worded("It is read as a {list}: its words and columns fit best.")
    why = clause(words, list=Our(LISTS[purpose.name]))
    return _Choice(purpose, kind, purpose.event, why, sure=lead >= 2)


def _word_points(texts: Sequence[str], each: int) -> Counter[str]:
    """Points for each purpose whose words stand in a text; more for longer words."""
    points: Counter[str] = Counter()
    for text in texts:
        rest = f" {fold(text)} "
        for phrase, purpose, _ in purpose_words():
            if f" {phrase} " in rest:
                points[purpose] += each + len(phrase.split()) - 1
                rest = rest.replace(f" {phrase} ", "  ")
    return points


def _possible(purpose: Purpose, fields: set[Field]) -> bool:
    needs = NEEDS.get(purpose.kind)
    if purpose.name == "morgue":
        return bool(fields & {Field.CODE, *NAMES})
    return needs is None or any(field in fields for field in needs)


def _nothing_known(fields: set[Field], *, people: bool) -> _Choice:
    named = people or fields & {*NAMES, Field.DOCUMENT}
    kind = ReportKind.PERSON if named else ReportKind.CALL
    event = PersonEvent.RESIDENT if kind is ReportKind.PERSON else None
    why = clause(worded("Nothing tells what the list is for."))
    return _Choice(None, kind, event, why, sure=False)


def _register(
    purpose: Purpose | None, texts: Sequence[str], columns: Sequence[Assigned]
) -> tuple[bool, Clause | None]:
    """A complete register of residents: called one, with household, home and birth."""
    if purpose is not BY_NAME["register"]:
        return False, None
    if not _word_points(texts, _TITLE_POINTS)["register"]:
        words = worded("It is not taken as a complete register: no title calls it one.")
        return False, clause(words)
    fields = {c.field for c in columns}
    if all(any(f in fields for f in needs) for needs in REGISTER_NEEDS):
        words = worded(
            "It is taken as a complete register: household, address and birth."
        )
        return True, clause(words)
    words = worded("It is not taken as a complete register: it lacks columns of one.")
    return False, clause(words)


def _language(columns: Sequence[Assigned]) -> tuple[Language | None, Clause | None]:
    """By the script of the names; Latin letters by the words of the header."""
    named = [c.values for c in columns if c.field in NAMES]
    counts = scripts(named)
    counts.pop("none", None)
    total = sum(counts.values())
    spoken = Counter(c.language for c in columns if c.language)
    header = min(spoken, key=lambda k: (-spoken[k], k), default="")
    if not total:
        by_header = clause(worded("Language by its header."))
        return (Language(header), by_header) if header else (None, None)
    script = min(counts, key=lambda k: (-counts[k], k))
    if counts[script] < 0.9 * total:
        return None, clause(worded("Names are written in several scripts."))
    if script == "latin":
        cells = [c for v in named for c in v.cells]
        azeri = sum(not _AZERI.isdisjoint(c) for c in cells) >= _SOME * len(cells)
        language: Language | None = (
            Language.AZ if azeri or header == "az" else Language.EN
        )
    else:
        language = _BY_SCRIPT.get(script)
    by_letters = clause(worded("Language by the letters of the names."))
    return language, by_letters if language else None


def _order(columns: Sequence[Assigned]) -> tuple[NameOrder, Clause | None]:
    for column in columns:
        if column.field is Field.NAME:
            order, by = name_order(column.header, column.values.cells)
            words = worded("Order of the names: {order} ({by}).")
            return order, clause(words, order=Our(ORDERS[order]), by=by)
    return NameOrder.UNKNOWN, None


def _list_date(
    texts: Sequence[str], columns: Sequence[Assigned], year: str | None
) -> tuple[str | None, Clause | None]:
    """The first full date in the titles or the name of the source.

    A list of ages without any date is of the year of the operation, no nearer.
    """
    for text in texts:
        date = read_date(text.replace("_", " "))
        if date is not None and date.day:
            words = worded("The list is of {day}: its title or name says so.")
            return date.iso, clause(words, day=On(date.iso))
    fields = {c.field for c in columns}
    if year and Field.AGE in fields and Field.DATE not in fields:
        words = worded("Its ages are taken as of {year}, the year of the operation.")
        return year, clause(words, year=year)
    return None, None
