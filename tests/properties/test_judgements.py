"""A thousand judgements at random: what can hold holds, what cannot is told."""

import random
from collections import defaultdict
from dataclasses import dataclass

import pytest

from stillhere.exercise import make_world
from stillhere.identity import Index
from stillhere.intake import read_folder, read_world
from stillhere.ledger import Picture
from stillhere.pipeline import Rules, build, update
from stillhere.pipeline.evidence import evidence_of
from stillhere.plan import doubtful
from stillhere.reports import EXERCISE_KEY, Report, ReportId, Stamp, make_report
from stillhere.reports.statements import JudgementKind
from stillhere.reports.withdrawing import Signed, withdraw_reports
from stillhere.vocabulary import ReportKind

SEED = 5
AT = "2023-10-09"
OFFICERS = ("desk:anahit", "desk:armen", "desk:leyla")
SAME, DIFFERENT = JudgementKind.SAME, JudgementKind.DIFFERENT
CODE = "identity/judgement-cannot-hold"
Pair = tuple[ReportId, ReportId]


@dataclass(frozen=True, slots=True)
class Town:
    """A world before anybody judged, and judgements at random.

    Attributes:
        reports: Everything but the judgements.
        judgements: On likely pairs, on any two mentions, and on pairs judged already.
    """

    reports: tuple[Report, ...]
    judgements: tuple[Report, ...]
    rules: Rules
    as_of: str

    def built(self, *more: Report) -> Picture:
        """The picture with some more reports."""
        return build([*self.reports, *more], self.rules, self.as_of)


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory, whole: bool) -> Town:
    """The core world of Khankendi with 1,000 judgements; a small part of both."""
    folder = tmp_path_factory.mktemp("judged") / "town"
    scale, number = (1.0, 1000) if whole else (0.02, 120)
    make_world("khankendi", SEED, folder, core=True, scale=scale)
    world = read_world(folder)
    reports = read_folder(world.lists, key=world.operation.key).reports
    rules, as_of = Rules.of_world(world), str(world.operation.as_of)
    picture = build(reports, rules, as_of)
    return Town(reports, _at_random(picture, number), rules, as_of)


def _at_random(picture: Picture, number: int) -> tuple[Report, ...]:
    dice = random.Random(SEED)  # noqa: S311 (the same judgements every time)
    mentions = sorted(m for e in picture.entries.values() for m in e.members)
    likely = [(d.a, d.b) for d in doubtful(picture, number)]
    crowds = [e.members for e in picture.entries.values() if len(e.members) > 1]
    made: dict[ReportId, Report] = {}
    judged: list[Pair] = []
    while len(made) < number:
        sort = dice.random()
        if sort < 0.15 and judged:
            a, b = dice.choice(judged)
        elif sort < 0.3 and len(judged) > 1:
            (a, _), (_, b) = dice.sample(judged, 2)
        elif sort < 0.6 and likely:
            a, b = dice.choice(likely)
        elif sort < 0.8:
            a, b = dice.sample(sorted(dice.choice(crowds)), 2)
        else:
            a, b = dice.sample(mentions, 2)
        if a != b:
            report = _judgement(dice, a, b)
            made[report.id] = report
            judged.append((min(a, b), max(a, b)))
    return tuple(made.values())


def _judgement(dice: random.Random, a: ReportId, b: ReportId) -> Report:
    kind = dice.choice((SAME, SAME, DIFFERENT, JudgementKind.UNSURE))
    fields = {"judgement": kind.value, "a": a, "b": b}
    if kind is SAME and dice.random() < 0.2:
        fields["second"] = "needed"
    day = dice.choice(("2023-10-01", "2023-10-02", "2023-10-03"))
    stamp = Stamp(author="node", source_date=day)
    officer = dice.choice(OFFICERS)
    return make_report(EXERCISE_KEY, ReportKind.JUDGEMENT, officer, fields, stamp=stamp)


@dataclass(frozen=True, slots=True)
class Said:
    """What the judgements say of each pair, told anew from their fields alone.

    Attributes:
        same: Judged the same by somebody, in force as it stands.
        different: Likewise.
        any_same: Judged the same by somebody, whether a second reader agreed or not.
    """

    same: set[Pair]
    different: set[Pair]
    any_same: set[Pair]


