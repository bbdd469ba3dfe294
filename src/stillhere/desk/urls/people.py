"""People, households."""

from django.urls import path

from stillhere.desk.views import households
from stillhere.desk.views.people import listing, person

urlpatterns = [
    path("people/", listing.people, name="people"),
    path("people/<slug:mention>/", person.person, name="person"),
    path(
        "people/<slug:mention>/values/<slug:name>/",
        person.person_value,
        name="person-value",
    ),
    path("households/<slug:household>/", households.household, name="household"),
]
