"""The four languages of the case; others are read without a language of their own."""

from enum import StrEnum


class Language(StrEnum):
    """Language of a list or a reader, ISO 639-1."""

    HY = "hy"
    AZ = "az"
    RU = "ru"
    EN = "en"
