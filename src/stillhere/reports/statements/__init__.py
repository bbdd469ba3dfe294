"""Statements: the single claims in reports, typed, nothing normalised away.

In: a report and the profile of its source (read by `intake`). Out: frozen values.
Promise: text stays as written; what could not be understood stays in `note` or unset.
"""

from stillhere.reports.statements.decisions import (
    Correction,
    DeathEstablished,
    Judgement,
    JudgementKind,
    SearchEnded,
    Withdrawal,
)
from stillhere.reports.statements.operations import (
    ClearanceStatement,
    TripStatement,
    VehicleStatement,
)
from stillhere.reports.statements.people import (
    Birth,
    CallStatement,
    DialledStatement,
    PersonStatement,
    TracingRequest,
    WrittenName,
    WrittenPlace,
)
from stillhere.reports.statements.places import (
    AnimalsStatement,
    AssuranceStatement,
    CountStatement,
    IntentionStatement,
    NeedStatement,
    PropertyStatement,
    RemainsStatement,
    ServiceStatement,
    VisitStatement,
)

Statement = (
    PersonStatement
    | CallStatement
    | DialledStatement
    | TracingRequest
    | VisitStatement
    | ServiceStatement
    | NeedStatement
    | CountStatement
    | RemainsStatement
    | PropertyStatement
    | AnimalsStatement
    | IntentionStatement
    | AssuranceStatement
    | VehicleStatement
    | TripStatement
    | ClearanceStatement
    | DeathEstablished
    | Judgement
    | SearchEnded
    | Correction
    | Withdrawal
)

__all__ = [
    "AnimalsStatement",
    "AssuranceStatement",
    "Birth",
    "CallStatement",
    "ClearanceStatement",
    "Correction",
    "CountStatement",
    "DeathEstablished",
    "DialledStatement",
    "IntentionStatement",
    "Judgement",
    "JudgementKind",
    "NeedStatement",
    "PersonStatement",
    "PropertyStatement",
    "RemainsStatement",
    "SearchEnded",
    "ServiceStatement",
    "Statement",
    "TracingRequest",
    "TripStatement",
    "VehicleStatement",
    "VisitStatement",
    "Withdrawal",
    "WrittenName",
    "WrittenPlace",
]
