"""What `docs/extending.md` says is tried: a cue of one's own, a construction of one's own."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from extractors import extract_claims
from extractors.constructions import declared, registry
from extractors.constructions.construction import Construction
from extractors.constructions.docs import write_page
from extractors.constructions.trigger import may_hold_harm
from extractors.explain import explain
from extractors.languages.en import PACK
from extractors.languages.lexicon import OWN_LEXICONS
from extractors.languages.pack import use_language
from schemas import Claim, Document

pytestmark = pytest.mark.slow


def claims_of(text: str) -> tuple[Claim, ...]:
    packs = {"en": replace(PACK)}  # a pack of its own has read no lexicon yet
    return extract_claims(Document(document_id="d", text=text), packs).claims


@pytest.mark.parametrize(
    "text",
    [
        "The mayor croaked that two miners died.",
        "Two miners died, the mayor croaked.",
        '"Two miners died," croaked the mayor.',
        "The mayor croaked two miners died.",
        "The mayor croaked two dead.",
    ],
)
def test_one_entry_makes_a_cue(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    entry = (
        "entries: [{id: croak, part: verb, words: [croak], tells: [clause, quote, object],"
        " takes: [clause, quote, object],"
        " provenance: mine, example: The mayor croaked that two miners died.}]"
    )
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "cues.yml").write_text(entry, "utf-8")
    monkeypatch.setenv(OWN_LEXICONS, str(tmp_path))
    (claim,) = claims_of(text)
    assert claim.attribution.cue is not None
    assert claim.attribution.cue.text == "croaked"


@pytest.fixture
def toys(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Construction, ...]]:
    """The constructions of the files in `toy_constructions/`, put beside the shipped ones."""
    files = Path(__file__).parent / "toy_constructions"
    shipped = registry.constructions()
    monkeypatch.setattr(declared, "__path__", [*declared.__path__, str(files)])
    forget_constructions()
    with use_language(replace(PACK)):
        yield tuple(each for each in registry.constructions() if each not in shipped)
    forget_constructions()
    for name in (f"{declared.__name__}.{each.stem}" for each in files.glob("*.py")):
        sys.modules.pop(name, None)


def forget_constructions() -> None:
    for kept in (registry.constructions, registry.patterns_of, registry.frames_by_trigger):
        kept.cache_clear()


def test_one_file_makes_a_construction(toys: tuple[Construction, ...]) -> None:
    assert {each.id for each in toys} == {"death-claims", "claimed-by-sea", "wash-off"}
    for construction in toys:
        for text in construction.examples:
            assert may_hold_harm(text)
            assert construction.id in {each.rule for each in claims_of(text)}
            assert construction.id in {each.reason for each in explain(text)}
        for text in construction.counter_examples:
            assert construction.id not in {each.rule for each in claims_of(text)}
        assert f"## {construction.id}\n" in write_page()


@pytest.mark.parametrize(
    "text", ["Death claimed five miners.", "The river washed off five miners."]
)
def test_without_the_file_nothing_is_found(text: str) -> None:
    assert claims_of(text) == ()
