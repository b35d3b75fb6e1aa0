"""Writing a planned batch: order of tables, verdicts at insert, and refusal of what cannot be written."""

import pytest

from deals.actions.load import LoadBatch, loading, write_batch
from deals.models import Item, ItemEvidence, Party, Passage, ReportLoad, Source, System, Value
from deals.vocab.codes import ClaimStatus, PartyKind, SourceKind, SystemCategory, ValueKind
from tests.factories import AgreementFactory, ExchangeRateFactory, SystemFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def batch():
    """A batch of a new source, without anything else."""
    source = Source(slug="sample", kind=SourceKind.NEWS_REPORT, publisher="Klow Gazette", published="2019")
    return LoadBatch(source=source, content_hash="0" * 64, accepted=False, new=[source])


def write(batch: LoadBatch) -> ReportLoad:
    by = UserFactory()
    with loading(source_id=batch.source.slug, by=by):
        return write_batch(batch, by=by)


def test_rows_are_written_after_those_that_they_refer_to(batch):
    system = System(slug="falcon", name="Falcon", category=SystemCategory.MISSILES)
    item = Item(agreement=AgreementFactory(), system=system, quantity_low=1, quantity_high=1)
    passage = Passage(source=batch.source, quote="one Falcon")
    batch.new[:0] = [ItemEvidence(fact=item, passage=passage), item, passage, system]

    write(batch)

    assert Item.objects.get().system.slug == "falcon"
    assert Item.objects.get().evidence.get().passage.source.slug == "sample"


def test_a_new_claim_is_inserted_with_its_verdict(batch):
    item = Item(agreement=AgreementFactory(), system=SystemFactory(), quantity_low=1, quantity_high=1)
    batch.new.append(item)
    batch.verdicts[ClaimStatus.ACCEPTED].append(item)

    write(batch)

    assert Item.objects.get().status == ClaimStatus.ACCEPTED
    assert [event.pgh_label for event in Item.pgh_event_model.objects.all()] == ["insert"]


def test_of_two_new_values_the_one_that_is_referred_to_comes_first(batch):
    columns = {"agreement": AgreementFactory(), "kind": ValueKind.CONTRACT_VALUE, "reported": "1"}
    euros = Value(**columns, amount_low=1, amount_high=1, currency="EUR")
    dollars = Value(**columns, amount_low=2, amount_high=2, currency="USD", equivalent_to=euros)
    batch.new += [dollars, euros]

    write(batch)

    assert Value.objects.get(currency="USD").equivalent_to.currency == "EUR"


def test_the_load_is_remembered_with_who_and_what(batch):
    load = write(batch)

    assert (load.source.slug, load.content_hash, load.accepted) == ("sample", "0" * 64, False)
    assert str(load.loaded_by).startswith("curator-")


def test_rows_that_refer_to_each_other_in_a_circle_are_refused(batch):
    east, west = (Party(slug=slug, name=slug, kind=PartyKind.COMPANY) for slug in ("east", "west"))
    east.successor_of, west.successor_of = west, east
    batch.new += [east, west]

    with pytest.raises(ValueError, match="rows of Party refer to each other in a circle"):
        write(batch)


def test_rows_that_no_report_brings_are_refused(batch):
    batch.new.append(ExchangeRateFactory.build())

    with pytest.raises(ValueError, match="a load cannot write ExchangeRate"):
        write(batch)
