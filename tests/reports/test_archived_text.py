"""An archived text is read as its bytes stand, from inside the project only, and has its sha256."""

import hashlib

import pytest

from deals.reports import archived_text
from tests.reports.samples import REPORT, TEXT, checked, problems_of

BODY = REPORT[REPORT.index("  body: |") : REPORT.index("parties:")]
DIGEST = hashlib.sha256(TEXT.encode()).hexdigest()


def with_text(path, sha256=DIGEST):
    digest = "" if sha256 is None else f"  sha256: {sha256}\n"
    return REPORT.replace(BODY, f"  text: {path}\n{digest}")


@pytest.fixture
def root(tmp_path):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "sample.txt").write_bytes(TEXT.encode())
    return tmp_path


def test_the_text_is_read_from_its_file(root):
    source = checked(with_text("seeds/sample.txt"), root).report.source

    assert (source.body, source.sha256, source.text_path) == (TEXT, DIGEST, "seeds/sample.txt")


def test_an_inline_text_is_taken_as_it_stands_with_its_sha256():
    source = checked(REPORT).report.source

    assert (source.body, source.sha256) == (TEXT, DIGEST)


def test_a_source_may_be_without_text():
    source = checked(REPORT.replace(BODY, "  text: null\n")).report.source

    assert (source.body, source.sha256) == (None, "")


def test_line_ends_and_byte_order_mark_of_the_text_are_kept(root):
    data = b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()
    (root / "seeds" / "sample.txt").write_bytes(data)

    source = checked(with_text("seeds/sample.txt", hashlib.sha256(data).hexdigest()), root).report.source

    assert source.body == data.decode("utf-8")


def test_another_sha256_is_refused_naming_both(root):
    assert problems_of(with_text("seeds/sample.txt", "0" * 64), root) == [
        f"8: source.sha256: found {'0' * 64}; expected {DIGEST}, the sha256 of the archived text"
    ]


def test_a_text_in_a_file_needs_its_sha256(root):
    assert problems_of(with_text("seeds/sample.txt", None), root) == [
        f"2: source.sha256: found nothing; expected the sha256 of the archived text, {DIGEST}"
    ]


def test_the_sha256_of_an_inline_text_is_compared():
    assert problems_of(REPORT.replace(BODY, BODY + f"  sha256: {'0' * 64}\n")) == [
        f"11: source.sha256: found {'0' * 64}; expected {DIGEST}, the sha256 of the archived text"
    ]


def test_a_sha256_without_a_text_is_refused():
    assert problems_of(REPORT.replace(BODY, f"  sha256: {DIGEST}\n")) == [
        "7: source.sha256: found the sha256 of a text that is not given; expected text or body beside it"
    ]


def test_text_and_body_together_are_refused(root):
    assert problems_of(REPORT.replace(BODY, BODY + "  text: seeds/sample.txt\n"), root) == [
        "7: source.body: found an archived text beside the file that holds one; expected either text or body"
    ]


@pytest.mark.parametrize("path", ["/etc/passwd", r"seeds\sample.txt"])
def test_a_path_that_is_not_relative_is_refused(root, path):
    assert problems_of(with_text(path), root) == [
        f'7: source.text: found "{path}"; expected a path relative to the project\'s root'
    ]


def test_a_path_out_of_the_project_is_refused(root):
    assert problems_of(with_text("seeds/../../secret.txt"), root) == [
        '7: source.text: found "seeds/../../secret.txt", which leads out of the project; '
        "expected a path inside the project"
    ]


def test_a_link_out_of_the_project_is_refused(root, tmp_path_factory):
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.txt"
    secret.write_text(TEXT)
    (root / "seeds" / "link.txt").symlink_to(secret)

    assert problems_of(with_text("seeds/link.txt"), root) == [
        '7: source.text: found "seeds/link.txt", which leads out of the project; '
        "expected a path inside the project"
    ]


@pytest.mark.parametrize("path", ["seeds/other.txt", "seeds", "seeds/sample.txt/x"])
def test_a_path_without_a_file_is_refused(root, path):
    shown = path if len(path) < 80 else path[:80] + "…"

    assert problems_of(with_text(path), root) == [
        f'7: source.text: found "{shown}", where there is no file; expected the archived text\'s file'
    ]


def test_a_name_that_is_too_long_for_a_file_is_refused(root):
    assert problems_of(with_text("x" * 290), root) == [
        "7: source.text: found a file that cannot be read (File name too long); "
        "expected a file that can be read"
    ]


def test_links_in_a_circle_are_refused(root):
    (root / "a").symlink_to(root / "b")
    (root / "b").symlink_to(root / "a")

    (message,) = problems_of(with_text("a"), root)

    assert message in {
        "7: source.text: found a file that cannot be read (its links lead in a circle); "
        "expected a file that can be read",
        '7: source.text: found "a", where there is no file; expected the archived text\'s file',
    }


def test_a_text_that_is_not_utf8_is_refused(root):
    (root / "seeds" / "sample.txt").write_bytes(b"caf\xe9 ")

    assert problems_of(with_text("seeds/sample.txt"), root) == [
        "7: source.text: found the byte 0xe9 at offset 3, which is not UTF-8; expected text in UTF-8"
    ]


def test_a_text_with_a_nul_character_is_refused(root):
    (root / "seeds" / "sample.txt").write_bytes(b"ab\0")

    assert problems_of(with_text("seeds/sample.txt"), root) == [
        "7: source.text: found the character U+0000 at offset 2; expected text without it"
    ]


def test_a_text_that_is_too_large_is_refused(root, monkeypatch):
    monkeypatch.setattr(archived_text, "LARGEST_TEXT", 100)

    assert problems_of(with_text("seeds/sample.txt"), root) == [
        f"7: source.text: found a file of {len(TEXT)} bytes; expected at most 100 bytes"
    ]


def test_a_text_that_cannot_be_read_is_refused(root, monkeypatch):
    def refuse(path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.read_bytes", refuse)

    assert problems_of(with_text("seeds/sample.txt"), root) == [
        "7: source.text: found a file that cannot be read (Permission denied); "
        "expected a file that can be read"
    ]
