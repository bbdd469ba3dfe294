"""People, households."""

from django.urls import path

from stillhere.desk.views.people import person

urlpatterns = [
    path("people/<slug:mention>/", person.person, name="person"),
]
