"""Codes of what the people of a team can do."""

from enum import StrEnum


class Skill(StrEnum):
    """What at least one person of a team can do."""

    FIRST_AID = "first_aid"
    MEDICAL = "medical"
    """A nurse, a paramedic or a doctor."""
    STRETCHER = "stretcher"
    """They have a stretcher, and enough hands to carry it."""
    HAZARDS = "hazards"
    """They were taught about explosive hazards."""
    SPEAKS_HY = "speaks_hy"
    SPEAKS_AZ = "speaks_az"
    SPEAKS_RU = "speaks_ru"
    SPEAKS_EN = "speaks_en"
