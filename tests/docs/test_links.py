import re
from pathlib import Path
from urllib.parse import unquote

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted(
    [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("changes/*.md")]
)
LINK = re.compile(r"\[[^\]]*\]\(\s*<?([^)>\s]+)")
HEADING = re.compile(r"^#+\s+(.*)$", re.MULTILINE)
FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


def relative_links(text: str) -> list[str]:
    links = LINK.findall(FENCE.sub("", text))
    return [link for link in links if not re.match(r"[a-z]+:", link)]


def anchors(path: Path) -> set[str]:
    headings = HEADING.findall(FENCE.sub("", path.read_text(encoding="utf-8")))
    plain = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in headings)
    return {heading.strip().replace(" ", "-") for heading in plain}


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_relative_link_leads_somewhere(page: Path) -> None:
    broken = []
    for link in relative_links(page.read_text(encoding="utf-8")):
        file, _, anchor = unquote(link).partition("#")
        target = page.parent / file if file else page
        lost = not target.exists()
        if lost or (
            anchor and target.suffix == ".md" and anchor not in anchors(target)
        ):
            broken.append(link)
    assert broken == []


def test_every_page_of_the_docs_is_reached_from_the_index() -> None:
    index = ROOT / "docs" / "README.md"
    reached, open_pages = set(), [index]
    while open_pages:
        page = open_pages.pop().resolve()
        if page in reached or page.suffix != ".md" or not page.is_file():
            continue
        reached.add(page)
        links = relative_links(page.read_text(encoding="utf-8"))
        open_pages += [page.parent / unquote(link).partition("#")[0] for link in links]
    docs = {p for p in PAGES if (ROOT / "docs") in p.parents}
    assert sorted(str(p.relative_to(ROOT)) for p in docs - reached) == []


def test_a_broken_link_would_be_seen() -> None:
    text = "[a](gone.md) [b](https://example.org/x.md)\n```\n[c](code.md)\n```\n"
    assert relative_links(text) == ["gone.md"]
