"""Every address of the desk, one module for each room of pages."""

from django.urls import include, path

from stillhere.desk.views import refusals

_ROOMS = (
    "signing",
    "overview",
    "people",
    "reports",
    "links",
    "settling",
    "places",
    "accounts",
    "imports",
    "entering",
    "plan",
    "searching",
    "safety",
    "calling",
    "publishing",
    "jobs",
    "keep",
)

urlpatterns = [path("", include(f"stillhere.desk.urls.{room}")) for room in _ROOMS]

handler400 = refusals.not_understood
handler403 = refusals.not_allowed
handler404 = refusals.not_here
handler500 = refusals.failed
