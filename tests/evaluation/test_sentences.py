"""Coded sentences: how they are read, and what counts as a difference."""

from pathlib import Path

import pytest

from evaluation.json_lines import GoldError
from evaluation.sentences import CodedSentence, find_differences, read_sentence_set, read_sentences
from schemas import Attribution, Basis, Claim, Harm, Modifier, Quantity, Span, SpeakerKind

TEXT = "The coroner said five divers died; five others were rescued."
ENTRY = """
- id: divers
  text: "The coroner said five divers died; five others were rescued."
  why: "only the first five died"
  claims:
    - {harm: killed, quantity: five, occurrence: 1, value: 5, modifier: exact, basis: word,
       victims: divers, source: The coroner}
"""


def _file(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def entry(tmp_path: Path) -> CodedSentence:
    (only,) = read_sentences(_file(tmp_path / "divers.yml", ENTRY))
    return only


def _claim(
    start: int, *, value: int = 5, harm: Harm = Harm.KILLED, source: bool = True, end: int = 4
) -> Claim:
    return Claim(
        claim_id=f"{start}-{harm}",
        document_id="divers",
        harm=harm,
        quantity=Quantity(
            text=TEXT[start : start + end],
            start=start,
            end=start + end,
            value=value,
            modifier=Modifier.EXACT,
            basis=Basis.WORD,
        ),
        victims={"text": "five divers", "start": 17, "end": 28},
        attribution=Attribution(source=Span.of(TEXT, 0, 11), speaker_kind=SpeakerKind.OFFICIAL)
        if source
        else Attribution(),
        evidence=Span.of(TEXT, 0, len(TEXT)),
        extractor="1",
    )


def test_agreement(entry: CodedSentence) -> None:
    assert list(find_differences(entry, [_claim(17)])) == []


@pytest.mark.parametrize(
    ("claims", "differences"),
    [
        ([], ["missed 'five' killed"]),
        ([_claim(35)], ["missed 'five' killed", "spurious 'five' killed (word)"]),
        ([_claim(17), _claim(35)], ["spurious 'five' killed (word)"]),
        ([_claim(17, value=6)], ["'five': value is 6, not 5"]),
        (
            [_claim(17, source=False)],
            [
                "'five': source is None, not 'The coroner'",
                "'five': speaker is None, not 'The coroner'",
            ],
        ),
        ([_claim(17, end=11)], ["'five': quantity is 'five divers', not 'five'"]),
    ],
)
def test_differences(entry: CodedSentence, claims: list[Claim], differences: list[str]) -> None:
    assert list(find_differences(entry, claims)) == differences


def test_sentences_are_a_gold_set(tmp_path: Path) -> None:
    gold = read_sentence_set([_file(tmp_path / "divers.yml", ENTRY)], "own")
    assert [claim.places for claim in gold.claims] == [((17, 21),)]
    assert gold.documents[0].text == TEXT


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("quantity: five", "quantity: seven", "'seven' is not in the text"),
        ("occurrence: 1", "occurrence: 3", "'five' is not in the text"),
        ("source:", "sauce:", "sauce"),
        ("value: 5", "part_of: 3, value: 5", "no claim 3"),
        ("id: divers", "id: Big Divers", "id"),
        ("- id", "id", "no list|cannot be read"),
    ],
)
def test_bad_entry_is_named(tmp_path: Path, old: str, new: str, message: str) -> None:
    path = _file(tmp_path / "bad.yml", ENTRY.replace(old, new))
    with pytest.raises(GoldError, match=message):
        read_sentences(path)
