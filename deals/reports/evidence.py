"""Holds every claim of a report to its quotes: each has some, and each stands in the archived text."""

from dataclasses import replace
from typing import TypeVar

from deals.reports.problems import ProblemList, in_quotes
from deals.reports.report_file import AgreementEntry, Claim, Quote, Report
from deals.vocab.codes import SourceKind
from deals.vocab.quotes import QuoteFinder, QuoteNotFound, QuoteOccursOften

ClaimType = TypeVar("ClaimType", bound=Claim)


def with_located_quotes(report: Report, problems: ProblemList) -> Report:
    """The report with each quote's place in the archived text; what fails is added to `problems`."""
    text = report.source.body
    evidence = _Evidence(
        finder=None if text is None else QuoteFinder(text),
        is_register=report.source.kind == SourceKind.REGISTER,
        problems=problems,
    )
    return replace(
        report,
        parties=tuple(replace(party, stakes=evidence.located(party.stakes)) for party in report.parties),
        agreements=tuple(_located(agreement, evidence) for agreement in report.agreements),
    )


def _located(agreement: AgreementEntry, evidence: "_Evidence") -> AgreementEntry:
    return replace(
        agreement,
        parties=evidence.located(agreement.parties),
        items=evidence.located(agreement.items),
        values=evidence.located(agreement.values),
        milestones=evidence.located(agreement.milestones),
        relations=evidence.located(agreement.relations),
        exposures=evidence.located(agreement.exposures),
    )


class _Evidence:
    """What claims are held to: the archived text, or that a register's rows have no words to quote."""

    def __init__(self, *, finder: QuoteFinder | None, is_register: bool, problems: ProblemList) -> None:
        self._finder = finder
        self._is_register = is_register
        self._problems = problems

    def located(self, claims: tuple[ClaimType, ...]) -> tuple[ClaimType, ...]:
        """The claims with the places of their quotes."""
        for claim in claims:
            self._check_number_of_quotes(claim)
        return tuple(replace(claim, quotes=tuple(map(self._locate, claim.quotes))) for claim in claims)

    def _check_number_of_quotes(self, claim: Claim) -> None:
        path = (*claim.path, "quotes")
        if self._problems.wrong_in(path) or self._problems.wrong_in(("source", "kind")):
            return
        if self._is_register and claim.quotes:
            self._problems.add(
                path, "quotes of a register", "none, for a register's row has no words to quote"
            )
        elif not self._is_register and not claim.quotes:
            self._problems.add(path, "no quotes", "at least one quote for each fact")

    def _locate(self, quote: Quote) -> Quote:
        if self._finder is None or not quote.text or self._problems.wrong_in(quote.path):
            return quote
        try:
            return replace(quote, span=self._finder.locate(quote.text, nth=quote.nth))
        except QuoteNotFound as error:
            self._problems.add(quote.path, f"{in_quotes(quote.text)}, {error}", "words of the archived text")
        except QuoteOccursOften as error:
            self._problems.add(
                quote.path, f"{in_quotes(quote.text)}, {error}", "{text, nth} with the one that is meant"
            )
        return quote
