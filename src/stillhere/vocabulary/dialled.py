"""Calls the operation itself makes to numbers on file."""

from enum import StrEnum


class CallOutcome(StrEnum):
    """What came of a call to a number on file."""

    ANSWERED = "answered"
    NOT_ANSWERED = "not_answered"
    WRONG_NUMBER = "wrong_number"
    NOT_AGAIN = "not_again"
    """Whoever answered asks not to be called again."""


class WhoseNumber(StrEnum):
    """Who is expected to answer a number on file."""

    HOUSEHOLD = "household"
    """Somebody of the household, or of those who came together."""
    ENQUIRER = "enquirer"
    """Who asks for somebody."""
