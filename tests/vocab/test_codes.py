"""The vocabulary's codes: stored values, labels, meanings and what follows from them."""

import inspect
import pickle

import pytest

from deals.vocab import codes
from deals.vocab.codes import (
    AgreementKind,
    ClaimStatus,
    Codes,
    InformationGrade,
    MilestoneKind,
    PartyKind,
    PartyRole,
    Qualifier,
    RelationType,
    SourceGrade,
    UnrocaCategory,
)

ALL_LISTS = [
    list_
    for list_ in vars(codes).values()
    if inspect.isclass(list_) and issubclass(list_, Codes) and len(list_)
]
ALL_MEMBERS = [
    pytest.param(member, id=f"{type(member).__name__}.{member.name}")
    for list_ in ALL_LISTS
    for member in list_
]

# What the API publishes; a code is added here when it is added there, and never changed.
PUBLISHED = {
    "AgreementKind": "contract framework_programme intergovernmental_agreement protocol memorandum amendment "
    "licence_agreement joint_venture_agreement notification",
    "AgreementState": "draft published withdrawn merged",
    "AgreementStatus": "reported under_negotiation approved signed in_force expired completed suspended "
    "cancelled unknown",
    "ClaimStatus": "pending accepted disputed superseded rejected",
    "DeliveryStatus": "not_started in_delivery completed halted cancelled unknown",
    "ExposureStatus": "possible under_review waiver_sought waived imposed lifted not_imposed",
    "InformationGrade": "1 2 3 4 5 6",
    "ItemCondition": "new second_hand second_hand_modernised unknown",
    "KindOfEmpty": "unknown undisclosed not_applicable not_yet",
    "MilestoneKind": "request tender negotiation approval notification announcement initialling signature "
    "ratification entry_into_force amendment renewal payment production_start delivery delivery_completion "
    "suspension resumption cancellation expiry objection statement",
    "PartyKind": "state former_state territory international_organisation non_state_armed_group "
    "government_body company joint_venture person unknown",
    "PartyRole": "supplier recipient buyer manufacturer licenser licensee intermediary end_user financier "
    "origin_state transit_state signatory objector announcing_body",
    "Qualifier": "exact about at_least up_to range unknown undisclosed",
    "RelationType": "amends renews supersedes implements part_of follows same_package",
    "SourceGrade": "A B C D E F",
    "SourceKind": "news_report news_agency official_notice company_statement contract_document register "
    "research social_media other",
    "SystemCategory": "aircraft air_defence_systems armoured_vehicles artillery engines missiles "
    "naval_weapons satellites sensors ships small_arms_light_weapons ammunition services other",
    "TransferMode": "sale licensed_production kit_assembly technology_transfer lease loan aid gift upgrade "
    "services unknown",
    "UnitOfCount": "item system battery regiment squadron launcher missile hull set round",
    "UnrocaCategory": "I II III IV IVa IVb V VI VII VIIb SALW",
    "ValueKind": "contract_value estimated_cost ceiling unit_price financing offset down_payment",
}


def test_codes_are_the_published_ones():
    assert {list_.__name__: " ".join(list_.values) for list_ in ALL_LISTS} == PUBLISHED


@pytest.mark.parametrize("member", ALL_MEMBERS)
def test_member_has_a_label_and_one_sentence_of_meaning(member):
    assert member.label
    assert not member.label.endswith(".")
    assert member.description.endswith(".")
    assert member.description != member.label


@pytest.mark.parametrize("list_", ALL_LISTS)
def test_labels_tell_the_codes_of_a_list_apart(list_):
    assert len(set(list_.labels)) == len(list_)


def test_code_is_its_own_text_and_finds_its_member():
    assert AgreementKind.CONTRACT == "contract"
    assert str(AgreementKind.CONTRACT) == "contract"
    assert AgreementKind("contract") is AgreementKind.CONTRACT
    assert pickle.loads(pickle.dumps(AgreementKind.CONTRACT)) is AgreementKind.CONTRACT  # noqa: S301  # our own bytes


def test_choices_pair_code_and_label_as_django_wants_them():
    assert ClaimStatus.choices[0] == ("pending", "Pending")


def test_member_without_meaning_is_refused():
    with pytest.raises(
        TypeError, match="found the code 'code' with a label at most, expected a label and a meaning"
    ):

        class Bare(Codes):
            CODE = "code", "Label that is taken for the meaning"


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        (AgreementKind.CONTRACT, ""),
        (AgreementKind.LICENCE_AGREEMENT, ""),
        (AgreementKind.FRAMEWORK_PROGRAMME, "umbrella"),
        (AgreementKind.INTERGOVERNMENTAL_AGREEMENT, "has no items and values of its own"),
        (AgreementKind.PROTOCOL, "umbrella"),
        (AgreementKind.MEMORANDUM, "not binding"),
        (AgreementKind.AMENDMENT, "changes another record"),
        (AgreementKind.JOINT_VENTURE_AGREEMENT, "founds a company, names no goods"),
        (AgreementKind.NOTIFICATION, "possible sale, not signed"),
    ],
)
def test_umbrella_reason(kind, reason):
    assert kind.umbrella_reason == reason


def test_only_an_intergovernmental_agreement_counts_with_its_own_goods():
    assert [kind for kind in AgreementKind if kind.counts_with_own_goods] == ["intergovernmental_agreement"]


def test_milestones_that_happen_once():
    assert {kind.value for kind in MilestoneKind if kind.happens_once} == {
        "signature",
        "initialling",
        "ratification",
        "entry_into_force",
        "cancellation",
        "expiry",
        "delivery_completion",
    }


def test_sipri_marks():
    assert {kind.value: kind.sipri_mark for kind in PartyKind if kind.sipri_mark} == {
        "non_state_armed_group": "*",
        "international_organisation": "**",
    }


def test_roles_in_the_open_contracting_data_standard():
    assert {role.value: role.ocds for role in PartyRole if role.ocds} == {
        "supplier": "supplier",
        "recipient": "buyer",
        "buyer": "procuringEntity",
        "manufacturer": "supplier",
        "financier": "funder",
        "objector": "interestedParty",
    }


@pytest.mark.parametrize(
    ("relation", "inverse"),
    [
        (RelationType.AMENDS, "amended by"),
        (RelationType.RENEWS, "renewed by"),
        (RelationType.SUPERSEDES, "superseded by"),
        (RelationType.IMPLEMENTS, "implemented by"),
        (RelationType.PART_OF, "has as a part"),
        (RelationType.FOLLOWS, "followed by"),
        (RelationType.SAME_PACKAGE, "in the same package as"),
    ],
)
def test_relation_read_from_the_other_record(relation, inverse):
    assert relation.inverse_label == inverse


def test_only_accepted_and_disputed_claims_are_public():
    assert [status.value for status in ClaimStatus if status.is_public] == ["accepted", "disputed"]


def test_only_the_last_admiralty_grades_have_no_basis():
    assert [grade for grade in (*SourceGrade, *InformationGrade) if not grade.has_basis] == ["F", "6"]


def test_unroca_members_are_named_by_what_they_hold():
    assert UnrocaCategory.WARSHIPS == "VI"
    assert UnrocaCategory.MANPADS.label == "VIIb Man-portable air-defence systems"


def test_qualifiers_read_as_words_before_a_number():
    assert Qualifier.AT_LEAST.label == "at least"
