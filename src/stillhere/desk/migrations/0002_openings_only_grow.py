"""Lines of the log of openings are never changed or deleted, whoever asks."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

_SQLITE = """CREATE TRIGGER desk_opening_refuse_{action} BEFORE {action} ON desk_opening
    BEGIN SELECT RAISE(ABORT, 'desk_opening: append-only, {action} refused'); END"""
_POSTGRES = (
    """CREATE FUNCTION desk_opening_refuse_{action}() RETURNS trigger AS $$
    BEGIN RAISE EXCEPTION 'desk_opening: append-only, {action} refused'; END
    $$ LANGUAGE plpgsql""",
    """CREATE TRIGGER desk_opening_refuse_{action} BEFORE {action} ON desk_opening
    FOR EACH STATEMENT EXECUTE FUNCTION desk_opening_refuse_{action}()""",
)
_ACTIONS = ("update", "delete")


def forbid(apps: StateApps, schema: BaseDatabaseSchemaEditor) -> None:
    del apps
    postgres = schema.connection.vendor == "postgresql"
    for action in _ACTIONS:
        for statement in _POSTGRES if postgres else (_SQLITE,):
            schema.execute(statement.format(action=action))


def allow(apps: StateApps, schema: BaseDatabaseSchemaEditor) -> None:
    del apps
    for action in _ACTIONS:
        on = " ON desk_opening" if schema.connection.vendor == "postgresql" else ""
        schema.execute(f"DROP TRIGGER desk_opening_refuse_{action}{on}")


class Migration(migrations.Migration):
    dependencies = (("desk", "0001_first"),)
    operations = (migrations.RunPython(forbid, allow),)
