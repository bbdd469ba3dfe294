"""Django's SQLite backend over a connection that the store opens.

Everything but the opening is Django's own: the library behind it is SQLCipher's build of
SQLite with the interface of the standard library's module.
"""

import datetime as dt
import decimal
from typing import Any

from django.db.backends.sqlite3 import base as plain
from django.db.backends.sqlite3._functions import register
from sqlcipher3 import dbapi2

from stillhere.desk.unlocked import held
from stillhere.store.connection import open_connection

dbapi2.register_adapter(decimal.Decimal, str)
dbapi2.register_adapter(dt.date, plain.adapt_date)
dbapi2.register_adapter(dt.datetime, plain.adapt_datetime)


class Cursor(dbapi2.Cursor):  # type: ignore[misc]
    """A cursor that takes Django's placeholders."""

    convert_query = plain.SQLiteCursorWrapper.convert_query

    def execute(self, query: str, params: Any = None) -> Any:
        """Run one statement."""
        if params is None:
            return super().execute(query)
        names = list(params) if isinstance(params, dict) else None
        return super().execute(self.convert_query(query, param_names=names), params)

    def executemany(self, query: str, param_list: Any) -> Any:
        """Run one statement for each of many rows."""
        return super().executemany(self.convert_query(query), param_list)


class DatabaseWrapper(plain.DatabaseWrapper):
    """The store's file as a Django database; its place and key come from `unlocked`."""

    Database = dbapi2

    def get_connection_params(self) -> dict[str, Any]:
        """Transactions take the right to write when they begin, and wait for it."""
        self.transaction_mode = "IMMEDIATE"
        self.init_commands: list[str] = []
        return {}

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """A keyed connection with every setting of the store."""
        del conn_params
        here = held()
        if here.path is None or here.key is None:
            raise RuntimeError("the operation does not rest in a file")
        connection = open_connection(here.path, here.key, any_thread=True)
        register(connection)
        connection.execute("PRAGMA legacy_alter_table = OFF")
        return connection

    def create_cursor(self, name: str | None = None) -> Any:
        """A cursor of the encrypted connection."""
        del name
        return self.connection.cursor(factory=Cursor)

    def is_in_memory_db(self) -> bool:
        """Never: it rests in a file."""
        return False
