"""Several curves of one world as one picture: a small SVG that can be read alone.

Lines differ in lightness and in their dashes, so that they are told apart in grey; each
has its name at its end instead of a legend.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple
from xml.sax.saxutils import escape

from stillhere.exercise.running.curve import Curve, found_by

_WIDTH, _HEIGHT = 960, 560
_LEFT, _RIGHT, _TOP, _BOTTOM = 72, 190, 84, 66
_ACROSS, _DOWN = _WIDTH - _LEFT - _RIGHT, _HEIGHT - _TOP - _BOTTOM
_SHARES = (0, 25, 50, 80, 90, 95, 100)
_STEPS = (1, 2, 4, 5)
_MOST_TICKS = 8
_APART = 18.0


class Pen(NamedTuple):
    """How a line is drawn: colour, width and dashes (empty: none)."""

    colour: str
    width: float
    dashes: str


_PENS: Final = {
    "sweep": Pen("#a3a3a3", 2.0, ""),
    "nearest": Pen("#8a9a3c", 2.0, "2 3"),
    "belief": Pen("#c0631f", 2.0, "9 4"),
    "stillhere": Pen("#174ea6", 3.0, ""),
    "clairvoyant": Pen("#000000", 2.0, "1 4"),
}
_OTHER: Final = Pen("#7b3f8c", 2.0, "9 3 2 3")


def draw(curves: Mapping[str, Curve], title: str) -> str:
    """Draw the share found over vehicle-hours.

    Args:
        curves: Name to curve, at least one; the longest horizon ends the axis.
        title: Above the picture.

    Returns:
        A whole SVG file as text, the same for the same curves.
    """
    horizon = max(curve.horizon for curve in curves.values())
    ends = _apart([found_by(curve, horizon) for curve in curves.values()])
    parts = [
        _head(title, curves),
        *_grid(horizon),
        *(_line(name, curve, horizon) for name, curve in curves.items()),
        *(
            _name(name, curve, at)
            for (name, curve), at in zip(curves.items(), ends, strict=True)
        ),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _head(title: str, curves: Mapping[str, Curve]) -> str:
    people = {curve.people for curve in curves.values()}
    whom = f"{people.pop():,} people" if len(people) == 1 else "the people"
    said = (
        f"Share of {whom} still there at hour 0, the dead included, found by eight "
        "teams; 80 vehicle-hours are one day"
    )
    ends = "; ".join(f"{name}: {_percent(curve)}" for name, curve in curves.items())
    opened = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" '
        f'width="{_WIDTH}" height="{_HEIGHT}" role="img" '
        'font-family="Noto Sans, DejaVu Sans, Arial, sans-serif" font-size="14">'
    )
    return "\n".join(
        (
            opened,
            f"<title>{escape(title)}</title>",
            f"<desc>{escape(said)}. Found at the end: {escape(ends)}.</desc>",
            f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#ffffff"/>',
            _text(_LEFT, 32, title, size=19, weight="bold"),
            _text(_LEFT, 56, said, fill="#444444"),
        )
    )


def _grid(horizon: float) -> Iterator[str]:
    """Lines and numbers of both axes."""
    for share in _SHARES:
        y = _y(share / 100)
        yield _rule(_LEFT, y, _LEFT + _ACROSS, y)
        yield _text(_LEFT - 8, y + 5, f"{share} %", anchor="end")
    for hour in _ticks(horizon):
        x = _x(hour, horizon)
        yield _rule(x, _TOP, x, _TOP + _DOWN)
        yield _text(x, _TOP + _DOWN + 20, f"{hour:,.0f}", anchor="middle")
    middle = _LEFT + _ACROSS / 2
    yield _text(middle, _HEIGHT - 18, "vehicle-hours", anchor="middle")


def _ticks(horizon: float) -> list[float]:
    """Round hours from 0 up to the horizon, a handful."""
    size = 1
    while True:
        for step in (size * part for part in _STEPS):
            if horizon / step <= _MOST_TICKS:
                return [float(n * step) for n in range(int(horizon // step) + 1)]
        size *= 10


def _line(name: str, curve: Curve, horizon: float) -> str:
    """The curve as steps: nothing is found between two finds."""
    moves = [f"M{_x(0, horizon):.1f} {_y(0):.1f}"]
    for hour, found in zip(curve.hours[1:], curve.found[1:], strict=True):
        share = found / curve.people if curve.people else 1.0
        moves.append(f"H{_x(hour, horizon):.1f}V{_y(share):.1f}")
    pen = _PENS.get(name, _OTHER)
    dashes = f' stroke-dasharray="{pen.dashes}"' if pen.dashes else ""
    return (
        f'<path d="{"".join(moves)}" fill="none" stroke="{pen.colour}" '
        f'stroke-width="{pen.width}" stroke-linecap="round"{dashes}/>'
    )


def _name(name: str, curve: Curve, at: float) -> str:
    """The name at the end of a line, and how much was found."""
    pen = _PENS.get(name, _OTHER)
    x, end = _LEFT + _ACROSS, _y(found_by(curve, curve.horizon))
    lead = (
        f'<path d="M{x + 3} {end:.1f}L{x + 14} {at:.1f}H{x + 20}" fill="none" '
        f'stroke="{pen.colour}" stroke-width="1"/>'
    )
    words = f"{name} {_percent(curve)}"
    bold = "bold" if name == "stillhere" else "normal"
    return lead + _text(x + 24, at + 5, words, weight=bold)


def _percent(curve: Curve) -> str:
    return f"{100 * found_by(curve, curve.horizon):.0f} %"


def _apart(shares: Sequence[float]) -> list[float]:
    """Heights of names near the ends of their lines, none on another."""
    placed = [0.0] * len(shares)
    lowest = float("-inf")
    for n in sorted(range(len(shares)), key=lambda n: (-shares[n], -n)):
        lowest = placed[n] = max(_y(shares[n]), lowest + _APART)
    over = max(0.0, lowest - (_TOP + _DOWN))
    return [at - over for at in placed]


def _x(hour: float, horizon: float) -> float:
    return _LEFT + _ACROSS * hour / horizon


def _y(share: float) -> float:
    return _TOP + _DOWN * (1 - share)


def _rule(x1: float, y1: float, x2: float, y2: float) -> str:
    return (
        f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" '
        'stroke="#dddddd"/>'
    )


def _text(x: float, y: float, words: str, **style: object) -> str:
    names = {"size": "font-size", "weight": "font-weight", "anchor": "text-anchor"}
    said = "".join(f' {names.get(key, key)}="{style[key]}"' for key in sorted(style))
    return f'<text x="{x:.1f}" y="{y:.1f}"{said}>{escape(words)}</text>'
