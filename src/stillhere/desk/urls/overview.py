"""The overview."""

from django.urls import path

from stillhere.desk.views import overview

urlpatterns = [path("", overview.overview, name="overview")]
