"""How far a long command is: a bar on a terminal, a line now and then elsewhere.

Nothing is shown in the first two seconds, so that short commands stay quiet.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from stillhere.cli.screen import aside

QUIET_S = 2.0
_EVERY_S = 5.0

Tell = Callable[[str, float], None]
"""Told the stage and the share of it that is done, 0 to 1."""


def _now() -> float:
    return time.monotonic()


@dataclass(slots=True)
class Steps:
    """The stages of a command as they go by, with the seconds each took.

    Attributes:
        seconds: Stage to seconds, in the order they began.
    """

    bar: Progress | None
    eager: bool
    seconds: dict[str, float] = field(default_factory=dict)
    _began: float = field(default_factory=_now)
    _stage: str = ""
    _since: float = 0.0
    _told: float = float("-inf")

    def tell(self, stage: str, share: float) -> None:
        """Note the stage and how much of it is done."""
        now = _now()
        if stage != self._stage:
            self.close(now)
            self._stage, self._since = stage, now
            self._told = float("-inf")
        if self.bar is not None:
            self._draw(self.bar, share, now)
        elif self._due(now):
            self._told = now
            percent = f" {share:.0%}" if share > 0 else ""
            aside().print(f"[{now - self._began:5.1f} s] {stage}{percent}")

    def _due(self, now: float) -> bool:
        late = self.eager or now - self._began >= QUIET_S
        return late and now - self._told >= _EVERY_S

    def _draw(self, bar: Progress, share: float, now: float) -> None:
        late = self.eager or now - self._began >= QUIET_S
        if not bar.tasks:
            # Not before the first stage: a passphrase may be asked for until then.
            bar.start()
            bar.add_task("", total=1.0, visible=late)
        bar.update(
            bar.tasks[0].id,
            description=self._stage,
            completed=share,
            visible=late,
        )

    def files(self, file: str, done: int, total: int) -> None:
        """As `tell`, for the reading of lists."""
        del file
        self.tell("reading lists", done / max(total, 1))

    def close(self, now: float | None = None) -> None:
        """End the stage that is open."""
        if self._stage:
            spent = (_now() if now is None else now) - self._since
            self.seconds[self._stage] = self.seconds.get(self._stage, 0.0) + spent
            self._stage = ""


@contextmanager
def steps(*, eager: bool = False) -> Iterator[Steps]:
    """Show the stages told inside.

    Args:
        eager: Show them from the first moment, not only after two seconds.
    """
    console = aside()
    bar = _bar(console) if console.is_terminal else None
    shown = Steps(bar, eager)
    try:
        yield shown
    finally:
        shown.close()
        if bar is not None and bar.tasks:
            bar.stop()


def _bar(console: Console) -> Progress:
    columns = (
        TextColumn("{task.description:<24}"),
        BarColumn(bar_width=30),
        TextColumn("{task.percentage:>3.0f} %"),
        TimeElapsedColumn(),
    )
    return Progress(*columns, console=console, transient=True)
