"""A picture kept as bytes comes back as itself."""

import json
import struct
import zlib
from hashlib import blake2b

import pytest

from stillhere.errors import StillHereError
from stillhere.ledger import Picture
from stillhere.pipeline import (
    Rules,
    build,
    from_bytes,
    moved,
    resumed,
    to_bytes,
    update,
)
from stillhere.pipeline.evidence import evidence_of
from stillhere.pipeline.shapes import shapes
from stillhere.reports import Provenance, Report
from stillhere.vocabulary import ReportKind
from tests.pipeline.lists import (
    AS_OF,
    RULES,
    correction,
    entry,
    erasure,
    judged,
    withdrawal,
)
from tests.properties.machine_town import CLAIMS, LISTED, PROFILE_REPORTS

DECIDED = (
    judged("same", LISTED[0], LISTED[9]),
    judged("different", LISTED[1], LISTED[10]),
    correction(LISTED[2], {"Family": "Galstyan"}),
    withdrawal(LISTED[3].id),
    erasure([LISTED[4]], "3"),
    entry(ReportKind.DEATH, {"person": LISTED[5].id, "authority": "court"}),
    entry(ReportKind.CLOSING, {"target": CLAIMS[-1].id}),
)
REPORTS: tuple[Report, ...] = (*CLAIMS, *PROFILE_REPORTS[:4], *DECIDED)
READ = tuple(Provenance(r.id, "list.csv", "", n) for n, r in enumerate(REPORTS, 2))


@pytest.fixture(scope="module")
def picture() -> Picture:
    return build(REPORTS, RULES, AS_OF, provenance=READ)


@pytest.fixture(scope="module")
def kept(picture: Picture) -> bytes:
    return to_bytes(picture)


def test_it_is_the_same_in_everything_it_says(picture: Picture, kept: bytes) -> None:
    back = from_bytes(kept, RULES)
    assert back.digest == picture.digest
    for part in ("entries", "households", "places", "sources", "statements"):
        mine, theirs = getattr(back, part), getattr(picture, part)
        assert list(mine.items()) == list(theirs.items())
        assert mine.digest == theirs.digest
    assert dict(back.referents) == dict(picture.referents)
    assert back.findings == picture.findings
    assert back.changes(picture) == picture.changes(back) == picture.changes(picture)
    for name in ("people", "listed", "visits", "conflicts", "asked_for"):
        assert back.count(name) == picture.count(name)
    assert back.without_word() == picture.without_word()


def test_the_evidence_behind_it_is_the_same(picture: Picture, kept: bytes) -> None:
    mine, theirs = from_bytes(kept, RULES).evidence, picture.evidence
    mentions = [r.id for r in REPORTS if theirs.mention(r.id) is not None]
    assert len(mentions) > 10
    for report in REPORTS:
        assert mine.report(report.id) == theirs.report(report.id)
        assert mine.statement(report.id) == theirs.statement(report.id)
        assert mine.mention(report.id) == theirs.mention(report.id)
        assert mine.provenance(report.id) == theirs.provenance(report.id)
    for mention in mentions:
        assert mine.links(mention) == theirs.links(mention)
        assert mine.candidates(mention, 9) == theirs.candidates(mention, 9)
        for other in mentions[:5]:
            if other != mention:
                assert mine.explain(mention, other) == theirs.explain(mention, other)
    for text in ("Saroyan", "Петросян", "097123451"):
        assert mine.search(text, 9) == theirs.search(text, 9)


def test_updated_it_gives_what_a_build_gives(picture: Picture) -> None:
    for cut in range(0, len(REPORTS), 5):
        early = build(REPORTS[:cut], RULES, AS_OF)
        later = resumed(to_bytes(early), RULES, AS_OF, REPORTS[cut:])
        assert later == picture


def test_kept_again_it_gives_the_same_bytes(kept: bytes) -> None:
    assert to_bytes(from_bytes(kept, RULES)) == kept


def test_an_empty_picture_is_kept_too() -> None:
    empty = from_bytes(to_bytes(build([], RULES, AS_OF)), RULES)
    assert empty == build([], RULES, AS_OF)
    assert update(empty, REPORTS) == build(REPORTS, RULES, AS_OF)


def test_a_kept_picture_stays_readable_and_can_be_updated_twice(kept: bytes) -> None:
    first = from_bytes(kept, RULES)
    one = update(first, [withdrawal(LISTED[0].id)])
    two = update(first, [withdrawal(LISTED[1].id)])
    assert one == build([*REPORTS, withdrawal(LISTED[0].id)], RULES, AS_OF)
    assert two == build([*REPORTS, withdrawal(LISTED[1].id)], RULES, AS_OF)


