"""Rows of a file of decisions: what each says, or why it is left out."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from stillhere.cli.clock import checked
from stillhere.desk.access import Act, may, roles_among
from stillhere.errors import Finding, StillHereError
from stillhere.intake.caps import Caps
from stillhere.intake.delimited import read_delimited
from stillhere.intake.workbook import is_workbook, read_workbook
from stillhere.ledger import MentionId, Picture
from stillhere.reports import ReportId
from stillhere.reports.statements import JudgementKind
from stillhere.vocabulary import Scope

NEEDED = ("mention_a", "mention_b", "judgement")
_OWN = (*NEEDED, "who", "when", "note")
_BEGINNING = re.compile(r"[0-9a-f]{8,32}")


@dataclass(frozen=True, slots=True)
class Decision:
    """One row that can be stored.

    Attributes:
        row: Its line in the file.
        pair: The two mentions, sorted.
        judgement: What was decided.
        who: The name under which the person signs in.
        when: ISO date or time; empty where none is stated.
        note: Why, in words.
    """

    row: int
    pair: tuple[MentionId, MentionId]
    judgement: JudgementKind
    who: str
    when: str
    note: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the file that states a decision: line number, and cell by column."""

    line: int
    cells: Mapping[str, str]


def rows_of(path: Path) -> list[Row]:
    """The filled-in lines of a file of decisions; CSV or a workbook.

    Raises:
        StillHereError: It cannot be read, a column is missing, or nothing is decided.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise StillHereError("cli/file-failed", path=path, reason=reason) from error
    caps = Caps()
    if is_workbook(data, path.name):
        sheets = read_workbook(data, path.name, caps)
    else:
        sheets = read_delimited(data, path.name, caps)
    lines = sheets[0].rows if sheets else [(1, [])]
    found = [row for row in _rows(path, lines) if row.cells["judgement"]]
    if not found:
        raise StillHereError("cli/decision-no-rows", path=path)
    return found


def _rows(path: Path, lines: Sequence[tuple[int, list[str]]]) -> Iterator[Row]:
    _, first = lines[0]
    place = {name.strip().casefold(): n for n, name in enumerate(first)}
    for name in NEEDED:
        if name not in place:
            raise StillHereError("cli/decision-no-column", path=path, text=name)
    for line, cells in lines[1:]:
        at = {name: place.get(name, len(cells)) for name in _OWN}
        known = {n: cells[i].strip() if i < len(cells) else "" for n, i in at.items()}
        yield Row(line, known)


class Reader:
    """Reads rows in the light of one picture.

    Args:
        picture: What the decisions are about.
        who: Who decided where a row does not say so.
        accounts: Codes of roles, by the name somebody signs in with; where there are
            any, nobody else decides, nor whose roles may not at the desk.
    """

    def __init__(
        self,
        picture: Picture,
        who: str = "",
        accounts: Mapping[str, Sequence[str]] = MappingProxyType({}),
    ) -> None:
        self._picture = picture
        self._who = who
        self._accounts = accounts
        self._seen: dict[tuple[object, ...], int] = {}

    def read(self, rows: Iterable[Row]) -> Iterator[Decision | Finding]:
        """What each row says, or why it is left out; in their order."""
        for row in rows:
            try:
                yield self._decision(row)
            except StillHereError as error:
                yield Finding.of(error.code, **error.values)

    def _decision(self, row: Row) -> Decision:
        cells, line = row.cells, row.line
        said = cells["judgement"].casefold()
        if said not in set(JudgementKind):
            raise StillHereError("cli/decision-no-judgement", row=line, text=said)
        who = self._signed(cells["who"] or self._who, line)
        mentions = [self._mention(cells[n], line) for n in ("mention_a", "mention_b")]
        a, b = sorted(mentions)
        judgement = JudgementKind(said)
        self._check(a, b, judgement, line)
        when = _moment(cells["when"], line)
        before = self._seen.setdefault((a, b, who.casefold()), line)
        if before != line:
            raise StillHereError("cli/decision-twice", row=line, first=before)
        return Decision(line, (a, b), judgement, who, when, cells["note"])

    def _signed(self, who: str, line: int) -> str:
        """As whom the person signs in, in the spelling of the account."""
        if not who:
            raise StillHereError("cli/decision-nobody", row=line)
        if not self._accounts:
            return who
        alike = [one for one in self._accounts if one.casefold() == who.casefold()]
        named = [who] if who in self._accounts else alike
        if len(named) != 1:
            raise StillHereError("cli/decision-no-account", row=line)
        held = roles_among(self._accounts[named[0]])
        if not may(held, Act.DECIDE, Scope.OPERATIONS):
            raise StillHereError("cli/decision-may-not", row=line)
        return named[0]

    def _check(
        self, a: MentionId, b: MentionId, judgement: JudgementKind, line: int
    ) -> None:
        if a == b:
            raise StillHereError("cli/decision-same-mention", row=line)
        same = judgement is JudgementKind.SAME
        if same and self._picture.evidence.explain(a, b).forbidden:
            raise StillHereError("cli/decision-one-list", row=line)

    def _mention(self, text: str, line: int) -> MentionId:
        """The mention in force that an id, its beginning, or source and row name."""
        found = self._named(text)
        if not found:
            raise StillHereError("cli/decision-unknown-mention", row=line, text=text)
        if len(found) > 1:
            raise StillHereError("cli/decision-several-mentions", row=line, text=text)
        return found[0]

    def _named(self, text: str) -> list[MentionId]:
        if _BEGINNING.fullmatch(text.casefold()):
            begins = text.casefold()
            if ReportId(begins) in self._mentions:
                return [ReportId(begins)]
            return [m for m in self._mentions if m.startswith(begins)]
        return self._by_row.get(text, [])

    @cached_property
    def _mentions(self) -> dict[MentionId, None]:
        """Every mention in force."""
        members = (m for e in self._picture.entries.values() for m in e.members)
        return dict.fromkeys(members)

    @cached_property
    def _by_row(self) -> dict[str, list[MentionId]]:
        """Mentions by source or file, a colon, and the row."""
        found: dict[str, list[MentionId]] = defaultdict(list)
        for mention in self._mentions:
            report = self._picture.evidence.report(mention)
            origin = self._picture.evidence.provenance(mention)
            if report is not None and origin is not None:
                for name in {report.source, origin.file}:
                    found[f"{name}:{origin.row}"].append(mention)
        return found


def _moment(text: str, line: int) -> str:
    try:
        return checked(text) if text else ""
    except StillHereError as error:
        raise StillHereError("cli/decision-date", row=line, text=text) from error
