"""Files people send stay in memory, up to a limit; nothing plain touches the disk."""

from io import BytesIO
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload
from django.http import HttpRequest

_REFUSED = "upload_refused"


class InMemory(FileUploadHandler):
    """Keeps one file in memory; refuses what is larger than the operation allows."""

    def handle_raw_input(self, *args: Any, **values: Any) -> None:
        """Note the stated length, before anything is read."""
        length = args[2] if len(args) > 2 else values["content_length"]
        self._too_large = length > settings.UPLOAD_BYTES

    def new_file(self, *args: Any, **values: Any) -> None:
        """Begin a file, unless what is sent is too large."""
        if self._too_large:
            self._refuse()
        super().new_file(*args, **values)
        self._content = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Take a piece."""
        if start + len(raw_data) > settings.UPLOAD_BYTES:
            self._refuse()
        self._content.write(raw_data)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        """The whole file."""
        self._content.seek(0)
        return InMemoryUploadedFile(
            file=self._content,
            field_name=self.field_name,
            name=self.file_name or "",
            content_type=self.content_type or "",
            size=file_size,
            charset=self.charset,
            content_type_extra=self.content_type_extra,
        )

    def _refuse(self) -> None:
        setattr(self.request, _REFUSED, True)
        raise StopUpload(connection_reset=True)


def was_refused(request: HttpRequest) -> bool:
    """Whether files of a request were not read, for they are too large together."""
    return getattr(request, _REFUSED, False)
