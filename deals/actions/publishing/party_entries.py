"""Writes public parties from the desk: those that a published deal names, with their aliases and accepted
stakes."""

from collections.abc import Iterable

from deals.actions.publishing.claims import SourceList, public_claim, public_date
from deals.actions.publishing.entry_rows import BATCH, count_deals, link, replace_rows, shared_columns
from deals.actions.publishing.gather import evidenced
from deals.models import Party, Stake
from deals.shelf import Citation, PublicParty
from deals.shelf.document import DOCUMENT_FORMAT, PartyDocument, PublicStake, Reference
from deals.vocab.codes import PartyKind


def write_parties(slugs: set[str]) -> None:
    counts = count_deals("parties", slugs)
    public = (set(PublicParty.objects.values_list("slug", flat=True)) - slugs) | counts.keys()
    parties = Party.objects.filter(slug__in=counts).select_related("successor_of").prefetch_related("aliases")
    stakes = _stakes(counts)
    rows = []
    citations = []
    for party in parties:
        document = _party_document(party, stakes.get(party.pk, []), public)
        citations += _citations(document)
        names = [party.name, *document["aliases"]]
        rows.append(
            PublicParty(
                **shared_columns(document, counts[party.slug], names),
                name=party.name,
                kind=party.kind,
                country=party.country,
            )
        )
    replace_rows(PublicParty, slugs, rows)
    Citation.objects.filter(party__in=slugs).delete()
    Citation.objects.bulk_create(citations, batch_size=BATCH)


def _stakes(slugs: Iterable[str]) -> dict[int, list[Stake]]:
    stakes: dict[int, list[Stake]] = {}
    public = Stake.objects.public().filter(owned__slug__in=list(slugs)).select_related("owner", "owned")
    for stake in evidenced(public).order_by("status", "held_from_earliest", "content_hash"):
        stakes.setdefault(stake.owned_id, []).append(stake)
    return stakes


def _party_document(party: Party, stakes: list[Stake], public: set[str]) -> PartyDocument:
    sources = SourceList(stakes)
    return PartyDocument(
        format=DOCUMENT_FORMAT,
        id=party.slug,
        name=party.name,
        kind=party.kind,
        country=party.country,
        sipri_mark=PartyKind(party.kind).sipri_mark,
        aliases=sorted(alias.name for alias in party.aliases.all()),
        successor_of=link(party.successor_of, public),
        stakes=[
            PublicStake(
                **public_claim(stake, sources),
                owner=link(stake.owner, public) or Reference(id="", name=""),
                share=None if stake.share is None else f"{stake.share.normalize():f}",
                held_from=public_date(stake.held_from),
                held_until=public_date(stake.held_until),
            )
            for stake in stakes
        ],
        sources=sources.documents(),
    )


def _citations(document: PartyDocument) -> list[Citation]:
    return [
        Citation(
            party=document["id"],
            source=one["source"],
            claim=stake["claim"],
            label=_label(stake, document["name"]),
            status=stake["status"],
            quote=one["quote"],
            start=one["start"],
            end=one["end"],
        )
        for stake in document["stakes"]
        for one in stake["evidence"]
    ]


def _label(stake: PublicStake, owned: str) -> str:
    share = f"{stake['share']} %" if stake["share"] else "a share"
    return f"{stake['owner']['name']} owns {share} of {owned}"[:300]
