"""The whole rule once more, straight from its text: dictionaries, one pair at a time."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise
from math import dist, isqrt

from stillhere.errors import Finding
from stillhere.identity import Cluster, IdentityRules, Link, ListTraits
from stillhere.identity.vocabulary import hash64
from stillhere.intake.located import PlaceReader
from stillhere.reports import ReportId
from stillhere.reports.statements import Judgement, JudgementKind, PersonStatement
from stillhere.vocabulary.people import Sex
from tests.identity.oracle_weights import (
    DIFFER,
    INITIAL,
    NEAR,
    Read,
    Weights,
    keys,
    level,
    meet,
    read,
)

Pair = tuple[str, str]
Kind = tuple[str, ...]


def pair(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)


@dataclass
class Oracle:
    """Everything the rule derives, each thing under its name there."""

    reads: dict[str, Read]
    decided: dict[Pair, JudgementKind]
    rules: IdentityRules
    w0: dict[Pair, int] = field(default_factory=dict)
    w1: dict[Pair, int] = field(default_factory=dict)
    barred: set[Pair] = field(default_factory=set)

    @classmethod
    def of(
        cls,
        mentions: Iterable[PersonStatement],
        traits: Mapping[str, ListTraits],
        judgements: Iterable[Judgement],
        rules: IdentityRules,
        places: PlaceReader,
    ) -> "Oracle":
        reads = {str(m.report): read(m, traits, places) for m in mentions}
        judgements = list(judgements)
        oracle = cls(reads, decisions(judgements), rules)
        oracle.barred |= {p for p in contested(judgements) if {*p} <= reads.keys()}
        oracle.meet()
        oracle.support()
        return oracle

    def allowed(self, a: str, b: str) -> bool:
        one, two = self.reads[a], self.reads[b]
        if one.source == two.source and one.once:
            return False
        return one.group is None or one.group != two.group

    def company(self, a: str) -> set[str]:
        if self.grouped(a):
            return {b for b in self.reads if self.same_group(a, b)} - {a}
        if not self.free_seat(a):
            return set()
        near = {b for b in self.reads if self.window(a, b)}
        return {b for b in near if not self.grouped(b) and self.free_seat(b)} - {a}

    def same_group(self, a: str, b: str) -> bool:
        return self.reads[a].group == self.reads[b].group is not None

    def grouped(self, a: str) -> bool:
        size = sum(self.same_group(a, b) for b in self.reads)
        return 2 <= size <= self.rules["shape"]["company_limit"]

    def window(self, a: str, b: str) -> bool:
        one, two = self.reads[a], self.reads[b]
        if one.vehicle is None or one.vehicle != two.vehicle:
            return False
        if one.ordinal is None or two.ordinal is None:
            return False
        return abs(one.ordinal - two.ordinal) <= self.rules["shape"]["window"]

    def free_seat(self, a: str) -> bool:
        crowd = sum(self.window(a, b) for b in self.reads)
        return 1 <= crowd <= self.rules["shape"]["company_limit"] + 1

    def meet(self) -> None:
        """C0 and w0."""
        weights, floor = Weights(self.rules), self.rules["shape"]["floor"]
        keyed = {name: keys(mention) for name, mention in self.reads.items()}
        self.plain = {
            (a, b): weights.w0(self.reads[a], self.reads[b])
            for a, b in combinations(sorted(self.reads), 2)
            if self.allowed(a, b)
        }
        for (a, b), weight in self.plain.items():
            if weight >= floor and meet(keyed[a], keyed[b]):
                self.w0[a, b] = weight
        judged = self.rules["shape"]["judged"]
        for both, kind in self.decided.items():
            if not set(both) <= self.reads.keys():
                continue
            same = kind is JudgementKind.SAME
            if both in self.plain:
                self.w0[both] = self.plain[both] + (judged if same else -judged)
            elif same:
                self.barred.add(both)

    def lends(self, weight: int) -> int:
        table = self.rules["support"]
        if weight < table["from"]:
            return 0
        rise = (weight - table["from"]) * (table["at_full"] - table["at_from"])
        full = table["at_from"] + rise // (table["full"] - table["from"])
        return min(full, table["at_full"])

    def support(self) -> None:
        """C1 and w1."""
        self.keyed = dict(self.w0)
        company = {name: self.company(name) for name in self.reads}
        strong = {
            both: self.lends(weight)
            for both, weight in self.w0.items()
            if weight >= self.rules["shape"]["support_from"]
        }
        for both, weight in self.plain.items():
            lent = self.lent(*both, company, strong)
            if both in self.w0:
                self.w1[both] = self.raised(self.w0[both], lent)
            elif lent and self.raised(weight, lent) >= self.rules["shape"]["floor"]:
                self.w0[both], self.w1[both] = weight, self.raised(weight, lent)

        self.ride(company)

    def raised(self, weight: int, lent: int) -> int:
        return weight + min(lent, max(weight + self.rules["support"]["reach"], 0))

    def ride(self, company: dict[str, set[str]]) -> None:
        """w1 with what the origin of either side's company says."""
        origin = {name: self.origin(name, company[name]) for name in self.reads}
        quarter = {name: self.quarter(name, company[name]) for name in self.reads}
        for a, b in self.w1:
            self.w1[a, b] += self.rode(b, origin[a]) + self.rode(a, origin[b])
            self.w1[a, b] += self.near(b, quarter[a]) + self.near(a, quarter[b])
            self.w1[a, b] += max(self.borne(a, b), self.borne(b, a), 0)

    def borne(self, a: str, b: str) -> int:
        """What the household of b adds where it bears the family name of a."""
        one, two = self.reads[a], self.reads[b]
        other_given = level(one.given, two.given, family=False) <= DIFFER
        one_family = level(one.family, two.family, family=True) not in (
            DIFFER,
            INITIAL,
        )
        if one_family or other_given or Sex.MALE in (one.sex, two.sex):
            return 0
        if not self.grouped(b):
            return 0
        rare = Weights(self.rules).rare_family
        mates = {m for m in self.reads if self.same_group(m, b)} - {b}
        names = {self.reads[m].family for m in mates}
        met = [
            min(rare(one.family), rare(name))
            for name in names
            if level(one.family, name, family=True) >= NEAR
        ]
        return max(met) + self.rules["household"]["name"] if met else 0

    def quarter(self, a: str, company: set[str]) -> tuple[int, int] | None:
        """The point those on the seats around lived near."""
        if self.grouped(a):
            return None
        lived = {mate: self.homes(mate) for mate in company}
        told = {mate: homes for mate, homes in lived.items() if homes}
        if not told:
            return None
        points = [home for homes in told.values() for home in homes]
        middle = (len(points) - 1) // 2
        x, y = (sorted(axis)[middle] for axis in zip(*points, strict=True))
        table = self.rules["quarter"]
        agree = [
            any(dist((x, y), home) <= table["radius_m"] for home in homes)
            for homes in told.values()
        ]
        enough = len(told) >= table["least"]
        fine = enough and sum(agree) * 1_000_000 >= len(told) * table["share"]
        return (x, y) if fine else None

    def homes(self, mate: str) -> list[tuple[int, int]]:
        partners = [self.reads[name] for name in self.partners(mate)]
        return [p.spot for p in partners if p.anchor and p.town and p.spot]

    def near(self, b: str, quarter: tuple[int, int] | None) -> int:
        other, table = self.reads[b], self.rules["quarter"]
        if quarter is None or other.spot is None or not other.town:
            return 0
        metres = dist(quarter, other.spot)
        if metres > table["reach_m"]:
            return 0
        for band in ("near", "close", "around", "off"):
            if metres <= table[f"{band}_m"]:
                return table[band]
        return table["far"]

    def origin(self, a: str, company: set[str]) -> str:
        """The settlement nearly all of the company lived in; empty for none."""
        lived = {} if self.reads[a].settlement else {m: self.lived(m) for m in company}
        told = [places for places in lived.values() if places]
        votes = Counter(place for places in told for place in places)
        table = self.rules["ride"]
        if len(told) < table["least"]:
            return ""
        best = max(votes, key=lambda place: (votes[place], hash64(f"g{place}")))
        enough = votes[best] * 1_000_000 >= len(told) * table["share"]
        return best if enough else ""

    def lived(self, mate: str) -> set[str]:
        """Settlements of those of a register a mention surely met by its keys."""
        return {
            self.reads[partner].settlement
            for partner in self.partners(mate)
            if self.reads[partner].anchor and self.reads[partner].settlement
        }

    def partners(self, mate: str) -> list[str]:
        """Whom a mention surely met by its keys."""
        least = self.rules["ride"]["sure"]
        met = [both for both in self.keyed if mate in both]
        return [a if b == mate else b for a, b in met if self.keyed[a, b] >= least]

    def rode(self, b: str, origin: str) -> int:
        other = self.reads[b]
        if not origin or not other.settlement:
            return 0
        table = self.rules["ride"]
        if origin != other.settlement:
            return table["differ"]
        same = {None: "same_unknown", False: "same_village", True: "same_town"}
        return table[same[other.town]]

    def lent(
        self, a: str, b: str, company: dict[str, set[str]], strong: dict[Pair, int]
    ) -> int:
        """min(S(a>b), S(b>a))."""
        forth: dict[str, int] = defaultdict(int)
        back: dict[str, int] = defaultdict(int)
        for beside_a in company[a] - {b}:
            for beside_b in company[b] - {a, beside_a}:
                lent = strong.get(pair(beside_a, beside_b), 0)
                forth[beside_a] = max(forth[beside_a], lent)
                back[beside_b] = max(back[beside_b], lent)
        return min(summed(forth.values()), summed(back.values()))

    def kind(self, a: str) -> Kind:
        mention = self.reads[a]
        if mention.once:
            return ("list", mention.source)
        return ("group", *mention.group) if mention.group else ("one", a)

    def choose(self) -> None:
        """top, p, mutual, anchored and accepted."""
        runs: dict[tuple[str, Kind], list[str]] = defaultdict(list)
        for a, b in self.w1:
            runs[a, self.kind(b)].append(b)
            runs[b, self.kind(a)].append(a)
        self.p: dict[tuple[str, str], int] = {}
        passes = set()
        for (a, _), others in runs.items():
            value = {b: power(self.w1[pair(a, b)]) for b in others}
            total = sum(value.values()) + 4096
            best = min(others, key=lambda b, a=a: (-self.w1[pair(a, b)], b))  # type: ignore[misc]
            for b in others:
                raw = value[b] * 1_000_000 // total
                self.p[a, b] = told(self.rules["link_chance"], raw)
                same = self.decided.get(pair(a, b)) is JudgementKind.SAME
                sure = self.p[a, b] >= self.rules["shape"]["threshold"]
                if same or (b == best and sure):
                    passes.add((a, b))
        mutual = {(a, b) for a, b in self.w1 if {(a, b), (b, a)} <= passes}
        anchor = {a for a, mention in self.reads.items() if mention.anchor}
        touched = {(a, b) for one in mutual for a, b in (one, one[::-1])}
        anchored = {a for a, b in touched if a not in anchor and b in anchor}
        self.accepted = {
            (a, b)
            for a, b in self.w1
            if self.decided.get((a, b)) is JudgementKind.SAME
            or ((a, b) in mutual and ({a, b} & anchor or not {a, b} & anchored))
        }

    def clusters(self) -> tuple[list[Cluster], tuple[Finding, ...]]:
        self.choose()
        forest = {name: {name} for name in self.reads}
        held: list[Pair] = []
        broken = set(self.barred)
        for a, b in sorted(self.accepted, key=self.precedence):
            if forest[a] is forest[b]:
                continue
            judged = self.decided.get((a, b)) is JudgementKind.SAME
            if self.refused(forest[a], forest[b], judged=judged):
                broken |= {(a, b)} if judged else set()
                continue
            held.append((a, b))
            joined = forest[a] | forest[b]
            forest |= dict.fromkeys(joined, joined)
        found = [self.cluster(forest[a], held) for a in forest if a == min(forest[a])]
        told = tuple(
            Finding.of("identity/judgement-cannot-hold", a=a, b=b)
            for a, b in sorted(broken)
        )
        return sorted(found, key=lambda c: c.id), told

    def precedence(self, edge: Pair) -> tuple[bool, int, Pair]:
        judged = self.decided.get(edge) is JudgementKind.SAME
        return not judged, -self.w1[edge], edge

    def refused(self, one: set[str], two: set[str], *, judged: bool) -> bool:
        between = [(a, b) for a in one for b in two]
        parted = any(
            self.decided.get(pair(a, b)) is JudgementKind.DIFFERENT
            and pair(a, b) in self.plain
            for a, b in between
        )
        return parted or (
            not judged and not all(self.allowed(a, b) for a, b in between)
        )

    def cluster(self, members: set[str], held: Sequence[Pair]) -> Cluster:
        links = [self.link(a, b) for a, b in held if a in members]
        ids = [ReportId(a) for a in sorted(members)]
        return Cluster(ids[0], tuple(ids), tuple(sorted(links)))

    def link(self, a: str, b: str) -> Link:
        one, two = self.reads[a], self.reads[b]
        return Link(
            ReportId(a),
            ReportId(b),
            self.w1[a, b],
            min(self.p[a, b], self.p[b, a]),
            bool(set(one.documents) & set(two.documents)),
            bool(set(one.phones) & set(two.phones)),
            self.decided.get((a, b)) is JudgementKind.SAME,
        )


