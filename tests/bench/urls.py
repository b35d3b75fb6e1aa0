"""The site's addresses, and beside them what its answers are compared with."""

from django.urls import include, path

from tests.bench.compared import EmptyEndpoint, NestedAgreements, empty_page

urlpatterns = [
    path("", include("tracker.urls")),
    path("api/bench/empty/", EmptyEndpoint.as_view()),
    path("api/bench/nested/", NestedAgreements.as_view()),
    path("bench/empty/", empty_page),
]
