"""Pages of parties, systems, sources, passages and agreements."""

import hashlib
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from deals.models import Agreement, ExchangeRate, Party, PartyAlias, Passage, Source, System
from tests.admin.conftest import TEXT
from tests.admin.pages import body, errors, typed, url
from tests.factories import (
    AgreementFactory,
    InvolvementFactory,
    ItemFactory,
    PartyFactory,
    PassageFactory,
    SourceFactory,
    SystemFactory,
    ValueFactory,
)


def with_alias(data: dict[str, Any], name: str, **more: Any) -> dict[str, Any]:
    return data | {"aliases-TOTAL_FORMS": "1", "aliases-0-name": name} | more


def test_agreement_is_added_as_a_draft(client: Client) -> None:
    page = client.get(url(Agreement, "add"))

    client.post(
        url(Agreement, "add"), typed(page, slug="a-b", title="A and B", kind="contract", state="published")
    )

    agreement = Agreement.objects.get()
    assert (agreement.slug, agreement.state) == ("a-b", "draft")
    assert Agreement.pgh_event_model.objects.get().pgh_context["reason"] == "added in the admin"


@pytest.mark.parametrize("factory", [AgreementFactory, PartyFactory, SystemFactory, SourceFactory])
def test_stable_id_is_never_changed(client: Client, factory: Any) -> None:
    record = factory(slug="first")

    client.post(url(record, "change"), typed(client.get(url(record, "change")), slug="second"))

    record.refresh_from_db()
    assert record.slug == "first"


def test_page_of_an_agreement_lists_its_facts_with_quotes_and_verdicts(
    client: Client, source: Source
) -> None:
    passage = PassageFactory(source=source, quote="The price is $6 million")
    value = ValueFactory(status="pending", passages=[passage], note="One of two.")
    foreign = ItemFactory()

    response = client.get(url(value.agreement, "change"))

    page = body(response)
    assert [section.title for section in response.context["sections"]] == [
        *("involvements", "items", "values", "milestones", "relations", "exposures")
    ]
    assert f'<a href="{url(value, "change")}">{value}</a>' in page
    assert "<mark>The price is $6 million</mark>, said another." in page
    assert '<span class="desk-status desk-pending">Pending</span>' in page
    assert "One of two." in page
    assert f'value="value:{value.pk}"' in page
    assert str(foreign) not in page


def test_page_of_an_agreement_takes_as_many_queries_for_many_facts(client: Client, source: Source) -> None:
    agreement = AgreementFactory()

    def count() -> int:
        with CaptureQueriesContext(connection) as captured:
            client.get(url(agreement, "change"))
        return len(captured)

    def add(number: int) -> None:
        for _ in range(number):
            ItemFactory(agreement=agreement)
            InvolvementFactory(agreement=agreement)

    add(1)
    few = count()
    add(9)

    assert count() == few
    assert few <= 16


def test_other_names_are_written_for_the_same_reason(client: Client) -> None:
    data = typed(client.get(url(Party, "add")), slug="a", name="A", kind="state", reason="as reports say")

    client.post(url(Party, "add"), with_alias(data, "Old A", **{"aliases-0-valid_until": "1999"}))

    alias = PartyAlias.objects.get()
    assert (alias.party.slug, alias.name, alias.valid_until) == ("a", "Old A", "1999")
    assert PartyAlias.pgh_event_model.objects.get().pgh_context["reason"] == "as reports say"


def test_other_names_are_changed_and_deleted(client: Client) -> None:
    party = PartyFactory()
    kept, gone = (PartyAlias.objects.create(party=party, name=name) for name in ("Kept", "Zap"))
    rows = {
        "aliases-TOTAL_FORMS": "2",
        "aliases-INITIAL_FORMS": "2",
        "aliases-0-id": kept.pk,
        "aliases-0-party": party.pk,
        "aliases-0-name": "Better",
        "aliases-1-id": gone.pk,
        "aliases-1-party": party.pk,
        "aliases-1-name": "Zap",
        "aliases-1-DELETE": "on",
    }

    client.post(url(party, "change"), typed(client.get(url(party, "change"))) | rows)

    assert [alias.name for alias in PartyAlias.objects.all()] == ["Better"]
    assert PartyAlias.pgh_event_model.objects.get(pgh_label="delete").name == "Zap"


@pytest.mark.parametrize(
    ("name", "until", "field"), [("a\0b", "", "name"), ("A", "soon", "valid_until"), ("A" * 201, "", "name")]
)
def test_bad_other_name_is_refused_at_its_field_and_nothing_is_written(
    client: Client, name: str, until: str, field: str
) -> None:
    party = PartyFactory(name="Before")
    data = with_alias(typed(client.get(url(party, "change")), name="After"), name)

    response = client.post(url(party, "change"), data | {"aliases-0-valid_until": until})

    (formset,) = [one.formset for one in response.context["inline_admin_formsets"]]
    assert list(formset.errors[0]) == [field]
    assert Party.objects.get().name == "Before"


def test_same_other_name_twice_is_refused_and_nothing_is_written(client: Client) -> None:
    party = PartyFactory(name="Before")
    data = typed(client.get(url(party, "change")), name="After")
    twice = {"aliases-TOTAL_FORMS": "2", "aliases-0-name": "Same", "aliases-1-name": "Same"}

    response = client.post(url(party, "change"), data | twice)

    assert response.status_code == 200
    assert Party.objects.get().name == "Before"
    assert not PartyAlias.objects.exists()


