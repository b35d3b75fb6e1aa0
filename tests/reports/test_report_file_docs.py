"""The documentation's example is a sound report file, and shows every key that the format has."""

from pathlib import Path

import pytest

from deals.reports.schema import build_schema
from tests.reports.samples import checked

DOCUMENT = (Path(__file__).parents[2] / "docs" / "report-file.md").read_text(encoding="utf-8")
EXAMPLE = DOCUMENT.partition("```yaml\n")[2].partition("```")[0]


def test_the_example_is_sound():
    result = checked(EXAMPLE, file="klow-gazette-2019-05-05.yaml")

    assert [reference.id for reference in result.references.agreements] == ["syldavia-falcon-2011"]
    assert result.warnings == ()


@pytest.mark.parametrize(
    "name", ["source", "party", "stake", "system", "agreement", "item", "value", "milestone"]
)
def test_every_key_is_documented(name):
    missing = [key for key in build_schema()["$defs"][name]["properties"] if key not in DOCUMENT]

    assert missing == []
