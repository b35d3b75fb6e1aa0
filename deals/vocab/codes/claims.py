"""Codes about claims and their sources: what stands, who says so, how good it is, why a field is empty."""

from deals.vocab.codes.base import Codes


class ClaimStatus(Codes):
    """Whether the record stands by a fact."""

    PENDING = "pending", "Pending", "Waits for a curator; never public."
    ACCEPTED = "accepted", "Accepted", "What the record stands by."
    DISPUTED = "disputed", "Disputed", "A source says so, and it is shown beside what is accepted."
    SUPERSEDED = "superseded", "Superseded", "Was accepted until later information replaced it."
    REJECTED = "rejected", "Rejected", "Wrongly read; never public."

    @property
    def is_public(self) -> bool:
        """Whether facts of this status are published: accepted and disputed ones only."""
        return self in {ClaimStatus.ACCEPTED, ClaimStatus.DISPUTED}


class SourceKind(Codes):
    """What sort of report or notice a source is."""

    NEWS_REPORT = "news_report", "News report", "A report of a newspaper, broadcaster or news site."
    NEWS_AGENCY = "news_agency", "News agency", "A dispatch of a news agency."
    OFFICIAL_NOTICE = (
        "official_notice",
        "Official notice",
        "A notice of a government, parliament or authority.",
    )
    COMPANY_STATEMENT = "company_statement", "Company statement", "A press release or filing of a company."
    CONTRACT_DOCUMENT = "contract_document", "Contract document", "The agreement itself, or a part of it."
    REGISTER = "register", "Register", "An entry of a register or database of arms transfers."
    RESEARCH = "research", "Research", "A study or paper of a research body."
    SOCIAL_MEDIA = "social_media", "Social media", "A post on a social network."
    OTHER = "other", "Other", "A source of no other kind."


class SourceGrade(Codes):
    """How reliable a source is, on the Admiralty scale that NATO uses."""

    A = "A", "A Completely reliable", "No doubt of its authenticity, trustworthiness or competence."
    B = "B", "B Usually reliable", "Minor doubt about it; mostly right in the past."
    C = "C", "C Fairly reliable", "Some doubt about it; has been right in the past."
    D = "D", "D Not usually reliable", "Much doubt about it; has been right at times."
    E = "E", "E Unreliable", "Lacks authenticity, trustworthiness or competence; has been wrong in the past."
    F = (
        "F",
        "F Reliability cannot be judged",
        "There is no basis for judging it; this never means that it is bad.",
    )

    @property
    def has_basis(self) -> bool:
        """Whether the grade says anything; one without basis sorts as if it were empty."""
        return self is not SourceGrade.F


class InformationGrade(Codes):
    """How credible a piece of information is, on the Admiralty scale that NATO uses."""

    CONFIRMED = (
        "1",
        "1 Confirmed by other sources",
        "Independent sources confirm it; it is logical and fits the rest.",
    )
    PROBABLY_TRUE = "2", "2 Probably true", "Not confirmed; it is logical and fits what else is known."
    POSSIBLY_TRUE = "3", "3 Possibly true", "Not confirmed; it is fairly logical and fits some of the rest."
    DOUBTFUL = "4", "4 Doubtful", "Not confirmed; it is possible and not logical, and nothing else is known."
    IMPROBABLE = "5", "5 Improbable", "Not confirmed and not logical; what else is known contradicts it."
    CANNOT_BE_JUDGED = (
        "6",
        "6 Truth cannot be judged",
        "There is no basis for judging it; this never means that it is false.",
    )

    @property
    def has_basis(self) -> bool:
        """Whether the grade says anything; one without basis sorts as if it were empty."""
        return self is not InformationGrade.CANNOT_BE_JUDGED


class KindOfEmpty(Codes):
    """Why a field has no value; a true zero is a value and no kind of empty."""

    UNKNOWN = "unknown", "Unknown", "Nobody who reported on it says."
    UNDISCLOSED = "undisclosed", "Undisclosed", "Those who know have not made it public."
    NOT_APPLICABLE = "not_applicable", "Not applicable", "The question does not arise for this record."
    NOT_YET = "not_yet", "Not yet", "It has not happened so far."
