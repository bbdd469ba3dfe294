from collections.abc import Iterator
from dataclasses import replace

import pytest

from stillhere.ledger import Entry, Picture
from stillhere.pipeline import build, update
from stillhere.reports import Provenance, Report, Stamp
from stillhere.vocabulary import PersonEvent, ReportKind, Scope, Status
from tests.pipeline.lists import (
    ARRIVALS,
    AS_OF,
    BUS,
    REGISTER,
    RULES,
    SERVICE,
    arrival,
    correction,
    entry,
    erasure,
    judged,
    profile,
    resident,
    row,
    withdrawal,
    withdrawn_source,
)

PROFILES = tuple(profile(p) for p in (REGISTER, ARRIVALS, BUS, SERVICE))
ARAM = resident(1, "Petrosyan Aram", "1975-06-01", "2", Passport="AR1234567")
NARE = resident(2, "Petrosyan Nare", "1978-11-21", "2")
ANNA = resident(3, "Saroyan Anna", "1941-03-12", "1")
ARAM_CAME = arrival("Petrosyan Aram", "1975-06-01", "P2", "2023-09-27")
NARE_CAME = arrival("Petrosyan Nare", "1978-11-21", "P2", "2023-09-27")
ANNA_CAME = arrival("Saroyan Anna", "1941-03-12", "P9", "2023-09-28")
TOWN = (*PROFILES, ARAM, NARE, ANNA, ARAM_CAME, NARE_CAME, ANNA_CAME)


def _picture(*more: Report, town: tuple[Report, ...] = TOWN) -> Picture:
    return build([*town, *more], RULES, AS_OF)


def _words(entry: Entry) -> Iterator[str]:
    return (word.report for word in entry.words)


def test_no_reports_give_an_empty_picture() -> None:
    picture = build([], RULES, AS_OF)
    assert len(picture.entries) == 0
    assert picture.count("people").value == 0
    assert picture.without_word() == ()
    assert picture.findings == ()


def test_a_family_that_arrived_together_is_accounted_for() -> None:
    picture = _picture()
    assert picture.entry(ARAM.id).status is Status.ARRIVED
    assert picture.entry(NARE_CAME.id).id == picture.referent(NARE.id)
    assert picture.count("arrived").cites == tuple(sorted((ARAM_CAME.id, NARE_CAME.id)))


def test_someone_alone_and_old_is_probably_arrived_until_a_person_says_so() -> None:
    picture = _picture()
    assert picture.entry(ANNA.id).status is Status.PROBABLY_ARRIVED
    assert [e.id for e in picture.without_word()] == [picture.referent(ANNA.id)]
    sure = update(picture, [judged("same", ANNA, ANNA_CAME)])
    assert sure.entry(ANNA.id).status is Status.ARRIVED
    assert picture.entry(ANNA.id).status is Status.PROBABLY_ARRIVED


def test_rows_say_nothing_until_their_profile_is_there() -> None:
    picture = build([ARAM, NARE], RULES, AS_OF)
    assert len(picture.entries) == 0
    assert [f.code for f in picture.findings] == ["ledger/rows-unread"]
    read = update(picture, [profile(REGISTER)])
    assert len(read.entries) == 2
    assert read.findings == ()


def test_a_corrected_profile_reads_the_rows_again() -> None:
    columns = tuple(c for c in REGISTER.columns if c.header != "Household")
    again = profile(REGISTER, columns=columns, confirmed=True)
    picture = update(_picture(), [again])
    assert not [h for h in picture.households.values() if h.register]


def test_a_correction_is_what_counts_and_its_withdrawal_gives_the_old_text() -> None:
    fix = correction(ANNA, {"Born": "1999-03-12"})
    picture = update(_picture(), [fix])
    birth = picture.entry(ANNA.id).birth
    assert birth is not None
    assert birth.first == 1999
    assert update(picture, [withdrawal(fix.id)]).digest != picture.digest
    back = update(picture, [withdrawal(fix.id)]).entry(ANNA.id).birth
    assert back is not None
    assert back.first == 1941


