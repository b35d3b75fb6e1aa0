"""Reference figures that conversions rest on."""

from django.contrib import admin

from deals.admin.base import DeskAdmin
from deals.models import ExchangeRate


@admin.register(ExchangeRate)
class ExchangeRateAdmin(DeskAdmin):
    """Annual average rates to the US dollar."""

    typed_fields = ("currency", "year", "per_usd", "source")
    list_display = ("currency", "year", "per_usd", "source")
    list_filter = ("currency",)
    search_fields = ("=currency", "=year", "source")
    search_help_text = "Currency code, year or source."
    ordering = ("currency", "-year")
