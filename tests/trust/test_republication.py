"""What is published anew because a related deal changed must be as sound as what was chosen."""

import pytest

from deals.actions.publish import CannotPublish, publish, withdraw
from deals.shelf import Deal, Edition
from tests.factories import ItemFactory, RelationFactory, UserFactory, signed_contract

pytestmark = pytest.mark.django_db


def test_a_related_deal_with_a_claim_without_evidence_is_not_published_anew() -> None:
    curator = UserFactory()
    base = signed_contract(slug="base")
    publish([base], by=curator, reason="first")
    ItemFactory(agreement=base, system__name="Gun", passages=[])
    amendment = signed_contract(slug="amendment")
    RelationFactory(agreement=amendment, to=base)

    with pytest.raises(CannotPublish) as caught:
        publish([amendment], by=curator, reason="first")

    assert caught.value.obstacles == ["“Gun: 5” is accepted without evidence."]
    assert [(edition.slug, edition.number) for edition in Edition.objects.all()] == [("base", 1)]


def test_a_withdrawal_is_never_held_up_by_a_related_deal() -> None:
    curator = UserFactory()
    base, amendment = signed_contract(slug="base"), signed_contract(slug="amendment")
    RelationFactory(agreement=amendment, to=base)
    publish([base, amendment], by=curator, reason="first")
    ItemFactory(agreement=base, system__name="Gun", passages=[])

    withdraw(amendment, by=curator, reason="a hoax")

    assert [deal.slug for deal in Deal.objects.all()] == ["base"]
