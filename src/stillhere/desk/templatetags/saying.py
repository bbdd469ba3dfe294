"""Words, numbers and dates of the active language in templates: ``{% load saying %}``."""

from django import template

from stillhere.desk import naming, saying, wording

register = template.Library()

FILTERS = (
    *(saying.said, saying.said_reason, saying.day),
    *(saying.number, saying.tenths, saying.percent),
    *(wording.in_words, wording.concern_words, wording.conflict_words),
    *(wording.evidence_words, wording.evidence_said, naming.person_name),
)
for function in FILTERS:
    register.filter(function.__name__, function)
