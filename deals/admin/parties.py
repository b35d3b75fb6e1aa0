"""Parties with their other names, and who owns whom."""

from typing import Any

from django.contrib import admin

from deals.admin.base import DeskAdmin, DeskRowInline
from deals.admin.claims import VERDICT_COLUMNS, ClaimAdmin
from deals.admin.history import Trail
from deals.models import Party, PartyAlias, Stake


class PartyAliasInline(DeskRowInline):
    """Other names of a party."""

    model = PartyAlias


@admin.register(Party)
class PartyAdmin(DeskAdmin):
    """States, companies, organisations, armed groups and persons."""

    trails = (Trail(PartyAlias, "party_id"),)
    typed_fields = ("slug", "name", "kind", "country", "successor_of")
    fixed_fields = ("slug",)
    inlines = (PartyAliasInline,)
    autocomplete_fields = ("successor_of",)
    list_display = ("name", "slug", "kind", "country", "successor_of")
    list_filter = ("kind",)
    list_select_related = ("successor_of",)
    search_fields = ("slug", "name", "aliases__name", "=country")
    search_help_text = "Id, name, other name or country code."
    ordering = ("name",)


@admin.register(Stake)
class StakeAdmin(ClaimAdmin):
    """Who owns a company or joint venture, how much of it, and when."""

    typed_fields = ("owned", "owner", "share", "held_from", "held_until")
    autocomplete_fields = ("owned", "owner")
    list_display = ("claim", "owned", *VERDICT_COLUMNS)
    list_filter = ("status",)
    list_select_related = ("owned", "owner", "reviewed_by")
    search_fields = ("owned__slug", "owned__name", "owner__slug", "owner__name")
    search_help_text = "Either party, by id or name."

    def owner(self, claim: Any) -> Any:
        """The party owned."""
        return claim.owned
