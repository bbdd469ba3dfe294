from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from stillhere.ledger.canonical import canonical_bytes
from stillhere.pipeline import build
from stillhere.reports import Stamp
from stillhere.vocabulary import Scope
from tests.pipeline.lists import AS_OF, RULES, withdrawal
from tests.properties.machine_town import CLAIMS, PROFILE_REPORTS

_OTHERS = tuple(scope for scope in Scope if scope is not Scope.OPERATIONS)


@given(
    hidden=st.sets(st.sampled_from(range(len(CLAIMS))), min_size=1),
    scopes=st.sets(st.sampled_from(_OTHERS)),
)
def test_a_report_without_the_operations_scope_changes_nothing_and_appears_nowhere(
    hidden: set[int], scopes: set[Scope]
) -> None:
    stamp = Stamp(scopes=tuple(sorted(scopes)))
    shown = [r for n, r in enumerate(CLAIMS) if n not in hidden]
    unseen = [replace(CLAIMS[n], stamp=stamp) for n in hidden]
    picture = build([*shown, *unseen, *PROFILE_REPORTS[:4]], RULES, AS_OF)
    without = build([*shown, *PROFILE_REPORTS[:4]], RULES, AS_OF)
    assert picture.digest == without.digest
    parts = (picture.entries, picture.households, picture.places, picture.statements)
    text = b"".join(canonical_bytes(v) for part in parts for v in part.values())
    assert not any(report.id.encode() in text for report in unseen)


@given(gone=st.sets(st.sampled_from(range(len(CLAIMS)))))
def test_withdrawal_of_everything_empties_every_part(gone: set[int]) -> None:
    taken_back = withdrawal(*(report.id for report in CLAIMS))
    kept = [r for n, r in enumerate(CLAIMS) if n not in gone]
    picture = build([*kept, taken_back, *PROFILE_REPORTS[:4]], RULES, AS_OF)
    parts = (picture.entries, picture.households, picture.places, picture.sources)
    assert [len(part) for part in parts] == [0, 0, 0, 0]
    assert len(picture.statements) == 0
