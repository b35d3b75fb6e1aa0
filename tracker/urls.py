"""The site's addresses: the admin here, everything else in the `deals` app."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("", include("deals.pages.urls")),
    path("api/v1/", include("deals.api.urls")),
    path("admin/", admin.site.urls),
]

handler400 = "deals.pages.errors.bad_request"
handler403 = "deals.pages.errors.forbidden"
handler404 = "deals.pages.errors.not_found"
handler500 = "deals.pages.errors.broken"
