import re
from itertools import pairwise
from xml.etree import ElementTree as ET

from stillhere.exercise.running import POLICIES, Curve, Find, draw

_SVG = "{http://www.w3.org/2000/svg}"


def _curves() -> dict[str, Curve]:
    return {
        name: Curve.of([Find(10.0 * (n + 1), 5), Find(90.0, n)], 10, 160.0)
        for n, name in enumerate(POLICIES)
    }


def _texts(svg: str) -> list[str]:
    root = ET.fromstring(svg)  # noqa: S314 (we wrote it)
    return [text.text or "" for text in root.iter(f"{_SVG}text")]


def test_every_line_has_its_name_and_what_it_found() -> None:
    texts = _texts(draw(_curves(), "A town"))
    ends = {name: f"{name} {50 + 10 * n} %" for n, name in enumerate(POLICIES)}
    assert set(ends.values()) <= set(texts)


def test_the_picture_says_what_it_shows() -> None:
    svg = draw(_curves(), "Found <by> policy & world")
    assert _texts(svg)[0] == "Found <by> policy & world"
    assert "10 people still there at hour 0, the dead included" in _texts(svg)[1]
    assert "vehicle-hours" in _texts(svg)
    assert "<desc>Share of 10 people" in svg


def test_lines_differ_without_colour() -> None:
    svg = draw(_curves(), "A town")
    lines = re.findall(r'stroke="#(\w+)" stroke-width="[\d.]+" stroke-linecap', svg)
    assert len({_grey(colour) for colour in lines}) == len(lines) == len(POLICIES)


def _grey(colour: str) -> int:
    red, green, blue = (int(colour[n : n + 2], 16) for n in (0, 2, 4))
    return round((299 * red + 587 * green + 114 * blue) / 1000 / 8)


def test_names_at_the_ends_do_not_lie_on_each_other() -> None:
    same = dict.fromkeys(POLICIES, Curve.of([], 10, 80.0))
    svg = draw(same, "Nobody found")
    names = re.findall(r'<text x="794\.0" y="([\d.]+)"', svg)
    heights = sorted(float(y) for y in names)
    assert len(heights) == len(POLICIES)
    assert all(b - a >= 14 for a, b in pairwise(heights))
    assert heights[-1] < 560


def test_a_curve_of_another_name_is_drawn_too() -> None:
    svg = draw({"mine <1>": Curve.of([Find(3.0, 1)], 2, 80.0)}, "Mine")
    assert "mine <1> 50 %" in _texts(svg)


def test_hours_of_the_axis_are_round() -> None:
    texts = _texts(draw({"sweep": Curve.of([], 5, 2400.0)}, "Long"))
    hours = [text for text in texts if re.fullmatch(r"[\d,]+", text)]
    assert hours == ["0", "400", "800", "1,200", "1,600", "2,000", "2,400"]