def test_it_is_resumed_at_a_later_date(kept: bytes) -> None:
    for later in ("2023-12-31", "2024-02-01", "2023-01-01"):
        again = resumed(kept, RULES, later, [withdrawal(LISTED[0].id)])
        assert again == build([*REPORTS, withdrawal(LISTED[0].id)], RULES, later)


def test_only_the_newest_of_a_line_can_be_kept(kept: bytes) -> None:
    first = from_bytes(kept, RULES)
    update(first, [withdrawal(LISTED[0].id)])
    with pytest.raises(ValueError, match="only the newest"):
        to_bytes(first)


def test_a_name_that_was_erased_is_not_in_the_bytes() -> None:
    whole = build((*CLAIMS, *PROFILE_REPORTS[:4]), RULES, AS_OF)
    theirs = [r for r in CLAIMS if "Hakobyan" in r.body]
    before = b"".join(_parts(to_bytes(whole))).lower()
    after = b"".join(_parts(to_bytes(update(whole, [erasure(theirs, "")])))).lower()
    assert b"hakob" in before
    assert b"hakob" not in after


@pytest.mark.parametrize("share", [0.0, 0.001, 0.3, 0.7, 0.999])
def test_any_damage_is_told_in_a_sentence(kept: bytes, share: float) -> None:
    at = int(share * (len(kept) - 1))
    changed = kept[:at] + bytes([kept[at] ^ 1]) + kept[at + 1 :]
    for damaged in (changed, kept[:at]):
        with pytest.raises(StillHereError) as told:
            from_bytes(damaged, RULES)
        assert told.value.code == "pipeline/snapshot-damaged"


def test_other_rules_are_told_in_a_sentence(kept: bytes) -> None:
    with pytest.raises(StillHereError) as told:
        from_bytes(kept, Rules.shipped(population=7))
    assert told.value.code == "pipeline/snapshot-other-rules"


def test_another_program_is_told_in_a_sentence(
    kept: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("stillhere.pipeline.resuming.program", lambda: "another")
    with pytest.raises(StillHereError) as told:
        from_bytes(kept, RULES)
    assert told.value.code == "pipeline/snapshot-other-program"


def test_every_attribute_is_kept_or_given(picture: Picture) -> None:
    """Whoever adds an attribute to a keeper says here what becomes of it."""
    given = {
        "book": {"as_of", "_standing"},
        "readings": {"book", "_profiles"},
        "sources": {"_readings"},
        "decisions": {"_book"},
        "people": {"facts", "remainders", "_rules", "_year", "_heads_of"},
        "grounds": {"_dirty"},
    }
    bench = evidence_of(picture).bench
    own = {"rules", "as_of", "program", "log", "places", "index", "_book_findings"}
    assert vars(bench).keys() == own | given.keys() | {"engine"}
    for name, attributes in given.items():
        keeper = getattr(bench, name)
        assert vars(keeper).keys() - set(keeper.HELD) == attributes
        assert set(keeper.HELD) < vars(keeper).keys()


def test_a_snapshot_can_make_values_alone(kept: bytes) -> None:
    """Bytes with a seal of their own can name no class outside the closed table."""
    assert {"Report", "Entry"} < shapes().keys()
    assert not {"Path", "Store", "BenchEvidence"} & shapes().keys()
    for other in (b'["Store",', b'["Finding",', b'["PersonEvent",', b'["",'):
        with pytest.raises(StillHereError) as told:
            from_bytes(_forged(kept, b'["Stamp",', other), RULES)
        assert told.value.code == "pipeline/snapshot-damaged"


def _parts(data: bytes) -> list[bytes]:
    head, body = _head(data)
    parts = []
    for size in head["sizes"]:
        parts.append(zlib.decompress(body[:size]))
        body = body[size:]
    return parts


def _head(data: bytes) -> tuple[dict[str, list[int]], bytes]:
    start = data.index(b"\n") + 1 + 16
    size = struct.unpack("<Q", data[start : start + 8])[0]
    end = start + 8 + size
    head: dict[str, list[int]] = json.loads(data[start + 8 : end])
    return head, data[end:]


def _forged(data: bytes, old: bytes, new: bytes) -> bytes:
    """The bytes with a head that says something else, and a seal that fits it."""
    start = data.index(b"\n") + 1
    size = struct.unpack("<Q", data[start + 16 : start + 24])[0]
    head, rest = data[start + 24 : start + 24 + size], data[start + 24 + size :]
    assert old in head
    head = head.replace(old, new)
    body = struct.pack("<Q", len(head)) + head + rest
    return data[:start] + blake2b(body, digest_size=16).digest() + body


def test_a_moved_picture_can_be_kept(picture: Picture) -> None:
    later = moved(build(REPORTS, RULES, AS_OF), "2023-12-30")
    assert from_bytes(to_bytes(later), RULES) == build(REPORTS, RULES, "2023-12-30")
    assert later != picture