def test_an_import_can_be_taken_back_and_given_again() -> None:
    undo = withdrawn_source("arrivals")
    without = update(_picture(), [undo])
    assert without.count("arrived").value == 0
    assert "arrivals" not in without.sources
    again = update(without, [withdrawal(undo.id)])
    assert dict(again.entries) == dict(_picture().entries)


def test_the_later_row_with_the_same_key_counts() -> None:
    before = replace(ARAM, stamp=Stamp(source_date="2023-01-01"))
    moved = resident(1, "Petrosyan Aram", "1975-06-01", "8")
    moved = replace(moved, stamp=Stamp(source_date="2023-08-01"))
    picture = build([*PROFILES, before, NARE, moved], RULES, AS_OF)
    assert [e for e in picture.entries if ARAM.id in e] == []
    home = picture.entry(moved.id).home
    assert home is not None
    assert "8" in home.dwelling
    assert [f.code for f in picture.findings] == ["ledger/rows-replaced"]
    back = update(picture, [withdrawal(moved.id)])
    assert ARAM.id in back.entries
    assert back.findings == ()


def test_an_established_death_and_nothing_else_makes_a_person_deceased() -> None:
    dead = profile(SERVICE, event=PersonEvent.DEAD, confirmed=True)
    listed = row("social service", {"Name": "Saroyan Anna", "Born": "1941-03-12"})
    picture = _picture(dead, listed)
    assert picture.entry(ANNA.id).status is not Status.DECEASED
    fields = {"person": ANNA.id, "authority": "court", "document": "17"}
    death = entry(ReportKind.DEATH, fields)
    after = update(picture, [death])
    assert after.entry(ANNA.id).status is Status.DECEASED
    assert after.count("deceased").cites == (death.id,)
    assert update(after, [withdrawal(death.id)]).count("deceased").value == 0


def test_a_death_of_nobody_known_waits_and_is_told() -> None:
    death = entry(ReportKind.DEATH, {"person": ANNA.id, "authority": "court"})
    picture = build([profile(REGISTER), death], RULES, AS_OF)
    assert [f.code for f in picture.findings] == ["ledger/death-without-person"]
    assert update(picture, [ANNA]).entry(ANNA.id).status is Status.DECEASED


def test_a_closed_search_no_longer_keeps_a_person_listed() -> None:
    ask = entry(
        ReportKind.TRACING, {"name": "Petrosyan Aram", "birth_date": "1975-06-01"}
    )
    same = judged("same", ARAM, ask)
    picture = _picture(ask, same)
    assert picture.entry(ARAM.id).asked_for
    closing = entry(ReportKind.CLOSING, {"target": ask.id, "why": "spoken with"})
    closed = update(picture, [closing])
    assert closed.entry(ARAM.id).asked_for == ()
    assert update(closed, [withdrawal(closing.id)]).digest != closed.digest


def test_an_erasure_takes_the_name_and_leaves_one_of_the_household_accounted() -> None:
    picture = _picture()
    gone = erasure([ARAM, ARAM_CAME], household="2")
    after = update(picture, [gone])
    assert after.evidence.statement(ARAM.id) is None
    kept = after.evidence.report(ARAM.id)
    assert kept is not None
    assert kept.body == "{}"
    household = next(
        h for h in after.households.values() if h.register and h.text == "2"
    )
    assert household.accounted_nameless == 1
    assert household.size == 2
    assert gone.id in household.cites
    assert after.digest == _picture(gone).digest


def test_what_has_expired_counts_no_longer() -> None:
    old = replace(ANNA_CAME, stamp=Stamp(expires="2023-10-05"))
    assert _picture(old).entry(ANNA.id).status is Status.UNACCOUNTED
    later = replace(ANNA_CAME, stamp=Stamp(expires="2023-10-06"))
    assert _picture(later).entry(ANNA.id).status is Status.PROBABLY_ARRIVED


