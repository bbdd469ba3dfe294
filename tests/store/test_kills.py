"""The program is killed at random moments: what it acknowledged is there, whole."""

import time
from random import Random

import pytest

from stillhere.reports import Report
from stillhere.store import Store, digest_of
from tests.store.child import Importer
from tests.store.made import batch, seeded
from tests.store.places import Place


def reports_of(first: int, stop: int) -> list[Report]:
    return [report for n in range(first, stop) for report in batch(n)]


def kill_once(place: Place, first: int, random: Random) -> int:
    """Import from batch `first`, kill it; returns the batch after the acknowledged."""
    importer = Importer(place.where, first)
    if random.random() < 0.1:
        time.sleep(random.uniform(0, 0.5))
    else:
        importer.wait_for(random.randrange(1, 15))
    time.sleep(random.uniform(0, 0.006))
    importer.kill()
    assert importer.acknowledged == list(
        range(first, first + len(importer.acknowledged))
    )
    return first + len(importer.acknowledged)


def news_after(place: Place, position: int) -> tuple[list[Report], int]:
    with place.open() as store:
        news = list(store.reports(since=position))
        assert all(store.provenance([report.id]) for report in news)
        return news, store.position


@pytest.mark.proof
def test_a_killed_import_loses_nothing_acknowledged_and_leaves_no_half(
    store: Store, place: Place, whole: bool
) -> None:
    random = seeded(2023)
    store.close()
    batches = position = 0
    for _ in range(200 if whole else 12):
        acknowledged = kill_once(place, batches, random)
        news, position = news_after(place, position)
        # The batch under way may have been committed without being acknowledged.
        known = {report.id for report in reports_of(max(batches - 1, 0), batches)}
        fresh = [r for r in reports_of(batches, acknowledged) if r.id not in known]
        more = [r for r in reports_of(batches, acknowledged + 1) if r.id not in known]
        assert digest_of(news) in (digest_of(fresh), digest_of(more))
        batches = acknowledged + (digest_of(news) != digest_of(fresh))
    with place.open() as again:
        assert batches > 0
        assert again.check().findings == ()
        assert again.digest() == digest_of(reports_of(0, batches))
