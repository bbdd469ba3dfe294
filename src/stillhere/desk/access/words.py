"""The words of roles and acts."""

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from stillhere.desk.access.roles import Act, Role

ROLE_WORDS: Mapping[Role, Promise] = MappingProxyType(
    {
        Role.COORDINATOR: _("Coordinator"),
        Role.HOTLINE: _("Hotline operator"),
        Role.TEAM_MEMBER: _("Team member"),
        Role.REGISTRAR: _("Registrar"),
        Role.TRANSPORT: _("Transport dispatch"),
        Role.MEDICAL: _("Medical dispatch"),
        Role.FORENSIC: _("Forensic focal point"),
        Role.FAMILY_LINKS: _("Family-links officer"),
        Role.CHILD_PROTECTION: _("Child-protection officer"),
        Role.SECURITY: _("Security officer"),
        Role.INFORMATION: _("Public information officer"),
    }
)
ACT_WORDS: Mapping[Act, Promise] = MappingProxyType(
    {
        Act.BRIEF: _("read the public brief"),
        Act.SEE: _("look at people and reports"),
        Act.ENTER: _("enter reports"),
        Act.CLEAR: _("say which roads and places are open"),
        Act.DECIDE: _("decide on links and plans"),
        Act.IMPORT: _("import lists"),
        Act.KEEP: _("make backups"),
        Act.ACCOUNTS: _("keep accounts"),
        Act.AUDIT: _("see who opened whom"),
    }
)
