"""Rows derived from the picture: a cache, safe to delete, written by `rows` alone."""

from typing import ClassVar

from django.db import models


class PersonRow(models.Model):
    """One entry of the ledger, in the columns lists are filtered and ordered by.

    Attributes:
        referent: Id of the entry.
        status: Code of `vocabulary.Status`.
        listed: Whether in the list of those without word.
        concern: Rank in it, higher first.
        last_word: ISO date; empty for never.
        settlement, dwelling: Keys of the home; empty where none is known.
        name: As written, preferred.
        sort_name: In folded Latin letters, family name first where it is known.
        birth: First year it may be; 0 where nothing is stated.
        alone, dependent, asked, conflicting: As in the entry.
    """

    referent = models.CharField(max_length=32, primary_key=True)
    status = models.CharField(max_length=24)
    listed = models.BooleanField()
    concern = models.IntegerField()
    last_word = models.CharField(max_length=32, blank=True)
    settlement = models.CharField(max_length=120, blank=True)
    dwelling = models.CharField(max_length=240, blank=True)
    name = models.TextField(blank=True)
    sort_name = models.TextField(blank=True)
    birth = models.IntegerField(default=0)
    alone = models.BooleanField()
    dependent = models.BooleanField()
    asked = models.BooleanField()
    conflicting = models.BooleanField()

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                "listed",
                models.F("concern").desc(),
                "last_word",
                "referent",
                name="person_by_concern",
            ),
            models.Index(fields=["sort_name", "referent"], name="person_by_name"),
            models.Index(
                fields=["status", "sort_name", "referent"], name="person_by_status"
            ),
            models.Index(
                fields=["settlement", "sort_name", "referent"], name="person_by_place"
            ),
        ]

    def __str__(self) -> str:
        return self.referent


class EntryChange(models.Model):
    """What one write did to one entry: the step from picture to picture.

    Attributes:
        position: Of the store after the write.
        at: ISO time of the write.
        referent: Whose entry.
        before, after: Status codes; empty where there was, or is, no entry.
    """

    position = models.BigIntegerField(db_index=True)
    at = models.CharField(max_length=32)
    referent = models.CharField(max_length=32)
    before = models.CharField(max_length=24, blank=True)
    after = models.CharField(max_length=24, blank=True)

    def __str__(self) -> str:
        return f"{self.referent} at {self.position}"


class DerivedState(models.Model):
    """Which picture the rows are derived from; one row."""

    digest = models.CharField(max_length=64)
    position = models.BigIntegerField()

    def __str__(self) -> str:
        return self.digest
