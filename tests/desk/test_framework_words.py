"""Sentences of Django that our forms can show, in the letters of each language."""

import unicodedata
from collections.abc import Iterator

import pytest
from django import forms
from django.contrib.auth.password_validation import (
    CommonPasswordValidator,
    MinimumLengthValidator,
    UserAttributeSimilarityValidator,
)
from django.core.exceptions import ValidationError
from django.utils.translation import override

pytestmark = pytest.mark.usefixtures("town")
LETTERS = {"hy": "ARMENIAN", "az": "LATIN", "ru": "CYRILLIC"}


class Everything(forms.Form):
    name = forms.CharField(max_length=3)
    note = forms.CharField(min_length=9)
    number = forms.IntegerField(min_value=5)
    most = forms.IntegerField(max_value=5)
    day = forms.DateField()
    choice = forms.ChoiceField(choices=[("a", "A")])
    several = forms.MultipleChoiceField(choices=[("a", "A")])
    file = forms.FileField()


def sentences() -> Iterator[str]:
    empty, wrong = Everything({}), Everything(WRONG)
    for form in (empty, wrong):
        yield from (str(said) for errors in form.errors.values() for said in errors)
    for validator in (MinimumLengthValidator(10), CommonPasswordValidator()):
        yield validator.get_help_text()
        try:
            validator.validate("password"[:8])
        except ValidationError as error:
            yield from error.messages
    yield UserAttributeSimilarityValidator().get_help_text()


WRONG = {
    "name": "much too long\x00",
    "note": "short",
    "number": "one",
    "most": "9",
    "day": "yesterday",
    "choice": "b",
    "several": ["b"],
}


@pytest.mark.parametrize("language", sorted(LETTERS))
def test_a_form_complains_in_the_language_of_its_reader(language: str) -> None:
    with override("en"):
        english = list(sentences())
    with override(language):
        said = list(sentences())
    assert len(said) == len(english) >= 16
    assert [s for s in said if s in english] == []
    own = LETTERS[language]
    assert [s for s in said if own not in {_script(c) for c in s}] == []


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]
