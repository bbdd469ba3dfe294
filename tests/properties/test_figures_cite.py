from dataclasses import fields

from stillhere.ledger import Entry, Picture
from stillhere.ledger.counting import COUNTS
from stillhere.pipeline import build
from stillhere.vocabulary import PersonEvent
from tests.properties.conftest import Tutorial

_UNSET = ("", None, (), False, 0)


def _picture(town: Tutorial) -> Picture:
    return build(town.reports, town.rules, town.as_of)


def test_every_figure_cites_reports_that_are_there(tutorial: Tutorial) -> None:
    picture = _picture(tutorial)
    known = {report.id for report in tutorial.reports}
    figures = [picture.count(name) for name in [*COUNTS, "households"]]
    figures += picture.stated()
    figures += [f for event in PersonEvent for f in picture.by_source(event)]
    assert any(figure.value for figure in figures)
    for figure in figures:
        assert bool(figure.cites) == bool(figure.value), figure.name
        assert set(figure.cites) <= known, figure.name


def test_every_value_of_an_entry_that_is_set_cites(tutorial: Tutorial) -> None:
    for entry in _picture(tutorial).entries.values():
        for name in (field.name for field in fields(Entry)):
            if name == "taken" or getattr(entry, name) in _UNSET:
                continue
            assert entry.cites(name), (entry.id, name)


def test_every_household_and_place_cites(tutorial: Tutorial) -> None:
    picture = _picture(tutorial)
    assert all(household.cites for household in picture.households.values())
    for place in picture.places.values():
        assert place.cites or place.residents or place.registered or place.names