def decisions(judgements: Iterable[Judgement]) -> dict[Pair, JudgementKind]:
    """Different beats same; unsure decides nothing."""
    decided: dict[Pair, JudgementKind] = {}
    for j in judgements:
        both = pair(j.a, j.b)
        if j.a == j.b or j.judgement is JudgementKind.UNSURE:
            continue
        if decided.get(both) is not JudgementKind.DIFFERENT:
            decided[both] = j.judgement
    return decided


def contested(judgements: Iterable[Judgement]) -> set[Pair]:
    """Pairs judged the same by one and different by another."""
    said: dict[JudgementKind, set[Pair]] = defaultdict(set)
    for j in judgements:
        if j.a != j.b:
            said[j.judgement].add(pair(j.a, j.b))
    return said[JudgementKind.SAME] & said[JudgementKind.DIFFERENT]


def summed(lent: Iterable[int]) -> int:
    """m1 + (m2 + m3) // 2."""
    first, second, third, *_ = (*sorted(lent, reverse=True), 0, 0, 0)
    return first + (second + third) // 2


def told(curve: Mapping[str, int], raw: int) -> int:
    """A probability along the curve of the rules, by looking for the points around it."""
    points = sorted(
        {0: 0, **{int(at): p for at, p in curve.items()}, 10**6: 10**6}.items()
    )
    if not curve or raw == 10**6:
        return raw
    for (low, least), (high, most) in pairwise(points):
        if low <= raw < high:
            return least + (most - least) * (raw - low) // (high - low)
    raise AssertionError


def power(weight: int) -> int:
    """4096 * 2^(weight / 1000), cut to eighths of a bit and to a whole number."""
    eighth = (min(max(weight, -12_000), 30_000) + 12_000) // 125
    return isqrt(isqrt(isqrt(1 << eighth)))
