from stillhere.reports import ReportId, Stamp
from stillhere.store import Store, sql
from stillhere.vocabulary.kinds import ReportKind
from tests.store.made import decision, erasure, row, rows


def test_since_gives_only_what_is_new(store: Store) -> None:
    position = store.append(rows(0, 10)).position
    store.append(rows(5, 15))
    assert list(store.reports(since=position)) == rows(10, 15)
    assert list(store.reports(since=store.position)) == []


def test_since_gives_a_report_stamped_anew_as_merged(store: Store) -> None:
    position = store.append(rows(0, 10)).position
    later = row(4, Stamp(author="a tablet"))
    store.append([later])
    assert list(store.reports(since=position)) == [row(4).merged(later)]


def test_reading_goes_over_many_pages(store: Store) -> None:
    many = rows(0, 2 * sql.PAGE + 3)
    varied = [row(n, Stamp(author="a tablet")) for n in (0, sql.PAGE, sql.PAGE + 1)]
    store.append([*many, *varied])
    expected = {r.id: r for r in many}
    expected |= {v.id: expected[v.id].merged(v) for v in varied}
    assert list(store.reports()) == list(expected.values())


def test_what_is_appended_while_reading_is_not_mixed_in(store: Store) -> None:
    store.append(rows(0, 5))
    seen = []
    for report in store.reports():
        seen.append(report)
        store.append([row(100 + len(seen))])
    assert seen == rows(0, 5)
    assert store.count() == 10


def test_reports_by_ids_are_in_id_order_without_the_unknown(store: Store) -> None:
    store.append(rows(0, 9))
    wanted = [row(7).id, row(2).id, ReportId("00" * 16), row(7).id]
    found = store.reports_by_ids(wanted)
    assert found == sorted([row(2), row(7)], key=lambda r: r.id)


def test_nobody_signs_in_before_the_desk_has_laid_out_its_tables(store: Store) -> None:
    assert store.account_roles() == {}
    store._connection.execute(f"CREATE TABLE {sql.ACCOUNTS} (name text, roles text)")
    insert = f"INSERT INTO {sql.ACCOUNTS} VALUES (?, ?)"  # noqa: S608 (constant)
    people = [("zara", "[]"), ("anahit", '["hotline", "registrar"]')]
    store._connection.executemany(insert, people)
    found = list(store.account_roles().items())
    assert found == [("anahit", ("hotline", "registrar")), ("zara", ())]


def test_no_ids_give_no_reports(store: Store) -> None:
    assert store.reports_by_ids([]) == []


def test_decisions_are_found_without_the_rows_of_lists(store: Store) -> None:
    listed = rows(0, 20)
    decided = [
        decision(kind, number=n)
        for n, kind in enumerate((ReportKind.RULES, ReportKind.JUDGEMENT))
    ]
    taken = erasure(listed[3])
    store.append([*listed, *decided, taken])
    assert store.decisions() == sorted([*decided, taken], key=lambda r: r.id)
