"""Publishing writes the shelf from the desk, appends editions, and shows nothing that nobody accepted."""

import orjson
import pytest

from deals.actions.publish import CannotPublish, merge, publish, withdraw
from deals.actions.review import accept
from deals.models import Agreement, Party
from deals.shelf import (
    Citation,
    Deal,
    Edition,
    PublicParty,
    PublicSource,
    PublicSystem,
    RegisterLine,
    Tombstone,
)
from tests.factories import (
    AgreementFactory,
    InvolvementFactory,
    ItemFactory,
    MilestoneFactory,
    PartyFactory,
    PassageFactory,
    RelationFactory,
    SourceFactory,
    StakeFactory,
    UserFactory,
    ValueFactory,
    signed_contract,
)

pytestmark = pytest.mark.django_db


def document_of(agreement):
    return orjson.loads(bytes(Deal.objects.get(slug=agreement.slug).document))


def test_first_publication_makes_edition_one_and_a_deal():
    contract = signed_contract(slug="jets-2020", title="Jets")

    done = publish([contract], by=UserFactory(username="ada"), reason="first published")

    edition = Edition.objects.get()
    assert done.published == ["jets-2020"]
    assert (edition.number, edition.previous_hash, edition.published_by, edition.reason) == (
        1,
        "",
        "ada",
        "first published",
    )
    assert bytes(Deal.objects.get().document) == bytes(edition.document)
    assert Agreement.objects.get().state == "published"


def test_publishing_again_without_a_change_makes_no_edition():
    contract = signed_contract()
    curator = UserFactory()
    publish([contract], by=curator, reason="first")

    done = publish([contract], by=curator, reason="again")

    assert (done.published, done.unchanged) == ([], 1)
    assert Edition.objects.count() == 1


def test_a_change_makes_the_next_edition_chained_to_the_one_before():
    contract = signed_contract()
    curator = UserFactory()
    publish([contract], by=curator, reason="first")
    contract.items.update(quantity_low=6, quantity_high=6)

    publish([contract], by=curator, reason="one more")

    second, first = Edition.objects.order_by("-number")
    assert (second.number, second.previous_hash) == (2, first.hash)
    assert document_of(contract)["items"][0]["quantity"]["low"] == 6
    assert Deal.objects.get().first_published_at == first.published_at


@pytest.mark.parametrize("status", ["pending", "rejected", "superseded"])
def test_claims_that_are_not_public_leave_no_trace_on_the_shelf(status):
    contract = signed_contract()
    source = SourceFactory(slug="hidden-source", publisher="HIDDEN")
    passage = PassageFactory(source=source, quote="HIDDEN words")
    hidden = {"agreement": contract, "status": status, "note": "HIDDEN", "passages": [passage]}
    InvolvementFactory(party__name="HIDDEN party", **hidden)
    ItemFactory(system__name="HIDDEN system", **hidden)
    ValueFactory(reported="HIDDEN 2 million", amount_low=2_000_000, **hidden)
    MilestoneFactory(date="1999", by=PartyFactory(name="HIDDEN speaker"), **hidden)
    RelationFactory(to=signed_contract(title="HIDDEN deal", state="published"), **hidden)

    publish([contract], by=UserFactory(), reason="first")

    for model in (Deal, PublicParty, PublicSystem, PublicSource, RegisterLine):
        for body in model.objects.values_list("document", flat=True):
            assert b"HIDDEN" not in bytes(body)
    assert not Citation.objects.filter(source="hidden-source").exists()
    assert "hidden" not in Deal.objects.get(slug=contract.slug).search_text


def test_evidence_that_nobody_accepted_leaves_no_trace_even_of_an_accepted_claim():
    contract = signed_contract()
    hidden = PassageFactory(source__slug="hidden-source", quote="HIDDEN words")
    contract.items.get().evidence.create(passage=hidden)

    publish([contract], by=UserFactory(), reason="first")

    assert b"HIDDEN" not in bytes(Deal.objects.get().document)
    assert not PublicSource.objects.filter(slug="hidden-source").exists()


