import re
from pathlib import Path

import pytest

import stillhere.exercise.full as room
from stillhere.exercise.full.assumed import assumed, count, table

_TOLD = re.compile(r"specification|assumed|\(press\)")


def test_every_number_says_where_it_is_from() -> None:
    for section in table().values():
        for name, entry in section.items():
            assert set(entry) == {"value", "note"}, name
            assert _TOLD.search(entry["note"]), name


def test_every_number_is_used_and_none_is_missing() -> None:
    source = Path(str(room.__file__)).parent
    code = "\n".join(p.read_text(encoding="utf-8") for p in source.glob("*.py"))
    for section, entries in table().items():
        assert f'"{section}"' in code, section
        for name in entries:
            stem = re.sub(r"^(bedridden|without_help)(_rise|_most)?$", r"\1", name)
            stem = re.sub(r"^(kiosk|garage|cellar)s$", r"\1", stem)
            stem = re.sub(r"^knows_(house|street|village)$", "knows_", stem)
            assert stem in code, f"{section}.{name}"


def test_an_unknown_number_is_a_mistake_of_the_program() -> None:
    with pytest.raises(KeyError):
        assumed("sheltered", "nobody")
    assert count("access", "bridge_day") == 2
