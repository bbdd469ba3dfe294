"""Backups."""

from django.urls import path

from stillhere.desk.views import keep

urlpatterns = [path("backup/", keep.keep, name="keep")]
