from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from extractors.languages.en import PACK
from extractors.languages.lexicon import OWN_LEXICONS, LexiconEntry, LexiconError, load_lexicon
from extractors.languages.pack import use_language


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Path]:
    """An empty folder of shipped lexicons."""
    (tmp_path / "shipped" / "en" / "lexicons").mkdir(parents=True)
    (tmp_path / "own" / "en").mkdir(parents=True)
    with use_language(replace(PACK, lexicons=tmp_path / "shipped" / "en" / "lexicons")):
        yield tmp_path


def write(shelf: Path, name: str, text: str, owner: str = "shipped") -> None:
    folder = shelf / owner / "en"
    folder = folder / "lexicons" if owner == "shipped" else folder
    (folder / f"{name}.yml").write_text(text, "utf-8")


def test_defaults_hold_for_the_entries_of_their_section(shelf: Path) -> None:
    write(
        shelf,
        "sections",
        """
defaults: {provenance: first}
entries:
  - {id: a, words: [alpha], example: alpha}
---
defaults: {provenance: second}
entries:
  - {id: b, words: [beta], example: beta}
  - {id: c, words: [gamma], example: gamma, provenance: its own}
""",
    )
    found = load_lexicon("sections", LexiconEntry)
    assert [(entry.id, entry.provenance) for entry in found] == [
        ("a", "first"),
        ("b", "second"),
        ("c", "its own"),
    ]


def test_own_file_adds_and_replaces(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(shelf, "mine", "entries: [{id: a, words: [x], example: x, provenance: p}]")
    assert [entry.words for entry in load_lexicon("mine", LexiconEntry)] == [("x",)]
    write(
        shelf,
        "mine",
        "entries: [{id: a, words: [y], example: y, provenance: me},"
        " {id: b, words: [x], example: x, provenance: me}]",
        owner="own",
    )
    monkeypatch.setenv(OWN_LEXICONS, str(shelf / "own"))
    assert [entry.words for entry in load_lexicon("mine", LexiconEntry)] == [("y",), ("x",)]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("entries: [{id: a, words: [x], example: x}]", "provenance"),
        ("entries: [{id: a, wrods: [x], example: x, provenance: p}]", "wrods"),
        ("just words", "entries"),
        ("entries: [word]", "no entry"),
        ("entries: [", "YAML"),
        (
            "defaults: {example: x, provenance: p}\n"
            "entries: [{id: a, words: [X y]}, {id: b, words: [x Y]}]",
            "both claim 'x y'",
        ),
        ("defaults: {example: x, provenance: p}\nentries: [{id: a}, {id: a}]", "called 'a'"),
    ],
)
def test_bad_file_is_refused_by_name(shelf: Path, text: str, complaint: str) -> None:
    name = f"bad{abs(hash(text))}"
    write(shelf, name, text)
    with pytest.raises(LexiconError, match=complaint):
        load_lexicon(name, LexiconEntry)


def test_missing_lexicon_is_named() -> None:
    with pytest.raises(LexiconError, match="no lexicon 'nosuch' for language 'en'"):
        load_lexicon("nosuch", LexiconEntry)
