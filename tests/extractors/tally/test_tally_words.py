"""Every entry of the lexicon of the tally fires on its own example."""

import pytest

from extractors.languages.lexicon import load_lexicon
from extractors.tally.tally_words import TallyWord, has_words


@pytest.mark.parametrize("entry", load_lexicon("tally", TallyWord), ids=lambda e: e.id)
def test_words_are_found_before_or_after_a_figure(entry: TallyWord) -> None:
    text = entry.example.casefold()
    cuts = range(len(text) + 1)
    assert any(has_words(entry.kind, part) for cut in cuts for part in (text[:cut], text[cut:]))
