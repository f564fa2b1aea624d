"""Every construction finds its examples and leaves its counter-examples alone."""

from collections import Counter
from pathlib import Path

import pytest

from extractors.constructions.casualties import Casualty
from extractors.constructions.construction import Construction
from extractors.constructions.docs import write_page
from extractors.constructions.document_counts import find_counts
from extractors.constructions.harm_lexicon import HarmWord
from extractors.constructions.registry import constructions
from extractors.constructions.trigger import may_hold_harm
from extractors.document.analysis import DocumentAnalysis
from extractors.languages.lexicon import load_lexicon

EXAMPLES = [(each, text) for each in constructions() for text in each.examples]
COUNTER_EXAMPLES = [(each, text) for each in constructions() for text in each.counter_examples]


def counts_in(text: str) -> list[Casualty]:
    parsed = DocumentAnalysis(text)
    indices = [sentence.index for sentence in parsed.sentences]
    return [casualty for _, told in find_counts(parsed, indices) for casualty in told]


def name(value: object) -> str | None:
    return value.id if isinstance(value, Construction) else None


@pytest.mark.parametrize(("construction", "text"), EXAMPLES, ids=name)
def test_examples_are_found(construction: Construction, text: str) -> None:
    rules = [casualty.rule for casualty in counts_in(text)]
    assert any(casualty.construction is construction for casualty in counts_in(text)), rules


@pytest.mark.parametrize(("construction", "text"), COUNTER_EXAMPLES, ids=name)
def test_counter_examples_are_not(construction: Construction, text: str) -> None:
    rules = [casualty.rule for casualty in counts_in(text)]
    assert all(casualty.construction is not construction for casualty in counts_in(text)), rules


@pytest.mark.parametrize(("construction", "text"), EXAMPLES, ids=name)
def test_the_filter_keeps_examples(construction: Construction, text: str) -> None:
    if construction.triggers:
        assert may_hold_harm(text)


def test_every_frame_of_the_lexicon_has_a_construction() -> None:
    entries = load_lexicon("harms", HarmWord)
    frames = {each.frame for each in constructions() if each.frame is not None}
    assert frames == {entry.frame for entry in entries}
    named = {name for each in constructions() for name in each.entries}
    assert named <= {entry.id for entry in entries}


def test_constructions_are_named_once() -> None:
    names = Counter((each.id, each.frame) for each in constructions())
    assert [each for each, count in names.items() if count > 1] == []
    assert all(each.examples and each.meaning and each.victims for each in constructions())


def test_the_page_of_constructions_is_current() -> None:
    page = Path(__file__).parents[3] / "docs" / "constructions.md"
    assert page.read_text("utf-8") == write_page(), "run python -m extractors.constructions.docs"
