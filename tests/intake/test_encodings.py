"""Offsets refer to the text as decoded, whatever the bytes were."""

from pathlib import Path

import pytest

from tests.intake.reading import read, take

TEXT = "Šest mrtvých, 20 těžce raněných – řekl mluvčí policie.\r\nVíce později.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_encodings(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(TEXT.encode(encoding))
    (page,), _ = read(path)
    assert page.content == TEXT
    assert page.encoding == encoding
    assert page.size == path.stat().st_size


@pytest.mark.parametrize("encoding", ["cp1252", "cp1251", "shift_jis"])
def test_other_charsets_are_found_and_told(encoding: str, tmp_path: Path) -> None:
    text = {
        "cp1252": "Die Behörden zählten fünf Tote; größere Schäden gab es in Köln – später mehr.\n",
        "cp1251": "Полиция сообщила, что четыре человека погибли и двадцать ранены.\n",
        "shift_jis": "警察によると、この事故で四人が死亡し、二十人が負傷した。\n",
    }[encoding]
    path = tmp_path / "page.txt"
    path.write_bytes((text * 5).encode(encoding))
    (page,), _ = read(path)
    assert page.encoding != "utf-8"
    assert path.read_bytes().decode(page.encoding) == page.content
    assert page.content == text * 5


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_newlines_are_kept(newline: str, tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    text = newline.join(["A title of some words", "", "Ten people were hurt on Monday.", ""])
    path.write_bytes(text.encode())
    ((document,), _) = take(path)
    assert document.text == text
    assert document.title == "A title of some words"


def test_declared_charset_of_html(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    html = '<html><head><meta charset="iso-8859-2"></head><body><p>{}</p></body></html>'
    path.write_bytes(html.format("Łódź: dwóch zabitych.").encode("iso-8859-2"))
    (page,), _ = read(path)
    assert "Łódź: dwóch" in page.content
    assert page.encoding == "iso-8859-2"


def test_lying_declaration_does_not_win_over_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text('<html><meta charset="ascii"><p>Łódź: dwóch zabitych.</p></html>', "utf-8")
    (page,), _ = read(path)
    assert "Łódź: dwóch" in page.content


def test_damaged_utf_8_is_read_as_utf_8_and_told(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    raw = ("Policie – šest mrtvých, 20 těžce raněných. " * 5).encode()
    path.write_bytes(raw.replace(b"\xc5\xa1", b"\xa1", 1))
    (document,), (note,) = take(path)
    assert "20 těžce raněných" in document.text
    assert document.text.count("\ufffd") == 1
    assert note.reason == "damaged_text"
