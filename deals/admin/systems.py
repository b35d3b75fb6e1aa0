"""Systems with their other designations."""

from django.contrib import admin

from deals.admin.base import DeskAdmin, DeskRowInline
from deals.admin.history import Trail
from deals.models import System, SystemAlias


class SystemAliasInline(DeskRowInline):
    """Other designations of a system."""

    model = SystemAlias


@admin.register(System)
class SystemAdmin(DeskAdmin):
    """Weapons, equipment and services."""

    trails = (Trail(SystemAlias, "system_id"),)
    typed_fields = ("slug", "name", "category", "unroca_category", "producer", "variant_of")
    fixed_fields = ("slug",)
    inlines = (SystemAliasInline,)
    autocomplete_fields = ("producer", "variant_of")
    list_display = ("name", "slug", "category", "unroca_category", "producer", "variant_of")
    list_filter = ("category", "unroca_category")
    list_select_related = ("producer", "variant_of")
    search_fields = ("slug", "name", "aliases__name")
    search_help_text = "Id, designation or other designation."
    ordering = ("name",)
