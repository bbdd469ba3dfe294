"""Pages are written in a job; who asks gets the newest, or what there is meanwhile."""

import threading
import time
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from django.utils.translation import override

from stillhere.desk.believed import belief_of
from stillhere.desk.operation.jobs import Job, the_jobs
from stillhere.desk.operation.live import Operation
from stillhere.desk.publishing.layout import Laid, laid_out
from stillhere.desk.saying import language, voice
from stillhere.ledger import Picture
from stillhere.pipeline.readings import Progress
from stillhere.publish import Page, public_brief, situation_report
from stillhere.vocabulary import Language

PATIENCE_S = 0.3
"""How long a request waits for a page before it shows how far it is."""

_LOOK_S = 0.01


class Kind(StrEnum):
    """Which page."""

    BRIEF = "brief"
    SITUATION = "situation"


@dataclass(frozen=True, eq=False)
class Made:
    """A page in one language, and the picture it was made from."""

    draft: Page
    picture: Picture
    laid: Laid


class _Asked(NamedTuple):
    """One page in one language."""

    kind: Kind
    language: Language


class Press:
    """The pages of this process: of each kind and language the one written last."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._pages: dict[Kind, tuple[Picture, Page]] = {}
        self._made: dict[_Asked, Made] = {}
        self._jobs: dict[_Asked, tuple[Picture, Job]] = {}

    def wanted(self, operation: Operation, kind: Kind, account: str) -> Made | Job:
        """The page of the newest picture in the active language, or the job writing it.

        A job that failed is given once; asked again, it begins anew.
        """
        asked, picture = _Asked(kind, language()), operation.picture
        job = self._begun(operation, picture, asked, account)
        if isinstance(job, Made):
            return job
        until = time.monotonic() + PATIENCE_S
        while not job.over and time.monotonic() < until:
            time.sleep(_LOOK_S)
        return self._of(picture, asked) or job

    def newest(self, kind: Kind) -> Made | None:
        """The page written last in the active language, of whatever picture."""
        with self._guard:
            return self._made.get(_Asked(kind, language()))

    def forget(self) -> None:
        """Forget everything: another operation is open."""
        with self._guard:
            self._pages.clear()
            self._made.clear()
            self._jobs.clear()

    def _begun(
        self, operation: Operation, picture: Picture, asked: _Asked, account: str
    ) -> Made | Job:
        made = self._of(picture, asked)
        if made is not None:
            return made
        with self._guard:
            known = self._jobs.pop(asked, None)
            if known is None or known[0] is not picture:
                job = the_jobs().begin(
                    asked.kind.value,
                    lambda tell: self._make(operation, picture, asked, tell),
                    account=account,
                )
                known = (picture, job)
            if not known[1].over:
                self._jobs[asked] = known
            return known[1]

    def _of(self, picture: Picture, asked: _Asked) -> Made | None:
        with self._guard:
            made = self._made.get(asked)
        return made if made is not None and made.picture is picture else None

    def _make(
        self, operation: Operation, picture: Picture, asked: _Asked, tell: Progress
    ) -> str:
        """Write a page and keep it; what jobs remember of it is its kind alone."""
        page = self._page(operation, picture, asked.kind, tell)
        tell("writing the page", 0.5)
        with override(asked.language.value):
            made = Made(page, picture, laid_out(page, picture, voice()))
        with self._guard:
            for old in [a for a in self._made if a.kind is asked.kind]:
                if self._made[old].picture is not picture:
                    del self._made[old]  # each holds on to a whole picture
            self._made[asked] = made
            known = self._jobs.get(asked)
            if known is not None and known[0] is picture:
                del self._jobs[asked]
        return asked.kind.value

    def _page(
        self, operation: Operation, picture: Picture, kind: Kind, tell: Progress
    ) -> Page:
        """The page in English, the same for every language."""
        with self._guard:
            known = self._pages.get(kind)
        if known is not None and known[0] is picture:
            return known[1]
        page = written(operation, picture, kind, tell)
        with self._guard:
            self._pages[kind] = (picture, page)
        return page


def written(operation: Operation, picture: Picture, kind: Kind, tell: Progress) -> Page:
    """The page of a picture, in English; a draft until it is released."""
    gazetteer, region = operation.gazetteer, operation.region
    if kind is Kind.BRIEF:
        tell("writing the page", 0.0)
        return public_brief(picture, gazetteer, region)
    tell("weighing every door", 0.0)
    believed = belief_of(operation, picture)
    return situation_report(picture, gazetteer, region, believed)


_press = Press()


def the_press() -> Press:
    """The pages of this process."""
    return _press
