"""What can be read in two ways is refused, with its line; everything else is text with its place."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deals.reports.problems import ProblemList
from deals.reports.strict_yaml import LARGEST_FILE, MOST_VALUES, read_yaml
from deals.reports.yaml_nodes import Mapping, Scalar, Sequence, line_at


def read(text, file="sample.yaml"):
    """The tree and the messages about a file's text or bytes."""
    problems = ProblemList(file)
    tree = read_yaml(text if isinstance(text, bytes) else text.encode(), problems)
    return tree, [str(problem).removeprefix(f"{file}:") for problem in problems.problems]


def messages(text, file="sample.yaml"):
    return read(text, file)[1]


def as_plain(node):
    """The tree as dicts, lists and texts."""
    match node:
        case Mapping():
            return {key: as_plain(value) for key, value in node.entries.items()}
        case Sequence():
            return [as_plain(item) for item in node.items]
        case _:
            return node.text


@pytest.mark.parametrize(
    "scalar",
    ["NO", "010", "1_000", "2021-12-06", "12345678901234567.89", "true", "null", "0x1F", "12:30", "1e3"],
)
def test_every_scalar_is_text(scalar):
    tree, found = read(f"a: {scalar}\n")

    assert tree.entries["a"] == Scalar(1, scalar, plain=True)
    assert found == []


def test_a_quoted_scalar_is_not_plain():
    tree, _ = read("a: 'NO'\n")

    assert tree.entries["a"] == Scalar(1, "NO", plain=False)


def test_lines_are_those_of_keys_and_of_list_members():
    tree, _ = read("a: 1\nb:\n  - x: 2\n    y:\n      3\n")

    assert [line_at(tree, path) for path in [(), ("a",), ("b",), ("b", 0), ("b", 0, "y")]] == [1, 1, 2, 3, 4]


def test_the_line_of_what_is_missing_is_that_of_its_place():
    tree, _ = read("a: 1\nb:\n  - x: 2\n")

    assert line_at(tree, ("b", 0, "z", 4)) == 3


def test_a_duplicate_key_is_refused_and_the_first_kept():
    tree, found = read("a: 1\nb: 2\na: 3\n")

    assert as_plain(tree) == {"a": "1", "b": "2"}
    assert found == ['3: a: found the key "a" again; expected each key once (it is on line 1)']


def test_an_alias_and_its_anchor_are_refused():
    assert messages("a: &x 1\nb: *x\n") == [
        "1: a: found an anchor, &x; expected no anchors",
        "2: b: found an alias, *x; expected the value itself",
    ]


def test_a_bomb_of_aliases_is_not_unfolded():
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 40)]

    _, found = read("\n".join(lines))

    assert len(found) == 40 + 39 * 2


def test_a_tag_is_refused():
    assert messages("a: !!python/name:os.system x\n") == [
        '1: a: found a tag, "tag:yaml.org,2002:python/name:os.system"; expected no tags'
    ]


def test_a_tag_on_a_list_is_refused():
    assert messages("a: !!set [x]\n") == ['1: a: found a tag, "tag:yaml.org,2002:set"; expected no tags']


def test_a_second_document_is_refused():
    assert messages("a: 1\n---\nb: 2\n") == ["2: found a second document; expected one document a file"]


def test_a_merge_key_is_refused():
    assert messages("a: 1\n<<: {b: 2}\n") == [
        '2: ["<<"]: found a merge key, <<; expected the values themselves'
    ]


def test_a_place_deep_in_the_file_is_told_with_its_path():
    assert messages("a:\n  - b: 1\n  - c: [x, !t y]\n") == [
        '3: a[1].c[1]: found a tag, "!t"; expected no tags'
    ]


def test_a_key_that_is_no_text_is_refused_and_reading_goes_on():
    tree, found = read("? [x]\n: 1\nb: 2\n")

    assert as_plain(tree) == {"b": "2"}
    assert found == ["1: found a key that is a list or a mapping; expected a key that is text"]


def test_control_and_bidirectional_characters_are_refused_line_by_line():
    assert messages("a: x\x07\nb: 1\nc: y\u202e # turned\n") == [
        "1: found a control character U+0007 in column 5; "
        "expected text without control and bidirectional characters",
        "3: found a direction mark U+202E in column 5; "
        "expected text without control and bidirectional characters",
    ]


def test_nul_is_refused():
    assert messages("a: x\0\n") == [
        "1: found a NUL character U+0000 in column 5; "
        "expected text without control and bidirectional characters"
    ]


def test_an_escape_for_such_a_character_is_refused():
    assert messages('a: 1\nb: "x\\u202e"\n') == [
        "2: b: found an escape for a direction mark U+202E; "
        "expected text without control and bidirectional characters"
    ]


def test_thirty_levels_are_read():
    assert messages("[" * 30 + "]" * 30) == []


def test_deeper_nesting_is_refused():
    assert messages("[" * 31 + "]" * 31) == [
        f"1: {'[0]' * 30}: found deeper nesting; expected at most 30 levels"
    ]


def test_a_hundred_thousand_levels_are_refused_as_well():
    assert len(messages("[" * 100_000)) == 1


def test_a_file_of_the_largest_size_is_read():
    assert messages(b"a: " + b"x" * (LARGEST_FILE - 3)) == []


def test_a_larger_file_is_refused():
    assert messages(b"a" * (LARGEST_FILE + 1)) == [
        "1: found 5,242,881 bytes; expected at most 5,242,880 bytes"
    ]


def test_a_file_of_too_many_values_is_refused():
    assert messages("\n".join(["- x"] * (MOST_VALUES + 1))) == [
        "499998: found more than 500,000 keys and values; expected fewer"
    ]


def test_bytes_that_are_not_utf8_are_refused():
    assert messages(b"a: 1\nb: \xff\n") == [
        "2: found the byte 0xff, which is not UTF-8; expected text in UTF-8"
    ]


def test_an_empty_file_is_refused():
    assert messages("# nothing but this\n") == ["1: found an empty file; expected a report"]


def test_a_mistake_in_the_yaml_is_told_with_its_line():
    assert messages("a: 1\nb: [1\nc: 2\n") == [
        "3: found a mistake in the YAML: did not find expected ',' or ']'; expected well-formed YAML"
    ]


def test_windows_line_ends_and_a_byte_order_mark_are_read():
    tree, found = read(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")

    assert as_plain(tree) == {"a": "1", "b": "2"}
    assert found == []


def test_all_mistakes_are_told_at_once():
    assert [message.partition(":")[0] for message in messages("a: &x 1\nb: !!int 2\na: 3\nc: *x\n")] == list(
        "1234"
    )


JSON_VALUES = st.recursive(
    st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), max_size=12),
    lambda inside: (
        st.lists(inside, max_size=4)
        | st.dictionaries(st.text("abc", min_size=1, max_size=3), inside, max_size=4)
    ),
    max_leaves=12,
)


@given(JSON_VALUES, st.booleans(), st.sampled_from([None, 2, "\t"]))
def test_json_is_read_as_it_is_meant(value, ascii_only, indent):
    tree, found = read(json.dumps(value, ensure_ascii=ascii_only, indent=indent), file="sample.json")

    assert as_plain(tree) == value
    assert found == []


@given(st.binary(max_size=200) | st.text("abc:-[]{}&*!<>|?#'\"%@` \n\t\\x0u", max_size=60).map(str.encode))
def test_no_bytes_crash_the_reader(data):
    tree, found = read(data)

    assert tree is not None or found
