"""Long work is found again from any page, and says how far it is."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.test import Client

from stillhere.errors import StillHereError


def begun(work: Callable[[Any], object], kind: str = "backup") -> Any:
    from stillhere.desk.operation.jobs import the_jobs  # noqa: PLC0415

    return the_jobs().begin(kind, work, about="/media/stick", account="coordinator")


def waited(job: Any) -> Any:
    from stillhere.desk.operation.jobs import the_jobs  # noqa: PLC0415

    done = threading.Event()
    the_jobs().begin("keep", lambda _tell: done.set())
    assert done.wait(30)
    assert job.over
    return job


def text_of(client: Client, address: str, **headers: str) -> str:
    answer = client.get(address, headers=headers)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_job_shows_its_stage_and_share_while_it_runs(coordinator: Client) -> None:
    go_on, told = threading.Event(), threading.Event()

    def work(tell: Any) -> None:
        tell("reading names", 0.25)
        told.set()
        assert go_on.wait(30)

    job = begun(work)
    assert told.wait(30)
    page = text_of(coordinator, f"/jobs/{job.number}/")
    go_on.set()
    assert 'value="25"' in page
    assert "Reading names" in page
    assert f'hx-get="/jobs/{job.number}/"' in page
    assert '<noscript><meta http-equiv="refresh" content="2"></noscript>' in page
    waited(job)


def test_a_job_that_is_done_asks_no_more_and_has_its_page_load_anew(
    coordinator: Client,
) -> None:
    job = waited(begun(lambda _tell: None))
    page = text_of(coordinator, f"/jobs/{job.number}/")
    assert 'hx-get="/jobs/' not in page
    assert "refresh" not in page
    answer = coordinator.get(f"/jobs/{job.number}/", headers={"HX-Request": "true"})
    assert answer.headers["HX-Refresh"] == "true"


def test_a_job_that_failed_says_why_in_a_sentence(coordinator: Client) -> None:
    def fail(_tell: Any) -> None:
        raise StillHereError("store/disk-full", path="/media/stick")

    job = waited(begun(fail))
    page = text_of(coordinator, f"/jobs/{job.number}/")
    assert "no room left on the disk of /media/stick" in page


def test_a_mistake_of_the_program_is_told_without_its_words(
    coordinator: Client,
) -> None:
    def fail(_tell: Any) -> None:
        raise ValueError("Anna")

    job = waited(begun(fail))
    page = text_of(coordinator, f"/jobs/{job.number}/")
    assert "mistake in the program" in page
    assert "Anna" not in page


def test_all_jobs_are_listed_newest_first(coordinator: Client) -> None:
    first = waited(begun(lambda _tell: None))
    second = waited(begun(lambda _tell: None))
    page = text_of(coordinator, "/jobs/")
    assert page.index(f"/jobs/{second.number}/") < page.index(f"/jobs/{first.number}/")


def test_an_unknown_job_is_not_found(coordinator: Client) -> None:
    assert coordinator.get("/jobs/99999/").status_code == 404


def test_every_stage_that_a_room_tells_has_words() -> None:
    import re  # noqa: PLC0415

    from stillhere.desk import stages  # noqa: PLC0415

    source = Path(stages.__file__).parents[1]
    rooms = ("pipeline", "identity", "plan", "desk")
    told = {
        stage
        for room in rooms
        for file in (source / room).rglob("*.py")
        for stage in re.findall(r'\b(?:tell|progress)\(\s*"([^"]+)"', file.read_text())
    }
    assert told - set(stages._STAGES) == set()
