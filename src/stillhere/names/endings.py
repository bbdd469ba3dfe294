"""Family-name endings: many spellings, one canonical form each."""

from typing import Final

ENDINGS: Final[tuple[tuple[str, str, int, str], ...]] = (
    ("ianTev", "yan", 3, "Саакянцев"),
    ("ianTov", "yan", 3, "Петросянцов"),
    ("ianTs", "yan", 2, "Petrosyants, written twice"),
    ("ianT", "yan", 2, "Петросянц, Petrosyants"),
    ("eanT", "yan", 3, "-եանց"),
    ("ianz", "yan", 2, "Petrosianz"),
    ("ians", "yan", 2, "Petrosians"),
    ("ian", "yan", 2, "Petrosyan, Petrossian, Петросян"),
    ("ean", "yan", 3, "-եան"),
    ("unT", "unts", 3, "Sargsunts, -ունց"),
    ("uns", "unts", 3, "Azerbaijani, Sarqsuns"),
    ("skaia", "ski", 2, "female form"),
    ("skaa", "ski", 2, "female form, glide lost"),
    ("ski", "ski", 2, "-ский"),
    ("oglu", "oglu", 2, "written together"),
    ("ogli", "oglu", 2, "-оглы"),
    ("Zade", "zade", 2, "after -d or -t"),
    ("Zada", "zade", 2, "after -d or -t"),
    ("zade", "zade", 2, "-zadə"),
    ("zada", "zade", 2, "-заде"),
    ("eva", "ev", 2, "female form"),
    ("ova", "ov", 2, "female form"),
    ("ef", "ev", 3, "Alieff"),
    ("of", "ov", 3, "Petroff"),
    ("ev", "ev", 2, "-ев"),
    ("ov", "ov", 2, "-ов"),
)

_BY_LAST: Final[dict[str, tuple[tuple[str, str, int], ...]]] = {
    last: tuple(
        (written, canonical, least)
        for written, canonical, least, _ in ENDINGS
        if written[-1] == last
    )
    for last in sorted({written[-1] for written, _, _, _ in ENDINGS})
}


def split_ending(sounds: str) -> tuple[str, str]:
    """Cut the family ending off a token in sound form.

    Returns:
        Stem and canonical ending (`yan`, `unts`, `ov`, `ev`, `ski`, `zade`,
        `oglu`); the
        whole token and an empty ending where none fits or too little would be left.
    """
    for written, canonical, least in _BY_LAST.get(sounds[-1:], ()):
        if sounds.endswith(written) and len(sounds) - len(written) >= least:
            return sounds[: -len(written)], canonical
    return sounds, ""
