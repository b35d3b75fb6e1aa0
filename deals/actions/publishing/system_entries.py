"""Writes public systems from the desk: those that a published deal supplies."""

from deals.actions.publishing.entry_rows import count_deals, link, replace_rows, shared_columns
from deals.models import System
from deals.shelf import PublicParty, PublicSystem
from deals.shelf.document import DOCUMENT_FORMAT, SystemDocument


def write_systems(slugs: set[str]) -> None:
    counts = count_deals("systems", slugs)
    public = (set(PublicSystem.objects.values_list("slug", flat=True)) - slugs) | counts.keys()
    public_parties = set(PublicParty.objects.values_list("slug", flat=True))
    systems = (
        System.objects.filter(slug__in=counts)
        .select_related("producer", "variant_of")
        .prefetch_related("aliases")
    )
    rows = []
    for system in systems:
        document = SystemDocument(
            format=DOCUMENT_FORMAT,
            id=system.slug,
            name=system.name,
            category=system.category,
            unroca_category=system.unroca_category,
            aliases=sorted(alias.name for alias in system.aliases.all()),
            producer=link(system.producer, public_parties),
            variant_of=link(system.variant_of, public),
        )
        names = [system.name, *document["aliases"]]
        rows.append(
            PublicSystem(
                **shared_columns(document, counts[system.slug], names),
                name=system.name,
                category=system.category,
            )
        )
    replace_rows(PublicSystem, slugs, rows)
