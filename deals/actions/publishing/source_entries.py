"""Writes public sources: those that the shelf cites, each with the passages that are cited and what they
support."""

from collections.abc import Iterable

from deals.actions.publishing.claims import public_date
from deals.actions.publishing.entry_rows import count_deals, replace_rows, shared_columns
from deals.models import Source
from deals.shelf import Citation, PublicSource
from deals.shelf.document import DOCUMENT_FORMAT, CitedPassage, SourceDocument


def write_sources(slugs: set[str]) -> None:
    counts = count_deals("sources", slugs)
    passages = _cited_passages(slugs)
    rows = []
    for source in Source.objects.filter(slug__in=passages):
        document = _source_document(source, passages[source.slug])
        rows.append(
            PublicSource(
                **shared_columns(document, counts[source.slug], [source.publisher, source.title]),
                kind=source.kind,
                publisher=source.publisher,
                title=source.title,
                published_earliest=source.published_earliest,
                published_latest=source.published_latest,
                text=source.text,
            )
        )
    replace_rows(PublicSource, slugs, rows)


def _cited_passages(slugs: Iterable[str]) -> dict[str, list[CitedPassage]]:
    """What published deals cite of each source, in the order of its text.

    Read from the shelf: the desk may know more.
    """
    passages: dict[str, list[CitedPassage]] = {}
    citations = Citation.objects.filter(source__in=list(slugs)).values_list(
        "source", "quote", "start", "end", "deal__slug", "party", "claim", "label", "status"
    )
    ordered = citations.order_by("source", "start", "quote", "deal__slug", "party", "claim")
    for source, quote, start, end, deal, party, claim, label, status in ordered:
        passages.setdefault(source, []).append(
            CitedPassage(
                quote=quote,
                checked=start is not None,
                start=start,
                end=end,
                deal=deal or "",
                party=party,
                claim=claim,
                label=label,
                status=status,
            )
        )
    return passages


def _source_document(source: Source, passages: list[CitedPassage]) -> SourceDocument:
    return SourceDocument(
        format=DOCUMENT_FORMAT,
        id=source.slug,
        kind=source.kind,
        publisher=source.publisher,
        title=source.title,
        language=source.language,
        published=public_date(source.published),
        retrieved=public_date(source.retrieved),
        url=source.url,
        archived=bool(source.sha256),
        sha256=source.sha256,
        source_grade=source.source_grade,
        information_grade=source.information_grade,
        passages=passages,
    )
