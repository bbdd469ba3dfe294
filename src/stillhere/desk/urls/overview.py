"""The overview and the lists behind it."""

from django.urls import path

from stillhere.desk.views import remaining
from stillhere.desk.views.overview import page

urlpatterns = [
    path("", page.overview, name="overview"),
    path("seen/", page.seen, name="seen"),
    path("changes/", page.changes, name="changes"),
    path("findings/", page.findings, name="findings"),
    path("still-here/", remaining.remaining, name="remaining"),
]