def _said(judgements: tuple[Report, ...]) -> Said:
    officers: dict[tuple[Pair, str], set[str]] = defaultdict(set)
    alone: set[Pair] = set()
    for report in judgements:
        fields = report.fields
        pair = (min(fields["a"], fields["b"]), max(fields["a"], fields["b"]))
        officers[pair, fields["judgement"]].add(report.source)
        if fields["judgement"] == SAME.value and "second" not in fields:
            alone.add(pair)
    any_same = {pair for pair, kind in officers if kind == SAME.value}
    return Said(
        same={p for p in any_same if p in alone or len(officers[p, SAME.value]) > 1},
        different={pair for pair, kind in officers if kind == DIFFERENT.value},
        any_same=any_same,
    )


def _told(picture: Picture) -> set[Pair]:
    """Pairs of the findings."""
    values = (dict(f.values) for f in picture.findings if f.code == CODE)
    return {(ReportId(v["a"]), ReportId(v["b"])) for v in values}


def _cannot_hold(picture: Picture, said: Said, pair: Pair) -> bool:
    """Whether something stands against a *same*: a *different*, or a list."""
    if pair in said.different or picture.evidence.explain(*pair).forbidden:
        return True
    one, two = (picture.entry(mention).members for mention in pair)
    across = ((min(a, b), max(a, b)) for a in one for b in two)
    return any(both in said.different for both in across)


@pytest.mark.proof
def test_none_that_can_hold_is_broken_and_each_that_cannot_is_told(
    town: Town,
) -> None:
    picture = town.built(*town.judgements)
    said = _said(town.judgements)
    told = _told(picture)
    held = [
        pair for pair in said.same if picture.entry(pair[0]) is picture.entry(pair[1])
    ]
    assert len(held) > len(town.judgements) / 10
    assert told
    for pair in sorted(said.different):
        assert picture.referent(pair[0]) != picture.referent(pair[1])
    for pair in sorted(said.same):
        one_person = picture.referent(pair[0]) == picture.referent(pair[1])
        assert one_person is not (pair in told), pair
    for pair in sorted(told):
        assert pair in said.any_same
        assert _cannot_hold(picture, said, pair), pair


def _clusters(index: Index) -> bytes:
    """Everybody with the links that hold them, as bytes."""
    return repr(list(index.clusters())).encode()


def _index(picture: Picture) -> Index:
    return evidence_of(picture).bench.index


def _linked(picture: Picture, dice: random.Random) -> Index:
    """The mentions and judgements of a picture linked anew, in another order."""
    bench = evidence_of(picture).bench
    mentions = [mention.said for mention in bench.people.mentions.values()]
    judgements = list(bench.decisions.judgements.values())
    dice.shuffle(mentions)
    dice.shuffle(judgements)
    traits = bench.sources.traits
    rules = bench.rules.identity
    return Index.build(mentions, traits, judgements, rules, bench.places)


@pytest.mark.proof
def test_every_order_of_reports_gives_the_same_clusters_byte_for_byte(
    town: Town, whole: bool
) -> None:
    reports = [*town.reports, *town.judgements]
    expected = build(reports, town.rules, town.as_of)
    clusters = _clusters(_index(expected))
    for seed in range(5):
        shuffled = list(reports)
        random.Random(seed).shuffle(shuffled)  # noqa: S311 (a fixed order)
        picture = build(shuffled, town.rules, town.as_of)
        assert _clusters(_index(picture)) == clusters, seed
        assert picture.digest == expected.digest, seed
    for seed in range(100 if whole else 10):
        index = _linked(expected, random.Random(seed))  # noqa: S311 (likewise)
        assert _clusters(index) == clusters, seed
        assert index.findings() == _index(expected).findings(), seed


@pytest.mark.proof
def test_judgements_come_one_by_one_and_taking_them_back_gives_the_first_digest(
    town: Town,
) -> None:
    first = town.built()
    before = first.digest, _clusters(_index(first))
    picture = first
    for judgement in town.judgements:
        picture = update(picture, [judgement])
    whole = town.built(*town.judgements)
    assert picture.digest == whole.digest
    assert _clusters(_index(picture)) == _clusters(_index(whole))
    dice = random.Random(SEED)  # noqa: S311 (a fixed order)
    back = [j.id for j in town.judgements]
    dice.shuffle(back)
    signed = Signed(EXERCISE_KEY, by="officer", at=AT)
    for start in range(0, len(back), 50):
        picture = update(picture, [withdraw_reports(back[start : start + 50], signed)])
    assert (picture.digest, _clusters(_index(picture))) == before
