"""How frequent words are in news: what the linking supposes while a warehouse is small."""

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import yaml

from evaluation.corpora import find_shared
from schemas.frequent_words import FREQUENT_WORDS
from warehouse.linking.text_words import words_of

CORPORA = ("incidents_dev", "syria_dev/stream", "isaf_dev", "polnear_dev", "news_dev")
LEAST = 0.03
"""Mean share of the documents of a corpus from which on a word is frequent."""
LEAST_ELSEWHERE, ELSEWHERE = 0.015, 3
"""A frequent word stands in such a share of so many corpora: it is no name of one conflict."""
HEAD = """\
# The share of news reports in which frequent words stand, mean of five corpora, by
# `python -m evaluation fit-linking --write`.
"""


def write_frequent_words() -> None:
    """Store how frequent words are in the corpora for development."""
    folder = find_shared() / "corpora"
    shares = frequent_words([read_texts(folder / f"{name}.jsonl") for name in CORPORA])
    FREQUENT_WORDS.write_text(HEAD + yaml.safe_dump(shares), "utf-8")


def frequent_words(corpora: Sequence[Sequence[str]]) -> dict[str, float]:
    """The mean share of the texts of some corpora in which each frequent word stands."""
    counts = [Counter(word for text in texts for word in set(words_of(text))) for texts in corpora]
    found = {}
    for word in set().union(*counts):
        told = [each[word] / len(texts) for each, texts in zip(counts, corpora, strict=True)]
        mean = sum(told) / len(told)
        if mean >= LEAST and sum(share >= LEAST_ELSEWHERE for share in told) >= ELSEWHERE:
            found[word] = round(mean, 2)
    return found


def read_texts(path: Path) -> list[str]:
    """The texts of a corpus with their titles."""
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [f"{row.get('title') or ''}\n{row['text']}" for row in rows]
