"""A report file and its archived text, both invented, which the tests of this package vary."""

from pathlib import Path

from deals.reports.check import CheckedReport, check_report_bytes
from deals.reports.problems import ReportProblems

TEXT = """The Syldavian ministry ordered 24 Falcon rifles from Borduria on 4 May 2019.
The contract is worth about 3 million euros, the ministry said.
Falcon rifles are made by Falcon Works, of which Borduria owns 50.5 per cent.
"""

REPORT = """\
format: 1
source:
  id: sample
  kind: news_report
  publisher: Klow Gazette
  published: 2019-05-05
  body: |
    The Syldavian ministry ordered 24 Falcon rifles from Borduria on 4 May 2019.
    The contract is worth about 3 million euros, the ministry said.
    Falcon rifles are made by Falcon Works, of which Borduria owns 50.5 per cent.
parties:
  - id: falcon-works
    name: Falcon Works
    kind: company
    stakes:
      - {owner: borduria, share: 50.5, quotes: ["of which Borduria owns 50.5 per cent"]}
systems:
  - {id: falcon, name: Falcon, category: small_arms_light_weapons, producer: falcon-works}
agreements:
  - id: syldavia-falcon-2019
    title: Falcon rifles for Syldavia
    kind: contract
    parties:
      - {party: syldavia, role: recipient, quotes: ["The Syldavian ministry ordered"]}
    items:
      - {system: falcon, quantity: 24, quotes: ["ordered 24 Falcon rifles"]}
    values:
      - kind: contract_value
        reported: about 3 million euros
        amount: 3000000
        currency: EUR
        qualifier: about
        quotes: ["worth about 3 million euros"]
    milestones:
      - {kind: signature, date: 2019-05-04, quotes: ["on 4 May 2019"]}
    relations:
      - {type: follows, to: syldavia-falcon-2011, quotes: [{text: Falcon rifles, nth: 2}]}
    exposures:
      - {regime: Klow embargo, authority: syldavia, status: possible, quotes: ["the ministry said"]}
"""


def checked(report: str, root: Path = Path("/nowhere"), file: str = "sample.yaml") -> CheckedReport:
    """The report of a file's text, which must be sound."""
    return check_report_bytes(report.encode(), file=file, root=root)


def problems_of(report: str | bytes, root: Path = Path("/nowhere"), file: str = "sample.yaml") -> list[str]:
    """The messages about a file's text, without the file's name; none when it is sound."""
    data = report.encode() if isinstance(report, str) else report
    try:
        check_report_bytes(data, file=file, root=root)
    except ReportProblems as error:
        return [str(problem).removeprefix(f"{file}:") for problem in error.problems]
    return []


def changed(old: str, new: str) -> str:
    """The sample report with one passage, which it must have once, replaced."""
    assert REPORT.count(old) == 1, old
    return REPORT.replace(old, new)
