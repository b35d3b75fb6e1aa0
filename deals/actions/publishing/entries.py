"""Keeps the public parties, systems and sources in step with the deals on the shelf: those that a deal
names, and no others."""

from django.db.models import Q

from deals.actions.publishing.entry_rows import count_deals
from deals.actions.publishing.party_entries import write_parties
from deals.actions.publishing.source_entries import write_sources
from deals.actions.publishing.system_entries import write_systems
from deals.models import Party, System
from deals.shelf import Citation, PublicParty


def refresh_entries(*, parties: set[str], systems: set[str], sources: set[str]) -> None:
    """Write the entries of these ids anew from the desk, and remove those that no deal names any more.

    A party that comes or goes also changes the entries that link to it, so those are written anew with it.
    """
    before = set(PublicParty.objects.filter(slug__in=parties).values_list("slug", flat=True))
    came_or_went = count_deals("parties", parties).keys() ^ before
    tied = Party.objects.filter(
        Q(stakes__owner__slug__in=came_or_went) | Q(successor_of__slug__in=came_or_went)
    )
    all_parties = parties | set(tied.values_list("slug", flat=True))
    # A source may be cited for a stake alone, so those cited by a party before and after count too.
    cited = _cited_by(all_parties)
    write_parties(all_parties)
    write_sources(sources | cited | _cited_by(all_parties))
    made = System.objects.filter(Q(producer__slug__in=came_or_went) | Q(variant_of__slug__in=systems))
    write_systems(systems | set(made.values_list("slug", flat=True)))


def _cited_by(parties: set[str]) -> set[str]:
    return set(Citation.objects.filter(party__in=parties).values_list("source", flat=True))
