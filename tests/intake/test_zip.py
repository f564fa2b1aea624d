"""ZIP files of pages: each is read by its own name; what is wrong with one hurts no other."""

import io
import zipfile
from pathlib import Path

import pytest

from intake import Limits
from tests.intake.reading import read, take

FLOOD = "Police said nine people were killed in the flood at Verado."
ROWS = '{"text": "Ten people were killed at Verado."}\n{"text": "Two people died at Orsk."}\n'


def pack(path: Path, files: dict[str, str | bytes]) -> Path:
    """A ZIP file of some files, by their names."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def reasons(rejections) -> dict[str, str]:
    return {each.input.partition(".zip")[2]: each.reason for each in rejections}


def test_each_file_is_read_by_its_name(tmp_path):
    html = f"<html><body><p>{FLOOD}</p></body></html>"
    path = pack(
        tmp_path / "pages.zip", {"a.txt": FLOOD, "folder/b.html": html, "posts.jsonl": ROWS}
    )
    pages, rejections = read(path)
    documents, _ = take(path)
    assert rejections == []
    assert [page.address.partition("zip")[2] for page in pages] == [
        "#a.txt", "#folder/b.html", "#posts.jsonl#1", "#posts.jsonl#2",
    ]  # fmt: skip
    assert sum("nine people were killed" in document.text for document in documents) == 2


def test_what_is_wrong_with_one_file_hurts_no_other(tmp_path):
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("c.txt", FLOOD)
    path = pack(
        tmp_path / "pages.zip",
        {
            "a.txt": FLOOD, "empty.txt": "", "b.bin": b"\0\1", "inner.zip": inner.getvalue(),
            "__MACOSX/a.txt": "hidden", "bomb.csv": "text\n" + "0" * 1_000_000,
        },
    )  # fmt: skip
    pages, rejections = read(path, limits=Limits(page_bytes=10_000))
    assert len(pages) == 1
    assert reasons(rejections) == {
        "#empty.txt": "empty", "#b.bin": "unknown_type", "#inner.zip": "unknown_type",
        "#bomb.csv": "zip_bomb",
    }  # fmt: skip


@pytest.mark.parametrize("damage", ["cut", "content", "none"])
def test_a_damaged_file_is_rejected(tmp_path, damage):
    path = pack(tmp_path / "pages.zip", {"a.txt": FLOOD * 9})
    content = bytearray(path.read_bytes())
    if damage == "content":
        content[45:60] = bytes(15)
    path.write_bytes(content[:60] if damage == "cut" else content)
    pages, rejections = read(path)
    assert [each.reason for each in rejections] == ([] if damage == "none" else ["broken_zip"])
    assert len(pages) == (damage == "none")


def test_a_locked_file_and_an_empty_archive_say_so(tmp_path):
    path = pack(tmp_path / "pages.zip", {"a.txt": FLOOD})
    content = bytearray(path.read_bytes())
    # The flags of the file, in its own header and in the list of files.
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)
    assert [each.reason for each in read(path)[1]] == ["encrypted"]
    assert [each.reason for each in read(pack(tmp_path / "none.zip", {}))[1]] == ["empty_zip"]
