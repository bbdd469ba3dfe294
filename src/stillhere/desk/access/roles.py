"""The table of role, scope and act. A page that is restricted adds its line here.

A role sees the picture of operations. What it may see and enter beyond that is a scope of
its own, and acts that touch everybody's work are few people's.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Protocol

from stillhere.vocabulary import Scope


class Role(StrEnum):
    """What somebody is in the operation; one person may be several."""

    COORDINATOR = "coordinator"
    HOTLINE = "hotline"
    TEAM_MEMBER = "team_member"
    REGISTRAR = "registrar"
    TRANSPORT = "transport"
    MEDICAL = "medical"
    FORENSIC = "forensic"
    FAMILY_LINKS = "family_links"
    CHILD_PROTECTION = "child_protection"
    SECURITY = "security"
    INFORMATION = "information"


class Act(StrEnum):
    """What a page lets somebody do."""

    BRIEF = "brief"
    """Read the draft of the public brief, which names nobody."""
    SEE = "see"
    """Look at what is known, people included."""
    ENTER = "enter"
    """Type in what was reported."""
    CLEAR = "clear"
    """Say which roads and places are open, closed or hazardous."""
    DECIDE = "decide"
    """Judge doubtful links, hand out a plan."""
    IMPORT = "import"
    """Read lists in, and take an import back."""
    KEEP = "keep"
    """Backups."""
    ACCOUNTS = "accounts"
    """Who may sign in, and as what."""
    AUDIT = "audit"
    """Who opened which person."""


_READS = frozenset({Act.BRIEF})
_SEES = _READS | {Act.SEE}
_ENTERS = _SEES | {Act.ENTER}
_JUDGES = _ENTERS | {Act.DECIDE}

TABLE: Mapping[Role, Mapping[Scope, frozenset[Act]]] = MappingProxyType(
    {
        Role.COORDINATOR: {Scope.OPERATIONS: frozenset(Act)},
        Role.HOTLINE: {Scope.OPERATIONS: _ENTERS},
        Role.TEAM_MEMBER: {Scope.OPERATIONS: _ENTERS},
        Role.REGISTRAR: {Scope.OPERATIONS: _JUDGES | {Act.IMPORT}},
        Role.TRANSPORT: {Scope.OPERATIONS: _ENTERS},
        Role.MEDICAL: {Scope.OPERATIONS: _ENTERS},
        Role.FORENSIC: {
            Scope.OPERATIONS: _ENTERS,
            Scope.THE_DEAD: frozenset({Act.SEE, Act.ENTER}),
        },
        Role.FAMILY_LINKS: {Scope.OPERATIONS: _JUDGES},
        Role.CHILD_PROTECTION: {
            Scope.OPERATIONS: _ENTERS,
            Scope.CHILDREN: frozenset({Act.SEE}),
        },
        Role.SECURITY: {Scope.OPERATIONS: _ENTERS | {Act.CLEAR}},
        Role.INFORMATION: {Scope.OPERATIONS: _READS},
    }
)


class HasRoles(Protocol):
    """An account, as far as this table looks at it."""

    @property
    def roles(self) -> list[str]:
        """Codes of `Role`."""


def roles_of(account: HasRoles) -> tuple[Role, ...]:
    """The roles of an account, in the order of the table; unknown codes give nothing."""
    return roles_among(account.roles)


def roles_among(codes: Iterable[str]) -> tuple[Role, ...]:
    """The roles some codes name, in the order of the table; unknown codes name none."""
    held = set(codes)
    return tuple(role for role in Role if role.value in held)


def may(roles: Iterable[Role], act: Act, scope: Scope) -> bool:
    """Whether any of the roles may do this in this scope."""
    return any(act in TABLE[role].get(scope, frozenset()) for role in roles)
