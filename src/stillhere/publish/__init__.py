"""Step 5: the picture becomes pages and files.

In: a picture, the names of places, what is believed, a voice. Out: the situation report and the
public brief as Markdown, HTML and plain text, and the ledger as JSON, CSV and XLSX.
Promise: no number without the reports behind it; nothing leaves operations unmarked:
every page is a draft until it is released; public pages name no place that was not
visited, nobody, no home, and give no number of who has not been heard of; no cell of a
file begins with a formula; the same picture gives the same bytes.
"""

from stillhere.publish.exports import ledger_files
from stillhere.publish.public import public_brief
from stillhere.publish.rendering import Written, clean, html, markdown, text
from stillhere.publish.sentences import Page
from stillhere.publish.situation import situation_report

__all__ = [
    "Page",
    "Written",
    "clean",
    "html",
    "ledger_files",
    "markdown",
    "public_brief",
    "situation_report",
    "text",
]
