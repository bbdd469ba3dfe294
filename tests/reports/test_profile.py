import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stillhere.names import NameOrder
from stillhere.reports import Column, Profile, canonical_body
from stillhere.vocabulary import Language, PersonEvent, ReportKind
from stillhere.vocabulary.fields import Field
from tests.reports.strategies import HEADERS, SOURCES

columns = st.lists(
    st.builds(Column, st.sampled_from(HEADERS), st.sampled_from(list(Field))),
    max_size=8,
).map(tuple)
profiles = st.builds(
    Profile,
    source=st.sampled_from(SOURCES),
    kind=st.sampled_from(list(ReportKind)),
    columns=columns,
    language=st.none() | st.sampled_from(list(Language)),
    name_order=st.sampled_from(list(NameOrder)),
    once=st.booleans(),
    register=st.booleans(),
    event=st.none() | st.sampled_from(list(PersonEvent)),
    date=st.none() | st.just("2023-09-30"),
    month_first=st.booleans(),
    confirmed=st.booleans(),
)


@given(profiles)
def test_a_profile_survives_the_body_of_its_report(profile: Profile) -> None:
    body = canonical_body(profile.to_fields())
    assert Profile.from_fields(json.loads(body)) == profile


def test_headers_of_one_meaning_come_in_the_order_of_the_file() -> None:
    profile = Profile(
        "list",
        ReportKind.PERSON,
        (
            Column("Phone 2", Field.PHONE),
            Column("Name", Field.NAME),
            Column("Phone 1", Field.PHONE),
        ),
    )
    assert profile.headers(Field.PHONE) == ("Phone 2", "Phone 1")
    assert profile.headers(Field.FLAT) == ()


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"about": "list", "kind": "person"},
        {"about": "list", "kind": "no such kind", "columns": []},
        {"about": "list", "kind": "person", "columns": [["Name", "no such field"]]},
        {"about": "list", "kind": "person", "columns": [["Name"]]},
        {"about": "list", "kind": "person", "columns": 3},
        {"about": "list", "kind": "person", "columns": [], "language": "xx"},
    ],
)
def test_a_body_that_is_no_profile_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises((KeyError, ValueError, TypeError)):
        Profile.from_fields(fields)
