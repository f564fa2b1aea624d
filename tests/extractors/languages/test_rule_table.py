"""The table finds the rules for word classes that spaCy's matcher finds."""

from typing import TYPE_CHECKING, cast

import pytest
import spacy

from extractors.constructions.registry import constructions
from extractors.languages.en.parser import MODEL
from extractors.languages.en.rule_table import RuleTable

if TYPE_CHECKING:
    from spacy.pipeline import AttributeRuler

PHRASES = ("I ain't going to say that.", "They're gonna go, y'all.", "There 's  a\tgap.")
"""Rules about several words, about places of the tree, and about blanks."""


def test_table_finds_what_the_matcher_finds() -> None:
    parser = spacy.load(MODEL, exclude=["ner", "lemmatizer"])
    ruler = cast("AttributeRuler", parser.get_pipe("attribute_ruler"))
    table = RuleTable(ruler)
    examples = [each for one in constructions() for each in (*one.examples, *one.counter_examples)]
    with parser.select_pipes(disable=["attribute_ruler"]):
        trees = [*parser.pipe([*PHRASES, *examples])]
    several = 0
    for tree in trees:
        told = sorted(ruler.matcher(tree, allow_missing=True))
        assert sorted(table(tree, allow_missing=True)) == told
        several += any(end - start > 1 for _, start, end in told)
    assert several


def test_a_rule_that_reads_more_is_refused() -> None:
    parser = spacy.blank("en")
    ruler = cast("AttributeRuler", parser.add_pipe("attribute_ruler"))
    ruler.add([[{"LENGTH": 3}]], {"POS": "X"})
    with pytest.raises(ValueError, match="LENGTH"):
        RuleTable(ruler)
