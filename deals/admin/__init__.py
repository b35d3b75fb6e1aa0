"""The curators' desk as Django's admin. Every change goes through `deals.actions`."""

from django.contrib import admin
from django.views.decorators.cache import never_cache

from deals.admin import agreements, editions, facts, parties, reference, sources, systems

__all__ = ["agreements", "editions", "facts", "parties", "reference", "sources", "systems"]

admin.site.site_header = "Arms Deal Tracker: the desk"
admin.site.site_title = "Arms Deal Tracker"
admin.site.index_title = "What curators work on"
admin.site.index_template = "admin/deals/index.html"

# Django lets caches keep its password pages, although they name who is signed in.
admin.site.password_change = never_cache(admin.site.password_change)  # type: ignore[method-assign]
admin.site.password_change_done = never_cache(admin.site.password_change_done)  # type: ignore[method-assign]
