from pathlib import Path
from typing import Any

import pytest

from extractors.attribution.quotes.quotation_marks import find_quotes
from extractors.document.text import split_sentences
from schemas.yaml_text import parse_yaml

CASES = parse_yaml((Path(__file__).parent / "quotes.yml").read_text("utf-8"))
MARKS = "\"“”„«»‘’'`"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_outermost_quotations(case: dict[str, Any]) -> None:
    text = case["text"]
    quotes = find_quotes(text, split_sentences(text))
    held = [text[quote.start : quote.end].strip(MARKS) for quote in quotes if quote.level == 0]
    assert held == case["holds"]


def test_second_paragraph_continues() -> None:
    text = "“We hold.\n\n“They left,” he said."
    first, second = find_quotes(text, split_sentences(text))
    assert (first.closed, first.continues) == (False, False)
    assert (second.closed, second.continues) == (True, True)