def test_a_scope_narrowed_by_another_node_takes_a_report_out() -> None:
    narrowed = replace(ANNA_CAME, stamp=Stamp(scopes=(Scope.MEDICAL,)))
    picture = update(_picture(), [narrowed])
    assert ANNA_CAME.id not in picture.entries
    assert picture.digest == _picture(narrowed).digest


def test_a_code_on_many_rows_is_no_household() -> None:
    many = [
        resident(n, f"Surname{n:02} Given{n:02}", f"19{50 + n}-01-02", "0")
        for n in range(25)
    ]
    picture = build([profile(REGISTER), *many[:20]], RULES, AS_OF)
    assert len(picture.households) == 1
    coded = update(picture, many[20:])
    assert len(coded.households) == 0
    assert not any(e.household for e in coded.entries.values())
    assert [f.code for f in coded.findings] == ["ledger/household-too-large"]
    back = update(coded, [withdrawal(*(r.id for r in many[20:]))])
    assert dict(back.households) == dict(picture.households)


def test_an_older_picture_is_updated_from_its_own_reports() -> None:
    first = _picture()
    update(first, [withdrawn_source("arrivals")])
    found = entry(
        ReportKind.PERSON,
        {"name": "Saroyan Anna", "birth_date": "1941-03-12", "event": "found"},
    )
    branch = update(first, [found])
    assert branch.digest == _picture(found).digest
    assert branch.count("arrived").value == 2


def test_a_picture_from_elsewhere_cannot_be_updated() -> None:
    foreign = replace(_picture(), evidence=None)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        update(foreign, [])


def test_where_a_row_was_read_is_beside_the_picture() -> None:
    origin = Provenance(ANNA.id, "register.xlsx", "Sheet1", 7)
    picture = build(TOWN, RULES, AS_OF, provenance=[origin])
    assert picture.evidence.provenance(ANNA.id) == origin
    assert picture.digest == _picture().digest


def test_progress_is_told_from_reading_to_sealing() -> None:
    told: list[tuple[str, float]] = []
    build(TOWN, RULES, AS_OF, progress=lambda *at: told.append(at))
    assert told[0][0] == "taking in reports"
    assert told[-1] == ("sealing the picture", 1.0)
    assert all(0 <= done <= 1 for _, done in told)


def test_changes_names_what_became_different() -> None:
    before = _picture()
    after = update(before, [judged("same", ANNA, ANNA_CAME)])
    changes = after.changes(before)
    assert changes.entries == (before.referent(ANNA.id),)
    assert after.changes(after).entries == ()
    assert before.changes(after).entries == changes.entries


def test_evidence_explains_the_links_of_a_person() -> None:
    picture = _picture()
    evidence = picture.evidence
    (held,) = evidence.links(ARAM.id)
    assert {held.a, held.b} == {ARAM.id, ARAM_CAME.id}
    assert evidence.mention(ARAM.id) is not None
    explained = evidence.explain(held.a, held.b)
    assert explained.weight == held.weight
    assert explained.holds
    assert held.b in {c.mention for c in evidence.candidates(held.a, 5)}


def test_figures_of_sources_stand_side_by_side_and_retold_ones_say_so() -> None:
    first = entry(ReportKind.COUNT, {"what": "left", "value": "100000"}, "ministry")
    again = entry(
        ReportKind.COUNT,
        {"what": "left", "value": "100000"},
        "paper",
        Stamp(derived_from="ministry"),
    )
    other = entry(ReportKind.COUNT, {"what": "left", "value": "99000"}, "observers")
    figures = _picture(first, again, other).stated("left")
    assert [(f.value, f.source, f.retells) for f in figures] == [
        (100000, "ministry", ""),
        (99000, "observers", ""),
        (100000, "paper", "ministry"),
    ]


def test_a_picture_shows_no_name_when_it_is_logged() -> None:
    assert "Saroyan" not in repr(_picture())
