"""Long work, found again from any page."""

from django.urls import path

from stillhere.desk.views import jobs

urlpatterns = [
    path("jobs/", jobs.listed, name="jobs"),
    path("jobs/<int:number>/", jobs.job, name="job"),
]
