"""The one table of codes, joined from one module per room."""

from stillhere.errors import (
    cli,
    desk,
    exercise,
    identity,
    intake,
    ledger,
    pipeline,
    places,
    plan,
    publish,
    reports,
    store,
)

CATALOGUE: dict[str, str] = {
    **places.WORDING,
    **reports.WORDING,
    **intake.WORDING,
    **store.WORDING,
    **identity.WORDING,
    **ledger.WORDING,
    **plan.WORDING,
    **publish.WORDING,
    **pipeline.WORDING,
    **exercise.WORDING,
    **desk.WORDING,
    **cli.WORDING,
}
"""Code (room/slug) to sentence with ``{named}`` places; unique across rooms."""