def test_accepting_a_claim_again_accepts_the_evidence_that_came_since():
    contract = signed_contract()
    item = contract.items.get()
    item.evidence.create(passage=PassageFactory(quote="more words"))
    curator = UserFactory()

    accept([item], by=curator, reason="read the second report")
    publish([contract], by=curator, reason="first")

    assert b"more words" in bytes(Deal.objects.get().document)


def test_a_value_equivalent_to_a_pending_one_does_not_name_it():
    contract = signed_contract()
    pending = ValueFactory(
        agreement=contract, status="pending", currency="INR", reported="Rs 9", amount_low=9
    )
    ValueFactory(agreement=contract, equivalent_to=pending, reported="$3", amount_low=3, status="disputed")

    publish([contract], by=UserFactory(), reason="first")

    assert pending.content_hash[:12] not in bytes(Deal.objects.get().document).decode()


def test_a_relation_to_a_draft_is_left_out_until_that_is_published():
    amendment, base = signed_contract(), signed_contract(title="Base")
    RelationFactory(agreement=amendment, to=base)
    curator = UserFactory()
    publish([amendment], by=curator, reason="first")
    assert document_of(amendment)["relations"] == []

    publish([base], by=curator, reason="now public")

    assert document_of(amendment)["relations"][0]["deal"] == {"id": base.slug, "name": "Base"}
    assert document_of(base)["relations"][0]["label"] == "amended by"
    assert (
        Edition.objects.get(slug=amendment.slug, number=2).reason
        == "a related deal was published, withdrawn or merged"
    )


def test_withdrawal_takes_the_deal_and_what_only_it_named_off_the_shelf():
    contract = signed_contract(slug="jets-2020")
    curator = UserFactory()
    publish([contract], by=curator, reason="first")

    withdraw(contract, by=curator, reason="the report was retracted")

    assert not Deal.objects.exists()
    for model in (PublicParty, PublicSystem, PublicSource):
        assert not model.objects.exists()
    assert Tombstone.objects.get().reason == "the report was retracted"
    assert Edition.objects.get(number=2).event == "withdrawn"


def test_withdrawal_takes_the_link_out_of_related_deals():
    amendment, base = signed_contract(), signed_contract()
    RelationFactory(agreement=amendment, to=base)
    curator = UserFactory()
    publish([amendment, base], by=curator, reason="first")

    withdraw(base, by=curator, reason="wrong")

    assert document_of(amendment)["relations"] == []


def test_publishing_again_after_a_withdrawal_removes_the_tombstone():
    contract = signed_contract()
    curator = UserFactory()
    publish([contract], by=curator, reason="first")
    withdraw(contract, by=curator, reason="wrong")

    publish([contract], by=curator, reason="right after all")

    assert Deal.objects.get().edition == 3
    assert not Tombstone.objects.exists()


def test_merging_leads_the_old_address_to_the_other_deal():
    duplicate, kept = signed_contract(slug="twice"), signed_contract(slug="once")
    curator = UserFactory()
    publish([duplicate, kept], by=curator, reason="first")

    merge(duplicate, into=kept, by=curator, reason="the same deal")

    assert Tombstone.objects.get().merged_into == "once"
    assert Agreement.objects.get(slug="twice").state == "merged"
    assert [deal.slug for deal in Deal.objects.all()] == ["once"]


def test_a_merged_record_cannot_be_published():
    duplicate, kept = signed_contract(slug="twice"), signed_contract(slug="once")
    curator = UserFactory()
    publish([duplicate, kept], by=curator, reason="first")
    merge(duplicate, into=kept, by=curator, reason="the same deal")

    with pytest.raises(CannotPublish) as caught:
        publish([duplicate], by=curator, reason="again")

    assert caught.value.obstacles == ["twice was merged into another record; its address redirects there."]


def test_a_record_without_accepted_facts_cannot_be_published():
    draft = AgreementFactory(slug="empty")
    ItemFactory(agreement=draft, status="pending")

    with pytest.raises(CannotPublish) as caught:
        publish([draft], by=UserFactory(), reason="first")

    assert caught.value.obstacles == ["empty has no accepted fact to show."]
    assert not Edition.objects.exists()


