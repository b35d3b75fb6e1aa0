"""Checks a report file by itself, without any database: the one way from a file to a `Report`."""

from dataclasses import dataclass, replace
from pathlib import Path

from deals.reports.archived_text import with_archived_text
from deals.reports.evidence import with_located_quotes
from deals.reports.layout import read_entry
from deals.reports.name_flags import flag_names
from deals.reports.problems import Problem, ProblemList
from deals.reports.references import References, outside_references
from deals.reports.report_file import Report
from deals.reports.rules import check_rules
from deals.reports.schema_check import check_schema
from deals.reports.strict_yaml import LARGEST_FILE, read_yaml
from deals.reports.write import hash_content


@dataclass(frozen=True, slots=True)
class CheckedReport:
    """A report whose file is sound.

    `content_hash` changes only with what the file says, not with its layout and comments; `references` are
    the ids that must exist in the database; `warnings` flag names that a person should look at.
    """

    file: str
    report: Report
    references: References
    warnings: tuple[Problem, ...]
    content_hash: str


def check_report(path: Path, *, root: Path) -> CheckedReport:
    """Read and check the report file at `path`; archived texts are looked for under the project's `root`.

    Raises `ReportProblems` with everything that is wrong, or OSError when the file cannot be read.
    """
    with path.open("rb") as file:
        # One byte more than is allowed tells that the file is too large, however large it is.
        data = file.read(LARGEST_FILE + 1)
    return check_report_bytes(data, file=str(path), root=root)


def check_report_bytes(data: bytes, *, file: str, root: Path) -> CheckedReport:
    """The same for a file's bytes, as they come by the API; `file` is its name."""
    problems = ProblemList(file)
    node = read_yaml(data, problems)
    if node is None:
        problems.raise_if_any()
        raise AssertionError("a file that reads as nothing has a problem")
    report = read_entry(Report, check_schema(node, problems), (), problems)
    check_rules(report, problems)
    report = replace(report, source=with_archived_text(report.source, root, problems))
    report = with_located_quotes(report, problems)
    problems.raise_if_any()
    return CheckedReport(
        file=file,
        report=report,
        references=outside_references(report),
        warnings=flag_names(report, file),
        content_hash=hash_content(report),
    )
