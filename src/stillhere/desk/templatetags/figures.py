"""Numbers in templates: ``{% load figures %}{% figure fig %}``.

A number without citations cannot be rendered.
"""

from django import template
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html

from stillhere.desk.figures import address_of
from stillhere.desk.operation.current import the_operation
from stillhere.desk.saying import number
from stillhere.desk.tallies import Tally
from stillhere.errors import StillHereError
from stillhere.ledger import Figure

register = template.Library()


@register.simple_tag
def figure(shown: Figure | Tally, address: str = "", label: str = "") -> str:
    """A number as a link to the reports behind it.

    Args:
        shown: The figure.
        address: Where its reports, or the list of its people, stand; the page of the
            figure where empty.
        label: What it counts, for who hears the link without seeing what is beside it.

    Raises:
        StillHereError: It is not 0 and no report stands behind it.
    """
    if shown.value and not shown.cites:
        raise StillHereError("publish/figure-without-source", name=shown.name)
    if isinstance(shown, Tally):
        target = address or shown.address
    else:
        target = address or address_of(the_operation().picture, shown)
    said = number(shown.value)
    if not label:
        return format_html('<a href="{}">{}</a>', target, said)
    return format_html(
        '<a href="{}" aria-label="{}: {}">{}</a>', target, label, said, said
    )


@register.simple_tag
def page_at(name: str, *values: str) -> str:
    """The address of a page by its name; empty while the desk has no such page."""
    try:
        return reverse(name, args=values)
    except NoReverseMatch:
        return ""
