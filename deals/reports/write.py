"""Writes a report as a report file, and hashes what it says."""

import hashlib
import re
from decimal import Decimal
from typing import Any

import orjson
import yaml

from deals.reports.layout import write_entry
from deals.reports.report_file import Report

FORMAT = 1
AMBIGUOUS = re.compile(r"[-+.]*[0-9]|(?:[yYnN]|<<|=)\Z")
"""Texts that PyYAML would leave without quotes and another reader could take for a number, a yes or a no."""

SCHEMA_FROM_FIXTURES = "../../deals/reports/report.schema.json"
"""Where the schema lies as seen from `fixtures/reports/`, for editors."""


def write_report(report: Report, *, schema: str = SCHEMA_FROM_FIXTURES) -> str:
    """The report as a YAML file that reads back as the same report, with this reader and with any other.

    `schema` is the path of the schema as seen from where the file will lie.
    """
    text = yaml.dump(
        _values(report),
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        width=110,
        default_flow_style=False,
    )
    return f"# yaml-language-server: $schema={schema}\n{text}"


def hash_content(report: Report) -> str:
    """The sha256, in hex, of what the report says; layout, comments and the order of keys do not count.

    The archived text counts by its sha256, whether it stands in the file or beside it.
    """
    values = _values(report)
    body = values["source"].pop("body", None)
    if body is not None:
        values["source"]["sha256"] = hashlib.sha256(body.encode()).hexdigest()
    return hashlib.sha256(orjson.dumps(values, default=str, option=orjson.OPT_SORT_KEYS)).hexdigest()


def _values(report: Report) -> dict[str, Any]:
    values = write_entry(report)
    if report.source.text_path:
        values["source"].pop("body", None)
    return {"format": FORMAT, **values}


class _Dumper(yaml.SafeDumper):
    """Quotes every text that some reader could take for something else, such as NO, 2021-12-06 or 1_000."""

    def ignore_aliases(self, data: Any) -> bool:
        """Never write an alias: the reader refuses them."""
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Indent lists under their key, as people do."""
        super().increase_indent(flow, indentless=False)


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else '"' if AMBIGUOUS.match(text) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _represent_amount(dumper: yaml.SafeDumper, amount: Decimal) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:float", f"{amount:f}")


_Dumper.add_representer(str, _represent_text)
_Dumper.add_representer(Decimal, _represent_amount)
