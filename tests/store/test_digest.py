from dataclasses import replace

from stillhere.reports import Report, Stamp
from stillhere.store import Store, digest_of
from stillhere.vocabulary.kinds import Scope
from tests.store.made import row, rows
from tests.store.places import Place


def test_order_and_repetition_change_no_digest(store: Store) -> None:
    store.append(rows(0, 40))
    assert store.digest() == digest_of(rows(0, 40)[::-1] * 2)


def test_two_stores_with_one_set_have_one_digest(store: Store, place: Place) -> None:
    store.append(rows(0, 20))
    store.append([row(3, Stamp(author="a"))])
    with place.another().create() as other:
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
