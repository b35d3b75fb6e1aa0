"""Puts deals on the shelf and takes them off: the deal, its register lines and its citations."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from deals.actions.publishing.document import as_bytes
from deals.actions.publishing.labels import labelled_claims
from deals.shelf import Citation, Deal, Edition, RegisterLine, Tombstone
from deals.shelf.document import ACCEPTED, DealDocument, Reference, RegisterLineDocument
from deals.vocab.codes import PartyRole, ValueKind
from deals.vocab.names import fold, fold_tight

BATCH = 500

_SUPPLYING = {PartyRole.SUPPLIER}
_RECEIVING = {PartyRole.RECIPIENT}

# The accepted value that stands for the deal in lists: the contract's own, or else the best that is known.
_HEADLINE_VALUES = (ValueKind.CONTRACT_VALUE, ValueKind.ESTIMATED_COST, ValueKind.CEILING)


@dataclass(frozen=True)
class Published:
    """One document with the edition that holds it and the time of the deal's first edition."""

    document: DealDocument
    body: bytes
    edition: Edition


def put_on_shelf(published: list[Published]) -> None:
    """Write these deals, their register lines and citations, in place of what stood there."""
    rows = [_deal(one) for one in published]
    Deal.objects.bulk_create(
        rows,
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["slug"],
        update_fields=_columns_to_update(),
    )
    deals = Deal.objects.without_documents().in_bulk([row.slug for row in rows], field_name="slug")
    RegisterLine.objects.filter(deal__in=deals.values()).delete()
    Citation.objects.filter(deal__in=deals.values()).delete()
    RegisterLine.objects.bulk_create(
        [line for one in published for line in _lines(deals[one.document["id"]], one.document)],
        batch_size=BATCH,
    )
    Citation.objects.bulk_create(
        [citation for one in published for citation in _citations(deals[one.document["id"]], one.document)],
        batch_size=BATCH,
    )
    Tombstone.objects.filter(slug__in=list(deals)).delete()


def take_off_shelf(slugs: Iterable[str]) -> None:
    """Remove these deals with their register lines and citations."""
    Deal.objects.filter(slug__in=list(slugs)).delete()


def _columns_to_update() -> list[str]:
    kept = {"id", "slug", "first_published_at"}
    return [
        field.name
        for field in Deal._meta.local_concrete_fields
        if field.name not in kept and not field.generated
    ]


def _deal(published: Published) -> Deal:
    document, edition = published.document, published.edition
    days = document["signed"] or {"earliest": None, "latest": None}
    usd_low, usd_high = headline_dollars(document)
    return Deal(
        slug=document["id"],
        title=document["title"],
        kind=document["kind"],
        status=document["status"],
        counts=document["counts_toward_totals"],
        disputed=document["disputed"],
        signed_earliest=_day(days["earliest"]),
        signed_latest=_day(days["latest"]),
        year=_year_of_order(document),
        usd_low=usd_low,
        usd_high=usd_high,
        suppliers=_ids(_parties(document, _SUPPLYING)),
        recipients=_ids(_parties(document, _RECEIVING)),
        parties=sorted(party_ids(document)),
        systems=sorted(system_ids(document)),
        categories=sorted({item["category"] for item in document["items"]}),
        sources=[source["id"] for source in document["sources"]],
        document=published.body,
        edition=edition.number,
        edition_hash=edition.hash,
        first_published_at=edition.published_at,
        published_at=edition.published_at,
        search_text=_search_text(document),
    )


def headline_dollars(document: DealDocument) -> tuple[Decimal | None, Decimal | None]:
    """The bounds in US dollars of the accepted value that stands for the deal in lists."""
    for kind in _HEADLINE_VALUES:
        for value in document["values"]:
            usd = value["usd"]
            if value["kind"] == kind and value["status"] == ACCEPTED and usd["basis"] != "none":
                low, high = (None if end is None else Decimal(end) for end in (usd["low"], usd["high"]))
                return (low if low is not None else high), (high if high is not None else low)
    return None, None


def party_ids(document: DealDocument) -> set[str]:
    """Every party that the document names, in any role."""
    named = [
        *(fact["party"] for fact in document["parties"]),
        *(step["by"] for step in document["milestones"] if step["by"]),
        *(exposure["authority"] for exposure in document["exposures"]),
    ]
    return {party["id"] for party in named}


