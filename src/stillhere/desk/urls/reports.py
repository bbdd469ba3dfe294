"""Reports, and figures with the reports behind them."""

from django.urls import path

from stillhere.desk.views import figures, reports

urlpatterns = [
    path("reports/<slug:report>/", reports.report, name="report"),
    path("figures/", figures.figures, name="figures"),
    path("figures/<slug:name>/", figures.figure, name="figure"),
]
