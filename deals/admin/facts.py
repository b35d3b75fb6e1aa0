"""The tables of facts, one for each type."""

from django.contrib import admin

from deals.admin.claims import VERDICT_COLUMNS, FactAdmin
from deals.models import Exposure, Involvement, Item, Milestone, Relation, Value


@admin.register(Involvement)
class InvolvementAdmin(FactAdmin):
    """Who takes part, in which role."""

    typed_fields = ("agreement", "party", "role")
    autocomplete_fields = ("agreement", "party")
    list_display = ("claim", "agreement", *VERDICT_COLUMNS)
    list_filter = ("status", "role")
    list_select_related = ("agreement", "party", "reviewed_by")
    search_fields = ("agreement__slug", "agreement__title", "party__slug", "party__name")
    search_help_text = "Agreement or party, by id or name."


@admin.register(Item)
class ItemAdmin(FactAdmin):
    """What is supplied, and how many."""

    typed_fields = (
        *("agreement", "system", "part", "qualifier", "quantity_low", "quantity_high"),
        *("unit", "mode", "condition"),
    )
    autocomplete_fields = ("agreement", "system")
    list_display = ("claim", "agreement", "unit", "mode", *VERDICT_COLUMNS)
    list_filter = ("status", "qualifier", "unit", "mode", "condition")
    list_select_related = ("agreement", "system", "reviewed_by")
    search_fields = ("agreement__slug", "agreement__title", "system__slug", "system__name", "part")
    search_help_text = "Agreement or system, by id or name, or the part of the order."


@admin.register(Value)
class ValueAdmin(FactAdmin):
    """What it costs."""

    typed_fields = (
        *("agreement", "kind", "reported", "qualifier", "amount_low", "amount_high"),
        *("currency", "equivalent_to"),
    )
    autocomplete_fields = ("agreement", "equivalent_to")
    list_display = ("claim", "agreement", "amount_low", "amount_high", "currency", *VERDICT_COLUMNS)
    list_filter = ("status", "kind", "qualifier")
    list_select_related = ("agreement", "reviewed_by")
    search_fields = ("agreement__slug", "agreement__title", "reported", "=currency")
    search_help_text = "Agreement by id or title, the sum as reported, or a currency's code."


@admin.register(Milestone)
class MilestoneAdmin(FactAdmin):
    """What happened, and when."""

    typed_fields = (
        *("agreement", "kind", "date", "by", "system"),
        *("qualifier", "quantity_low", "quantity_high", "unit"),
    )
    autocomplete_fields = ("agreement", "by", "system")
    list_display = ("claim", "agreement", "by", "system", *VERDICT_COLUMNS)
    list_filter = ("status", "kind", "qualifier")
    list_select_related = ("agreement", "by", "system", "reviewed_by")
    search_fields = ("agreement__slug", "agreement__title", "date", "by__name", "system__name")
    search_help_text = "Agreement by id or title, date, party or system."


@admin.register(Relation)
class RelationAdmin(FactAdmin):
    """How it stands to another agreement."""

    typed_fields = ("agreement", "type", "to")
    autocomplete_fields = ("agreement", "to")
    list_display = ("claim", "agreement", *VERDICT_COLUMNS)
    list_filter = ("status", "type")
    list_select_related = ("agreement", "to", "reviewed_by")
    search_fields = ("agreement__slug", "agreement__title", "to__slug", "to__title")
    search_help_text = "Either agreement, by id or title."


@admin.register(Exposure)
class ExposureAdmin(FactAdmin):
    """Which sanctions it risks."""

    typed_fields = ("agreement", "regime", "authority", "exposure_status", "date")
    autocomplete_fields = ("agreement", "authority")
    list_display = ("claim", "agreement", "authority", "date", *VERDICT_COLUMNS)
    list_filter = ("status", "exposure_status")
    list_select_related = ("agreement", "authority", "reviewed_by")
    search_fields = ("agreement__slug", "agreement__title", "regime", "authority__name")
    search_help_text = "Agreement by id or title, regime or authority."