def system_ids(document: DealDocument) -> set[str]:
    """Every system that the document names, supplied or delivered."""
    named = [
        *(item["system"] for item in document["items"]),
        *(step["system"] for step in document["milestones"] if step["system"]),
    ]
    return {system["id"] for system in named}


def _parties(document: DealDocument, roles: set[PartyRole]) -> list[Reference]:
    """The parties in these roles, the accepted ones where there are any, or else the disputed ones."""
    facts = [fact for fact in document["parties"] if fact["role"] in roles]
    accepted = [fact for fact in facts if fact["status"] == ACCEPTED]
    return list({fact["party"]["id"]: fact["party"] for fact in accepted or facts}.values())


def _ids(parties: list[Reference]) -> list[str]:
    return [party["id"] for party in parties]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _year_of_order(document: DealDocument) -> int | None:
    days = document["signed"]
    if not days or not days["earliest"] or not days["latest"] or days["earliest"][:4] != days["latest"][:4]:
        return None
    return int(days["earliest"][:4])


def _lines(deal: Deal, document: DealDocument) -> list[RegisterLine]:
    """One line for each accepted item."""
    suppliers, recipients = _parties(document, _SUPPLYING), _parties(document, _RECEIVING)
    accepted = [item for item in document["items"] if item["status"] == ACCEPTED]
    lines = []
    for position, item in enumerate(accepted, start=1):
        delivery = item["delivery"] or {"status": "unknown", "delivered": None, "years": ""}
        line = RegisterLineDocument(
            deal=Reference(id=document["id"], name=document["title"]),
            suppliers=suppliers,
            recipients=recipients,
            year_of_order=_year_of_order(document),
            ordered=item["quantity"],
            unit=item["unit"],
            system=item["system"],
            category=item["category"],
            part=item["part"],
            mode=item["mode"],
            condition=item["condition"],
            delivery_status=delivery["status"],
            delivered=delivery["delivered"],
            delivery_years=delivery["years"],
            deal_status=document["status"],
            counts_toward_totals=document["counts_toward_totals"],
            counting_reason=document["counting_reason"],
            disputed=document["disputed"],
        )
        lines.append(_line(deal, position, line))
    return lines


def _line(deal: Deal, position: int, line: RegisterLineDocument) -> RegisterLine:
    return RegisterLine(
        deal=deal,
        position=position,
        suppliers=_ids(line["suppliers"]),
        recipients=_ids(line["recipients"]),
        year_of_order=line["year_of_order"],
        number_low=line["ordered"]["low"],
        number_high=line["ordered"]["high"],
        qualifier=line["ordered"]["qualifier"],
        unit=line["unit"],
        system=line["system"]["id"],
        designation=line["system"]["name"],
        category=line["category"],
        delivery_status=line["delivery_status"],
        delivered=line["delivered"],
        counts=line["counts_toward_totals"],
        document=as_bytes(line),
    )


def _citations(deal: Deal, document: DealDocument) -> list[Citation]:
    return [
        Citation(
            deal=deal,
            source=one["source"],
            claim=claim["claim"],
            label=label[:300],
            status=claim["status"],
            quote=one["quote"],
            start=one["start"],
            end=one["end"],
        )
        for claim, label in labelled_claims(document)
        for one in claim["evidence"]
    ]


def _search_text(document: DealDocument) -> str:
    """Folded words that search finds the deal by: title, summary, names and quotes."""
    quotes = (one["quote"] for claim, _ in labelled_claims(document) for one in claim["evidence"])
    names = (
        *(fact["party"]["name"] for fact in document["parties"]),
        *(item["system"]["name"] for item in document["items"]),
        *(source["publisher"] for source in document["sources"]),
    )
    words = fold(" ".join(dict.fromkeys([document["title"], document["summary"], *names, *quotes])))
    # "S 400" finds a text that writes S-400; so that S400 does too, designations stand there in one piece as
    # well.
    tight = (fold_tight(system) for system in sorted({item["system"]["name"] for item in document["items"]}))
    return " ".join([words, *tight])
