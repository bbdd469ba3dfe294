"""The reference page lists the rules and figures that hold."""

from pathlib import Path

from stillhere import names
from stillhere.names.endings import ENDINGS
from stillhere.names.skeletons import SKELETON_CLASSES
from stillhere.names.sounds import FINAL_RULES, GLIDE_RULES, SOUND_RULES, SPOKEN

HERE = Path(__file__).parent
PAGE = HERE.parents[1] / "docs" / "reference" / "names.md"
SETS = (
    *(("tuned", "1"), ("fresh", "1"), ("plain", "1")),
    *(("tuned", "0"), ("fresh", "0")),
)


def shares(chosen: str, same: str) -> tuple[int, list[int]]:
    """Count the pairs of one set, and those that meet under each of three forms."""
    text = (HERE / "pairs.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line[0] != "#"]
    kept = [row for row in rows if (row[5], row[4]) == (chosen, same)]
    folds = [(names.fold(row[0], row[1]), names.fold(row[2], row[3])) for row in kept]
    forms = (str, names.skeleton, names.family_stem)
    return len(kept), [
        sum(form(first) == form(second) for first, second in folds) for form in forms
    ]


def figures_block() -> str:
    """Write the table of figures."""
    lines = ["| pairs | number | fold equal | skeleton equal | family stem equal |"]
    lines.append("|---|---|---|---|---|")
    for chosen, same in SETS:
        count, met = shares(chosen, same)
        kind = "one name" if same == "1" else "two names"
        cells = " | ".join(f"{100 * part / count:.1f} %" for part in met)
        lines.append(f"| {chosen}, {kind} | {count:,} | {cells} |")
    return "\n".join(lines)


def rules_block() -> str:
    """Write the ordered rules, with capital letters as the room uses them."""
    signs = ", ".join(f"`{sign}` {text}" for sign, text in SPOKEN)
    lines = [f"One sign for one sound: {signs}.", ""]
    for title, rules in (
        ("Sound", SOUND_RULES),
        ("Glide", GLIDE_RULES),
        ("Last sound", FINAL_RULES),
    ):
        lines += [f"| {title} rule | becomes | why |", "|---|---|---|"]
        lines += [f"| `{old}` | `{new}` | {why} |" for old, new, why in rules]
        lines.append("")
    lines += ["| Ending | becomes | letters before | seen in |", "|---|---|---|---|"]
    lines += [
        f"| `{old}` | `{new}` | {least} | {why} |" for old, new, least, why in ENDINGS
    ]
    lines += ["", "| Skeleton class | sounds | why |", "|---|---|---|"]
    lines += [f"| `{sign}` | `{old}` | {why} |" for sign, old, why in SKELETON_CLASSES]
    return "\n".join(lines)


def test_the_page_states_the_figures_that_hold() -> None:
    assert figures_block() in PAGE.read_text(encoding="utf-8")


def test_the_page_lists_every_rule_in_its_order() -> None:
    assert rules_block() in PAGE.read_text(encoding="utf-8")


def test_the_page_names_every_public_name() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert [name for name in names.__all__ if f"`{name}" not in page] == []


def test_nearly_every_pair_of_one_name_shares_a_block() -> None:
    for chosen in ("tuned", "fresh", "plain"):
        count, (folds, keys, _) = shares(chosen, "1")
        assert count >= 400
        assert keys > 0.97 * count
        assert folds > 0.85 * count


def test_two_names_seldom_share_a_block_though_chosen_to_look_alike() -> None:
    for chosen in ("tuned", "fresh"):
        count, (folds, keys, _) = shares(chosen, "0")
        assert folds < 0.01 * count
        assert keys < 0.10 * count
