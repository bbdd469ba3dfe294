"""Small invented files in the forms of their publishers."""

from collections.abc import Sequence
from pathlib import Path
from zipfile import ZipFile


def geonames_line(
    code: int,
    name: str,
    lat: float = 39.8,
    lon: float = 46.7,
    *,
    feature: str = "P.PPL",
    admin: Sequence[str] = ("01", "", ""),
    others: str = "",
    people: int = 0,
    date: str = "2024-01-01",
) -> str:
    """One line of a country file."""
    kind, what = feature.split(".")
    cells = [code, name, name, others, lat, lon, kind, what, "XX", "", *admin, ""]
    return "\t".join(map(str, [*cells, people, "", "", "Asia/Nowhere", date]))


def alternate_line(place: int, language: str, name: str, marks: str = "") -> str:
    """One line of alternateNamesV2; marks: `p` preferred, `h` historic."""
    flags = ["1" if mark in marks else "" for mark in "p-ch"]
    return "\t".join([str(place * 10), str(place), language, name, *flags, "", ""])


def written(path: Path, *lines: str) -> Path:
    """A text file of these lines."""
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def zipped(path: Path, member: str, text: str) -> Path:
    """A ZIP with one table and a readme."""
    with ZipFile(path, "w") as packed:
        packed.writestr("readme.txt", "about the table")
        packed.writestr(member, text)
    return path


def osm(path: Path, *parts: str) -> Path:
    """An extract as XML."""
    head = '<?xml version="1.0" encoding="UTF-8"?><osm version="0.6">'
    return written(path, head, *parts, "</osm>")


def node(code: int, lat: float, lon: float, **tags: str) -> str:
    """A node of an extract; `__` in a name of a tag stands for a colon."""
    inner = "".join(
        f'<tag k="{key.replace("__", ":")}" v="{value}"/>'
        for key, value in tags.items()
    )
    return f'<node id="{code}" version="1" lat="{lat}" lon="{lon}">{inner}</node>'


def way(code: int, nodes: Sequence[int], **tags: str) -> str:
    """A way of an extract."""
    inner = "".join(f'<nd ref="{ref}"/>' for ref in nodes)
    inner += "".join(
        f'<tag k="{key.replace("__", ":")}" v="{value}"/>'
        for key, value in tags.items()
    )
    return f'<way id="{code}" version="1">{inner}</way>'
