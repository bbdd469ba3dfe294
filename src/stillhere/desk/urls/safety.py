"""Teams that are out."""

from django.urls import path

from stillhere.desk.views.safety import alarm, page

urlpatterns = [
    path("teams/", page.teams, name="teams"),
    path("teams/say/", page.say, name="teams-say"),
    path("teams/unsay/<str:report>/", page.unsay, name="teams-unsay"),
    path("teams/alarm/", alarm.alarm, name="teams-alarm"),
]
