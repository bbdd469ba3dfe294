from dataclasses import replace

from stillhere.reports import EXERCISE_KEY, Report, Stamp
from stillhere.store import Store, digest_of
from stillhere.vocabulary.kinds import Scope
from tests.store.made import PASSPHRASE, row, rows


def test_order_and_repetition_change_no_digest(store: Store) -> None:
    store.append(rows(0, 40))
    assert store.digest() == digest_of(rows(0, 40)[::-1] * 2)


def test_two_stores_with_one_set_have_one_digest(store: Store) -> None:
    store.append(rows(0, 20))
    store.append([row(3, Stamp(author="a"))])
    other = Store.create(store.path.with_name("other.store"), PASSPHRASE, EXERCISE_KEY)
    with other:
        other.append([row(3, Stamp(author="a")), *rows(0, 20)[::-1]])
        assert other.digest() == store.digest()


def test_every_part_of_a_report_is_in_the_digest() -> None:
    one = row(1)
    others: list[Report] = [
        row(2),
        replace(one, body="{}"),
        replace(one, source_key="other"),
        replace(one, stamp=Stamp(author="other")),
        replace(one, stamp=Stamp(scopes=(Scope.MEDICAL,))),
        replace(one, stamp=Stamp(source_date="2023-09-27")),
        replace(one, stamp=Stamp(derived_from="2023-09-27")),
        replace(one, stamp=Stamp(expires="2023-09-27")),
    ]
    digests = {digest_of([report]) for report in [one, *others]}
    assert len(digests) == len(others) + 1


def test_the_empty_set_has_a_digest_of_its_own(store: Store) -> None:
    assert store.digest() == digest_of([]) != digest_of([row(1)])