def test_system_is_added_with_producer(client: Client) -> None:
    producer = PartyFactory()
    data = typed(
        client.get(url(System, "add")), slug="s", name="S", category="missiles", producer=producer.pk
    )

    client.post(url(System, "add"), with_alias(data, "S-alias"))

    assert System.objects.get().producer == producer
    assert System.objects.get().aliases.get().name == "S-alias"


def test_rate_twice_a_year_is_refused(client: Client) -> None:
    data = typed(
        client.get(url(ExchangeRate, "add")), currency="INR", year="2020", per_usd="74", source="A bank"
    )

    client.post(url(ExchangeRate, "add"), data)
    again = client.post(url(ExchangeRate, "add"), data)

    assert errors(again) == {"__all__": ["Exchange rate with this Currency and Year already exists."]}


def test_archived_text_is_kept_as_pasted_with_its_hash(client: Client) -> None:
    data = typed(client.get(url(Source, "add")), slug="s", kind="other", publisher="P")

    client.post(url(Source, "add"), data | {"text": f"  {TEXT}".replace("\n", "\r\n")})

    source = Source.objects.get()
    assert source.text == f"  {TEXT}"
    assert source.sha256 == hashlib.sha256(source.text.encode()).hexdigest()


def test_archived_text_is_added_once_and_never_edited(client: Client) -> None:
    source = SourceFactory()

    client.post(url(source, "change"), typed(client.get(url(source, "change")), text="first"))
    page = client.get(url(source, "change"))
    client.post(url(source, "change"), typed(page, text="second"))

    source.refresh_from_db()
    assert source.text == "first"
    assert 'name="text"' not in body(page)
    assert '<div class="desk-text" tabindex="0" role="region" aria-label="Text">first</div>' in body(page)


def test_huge_archived_text_is_refused_at_its_field(client: Client) -> None:
    data = typed(client.get(url(Source, "add")), slug="s", kind="other", publisher="P", text="a" * 1_000_001)

    response = client.post(url(Source, "add"), data)

    assert errors(response) == {
        "text": ["Ensure this value has at most 1000000 characters (it has 1000001)."]
    }


def test_single_grade_is_refused(client: Client) -> None:
    source = SourceFactory()

    response = client.post(url(source, "change"), typed(client.get(url(source, "change")), source_grade="A"))

    assert errors(response) == {"__all__": ["The two Admiralty grades go together."]}


def test_passage_is_added_once(client: Client, source: Source) -> None:
    data = {"source": source.pk, "quote": "five  batteries", "reason": "read"}

    first = client.post(url(Passage, "add"), data)
    second = client.post(url(Passage, "add"), data)

    passage = Passage.objects.get()
    assert (passage.quote, passage.start, passage.end) == ("five batteries", 17, 31)
    assert [first.status_code, second.status_code] == [302, 302]
    assert Passage.pgh_event_model.objects.get().pgh_context["reason"] == "read"


def test_passage_that_is_not_in_the_text_is_refused(client: Client, source: Source) -> None:
    response = client.post(url(Passage, "add"), {"source": source.pk, "quote": "six batteries"})

    assert errors(response) == {
        "quote": ["Found a quote that is not in the text; expected words of the archived text, verbatim."]
    }


def test_passage_without_words_is_refused(client: Client, source: Source) -> None:
    response = client.post(url(Passage, "add"), {"source": source.pk, "quote": " "})

    assert errors(response) == {"quote": ["Type the words of the source; only a row of a register has none."]}


def test_passage_shows_where_it_stands(client: Client, source: Source) -> None:
    passage = PassageFactory(source=source, quote="five batteries")

    page = body(client.get(url(passage, "change")))

    assert "Ruritania bought <mark>five batteries</mark> of missiles." in page


def test_passages_of_one_source_are_listed_from_its_page(client: Client, source: Source) -> None:
    PassageFactory(source=source, quote="five batteries")
    PassageFactory()
    address = f"{url(Passage, 'changelist')}?source__id__exact={source.pk}"

    assert f'<a href="{address}">' in body(client.get(url(source, "change")))
    assert len(client.get(address).context["cl"].result_list) == 1


@pytest.mark.parametrize(
    ("refusal", "words"),
    [
        (
            IntegrityError("race"),
            "The database refused this, so nothing was saved: somebody may have changed the same thing a"
            " moment ago. Look at it again, then repeat.",
        ),
        (ValidationError({"sha256": ["no field of the form"]}), "no field of the form"),
    ],
    ids=["database", "field that the form lacks"],
)
def test_what_is_refused_while_saving_is_rolled_back_and_shown_with_all_that_was_typed(
    client: Client, monkeypatch: pytest.MonkeyPatch, refusal: Exception, words: str
) -> None:
    party = PartyFactory(name="Before")
    data = with_alias(typed(client.get(url(party, "change")), name="After"), "Alias")

    def refuse(self: PartyAlias, **options: Any) -> None:
        raise refusal

    monkeypatch.setattr(PartyAlias, "save", refuse)
    response = client.post(url(party, "change"), data)

    assert errors(response) == {"__all__": [words]}
    assert typed(response)["name"] == "After"
    assert Party.objects.get().name == "Before"


def test_first_page_shows_no_second_history(client: Client) -> None:
    assert "Recent actions" not in body(client.get("/admin/"))