def test_a_claim_without_evidence_keeps_its_record_and_all_chosen_ones_off_the_shelf():
    good, bad = signed_contract(), signed_contract()
    ItemFactory(agreement=bad, system__name="Gun", passages=[])

    with pytest.raises(CannotPublish) as caught:
        publish([good, bad], by=UserFactory(), reason="first")

    assert caught.value.obstacles == ["“Gun: 5” is accepted without evidence."]
    assert not Deal.objects.exists()


def test_withdrawing_needs_a_reason():
    contract = signed_contract()
    publish([contract], by=UserFactory(), reason="first")

    with pytest.raises(CannotPublish) as caught:
        withdraw(contract, by=UserFactory(), reason=" ")

    assert caught.value.obstacles == ["A reason is needed: readers of the old address see it."]


def test_withdrawing_a_draft_is_refused():
    draft = signed_contract(slug="draft-1")

    with pytest.raises(CannotPublish) as caught:
        withdraw(draft, by=UserFactory(), reason="wrong")

    assert caught.value.obstacles == ["draft-1 is not published: it is draft."]


def test_disputed_claims_stand_beside_accepted_ones_with_the_spread():
    contract = signed_contract()
    ValueFactory(agreement=contract, status="disputed", reported="$1.1 million", amount_low=1_100_000)

    publish([contract], by=UserFactory(), reason="first")

    document = document_of(contract)
    assert document["disputed"] is True
    assert document["disagreements"] == [
        {"fact": "Contract value", "accepted": ["$1 million"], "disputed": ["$1.1 million"], "spread": "10 %"}
    ]


def test_a_stake_of_a_public_party_shows_with_its_source():
    contract = signed_contract()
    venture = InvolvementFactory(agreement=contract, party__slug="venture", party__name="Venture").party
    StakeFactory(owned=venture, owner__name="Silent partner", passages=[PassageFactory(source__slug="paper")])
    StakeFactory(owned=venture, owner__name="HIDDEN", status="pending")

    publish([contract], by=UserFactory(), reason="first")

    document = orjson.loads(bytes(PublicParty.objects.get(slug="venture").document))
    assert [stake["owner"] for stake in document["stakes"]] == [{"id": "", "name": "Silent partner"}]
    assert (
        orjson.loads(bytes(PublicSource.objects.get(slug="paper").document))["passages"][0]["party"]
        == "venture"
    )


def test_a_link_to_an_owner_appears_when_the_owner_gets_a_page():
    first, second = signed_contract(), signed_contract()
    venture = InvolvementFactory(agreement=first, party__slug="venture").party
    owner = StakeFactory(owned=venture, owner__slug="owner").owner
    curator = UserFactory()
    publish([first], by=curator, reason="first")
    InvolvementFactory(agreement=second, party=owner)

    publish([second], by=curator, reason="names the owner")

    document = orjson.loads(bytes(PublicParty.objects.get(slug="venture").document))
    assert document["stakes"][0]["owner"]["id"] == "owner"


def test_private_edits_change_no_public_byte():
    contract = signed_contract()
    curator = UserFactory()
    publish([contract], by=curator, reason="first")
    before = shelf_bytes()

    signed_contract(title="A draft")
    ItemFactory(agreement=contract, status="pending")
    contract.values.update(note="edited")
    Party.objects.update(name="renamed")

    assert shelf_bytes() == before


def shelf_bytes():
    return [
        sorted(
            tuple(str(bytes(cell) if isinstance(cell, memoryview) else cell) for cell in row) for row in rows
        )
        for rows in (
            model.objects.values_list()
            for model in (
                Deal,
                Edition,
                PublicParty,
                PublicSystem,
                PublicSource,
                RegisterLine,
                Citation,
                Tombstone,
            )
        )
    ]


@pytest.mark.parametrize("count", [1, 12])
def test_publishing_takes_the_same_number_of_queries_for_one_as_for_many(count, django_assert_num_queries):
    contracts = [signed_contract() for _ in range(count)]
    curator = UserFactory()

    with django_assert_num_queries(73):
        publish(contracts, by=curator, reason="first")
