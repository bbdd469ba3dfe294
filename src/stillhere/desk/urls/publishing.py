"""The public brief and the situation report."""

from django.urls import path

from stillhere.desk.views import publishing

urlpatterns = [
    path("brief/", publishing.brief, name="brief"),
    path("brief/<slug:form>/", publishing.brief_file, name="brief-file"),
    path("situation/", publishing.situation, name="situation"),
    path("situation/<slug:form>/", publishing.situation_file, name="situation-file"),
]
