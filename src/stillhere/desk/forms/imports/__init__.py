"""Forms of the import: what is sent, and how each of its sheets is to be read."""

from stillhere.desk.forms.imports.table import TableForm
from stillhere.desk.forms.imports.upload import Upload

__all__ = ["TableForm", "Upload"]
