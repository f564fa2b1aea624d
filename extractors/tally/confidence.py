"""How sure a claim is: a logistic model over what the claim itself shows."""

from collections.abc import Iterator
from functools import cache
from math import exp
from pathlib import Path

import regex

from extractors.languages.context_words import words_of
from extractors.languages.patterns import pattern
from schemas import Attribution, Basis, Claim, Harm, Modifier, Span
from schemas.yaml_text import parse_yaml

WEIGHTS = Path(__file__).parent / "confidence.yml"
FAR = 120
"""Characters from the figure beyond which its speaker is often another."""
CAPITALS = 0.3
"""Share of capitals that tells a headline or a label from a sentence."""
_WORD = regex.compile(r"\p{L}+")
_NAME = regex.compile(r"\p{Lu}\p{L}+")


def estimate_confidence(claim: Claim) -> float:
    """Estimate the probability that a careful coder would make the same claim.

    Args:
        claim: The claim; its own confidence plays no part.

    Returns:
        A probability, rounded to three places; the weights are fitted by
        `evaluation/calibration.py` on the development corpora.
    """
    weights = _weights()
    score = weights["intercept"] + sum(weights.get(name, 0.0) for name in features(claim))
    return round(1 / (1 + exp(-score)), 3)


def features(claim: Claim) -> tuple[str, ...]:
    """Name what a claim shows, as the model's features."""
    return (*_count_features(claim), *_speaker_features(claim), *_sentence_features(claim))


def _count_features(claim: Claim) -> Iterator[str]:
    yield f"rule:{claim.rule.split('-')[0]}"
    if claim.harm is Harm.WOUNDED:
        yield "harm:wounded"
    if claim.quantity.modifier is Modifier.VAGUE:
        yield "quantity:vague"
    if claim.quantity.basis is Basis.PLURAL:
        yield "quantity:bare-plural"
    if claim.victims is None or claim.victims.text is None:
        yield "victims:left-out"


def _speaker_features(claim: Claim) -> Iterator[str]:
    attribution, source = claim.attribution, claim.attribution.source
    yield f"speaker:{_speaker_form(attribution)}"
    if attribution.hedge:
        yield "speaker:hedged"
    if source and not claim.evidence.covers(source):
        yield "speaker:elsewhere"
    elif source and _distance(source, claim.quantity) > FAR:
        yield "speaker:far"
    if source is None and pattern("speech-verb").search(claim.evidence.text):
        yield "speaker:article-beside-speech"


def _distance(one: Span, other: Span) -> int:
    """Characters between two spans."""
    return max(one.start - other.end, other.start - one.end, 0)


def _speaker_form(attribution: Attribution) -> str:
    if attribution.source is None:
        return "article"
    if attribution.speaker is None:
        return "unresolved"
    return "named" if _NAME.search(attribution.speaker) else "described"


def _sentence_features(claim: Claim) -> Iterator[str]:
    sentence = claim.evidence.text
    if not words_of("casts-doubt").isdisjoint(_WORD.findall(sentence.lower())):
        yield "sentence:doubts"
    if pattern("separate-events").search(sentence):
        yield "sentence:separate-events"
    if ";" in sentence:
        yield "sentence:list"
    letters = [letter for letter in sentence if letter.isalpha()]
    if sum(map(str.isupper, letters)) > len(letters) * CAPITALS:
        yield "sentence:capitals"


@cache
def _weights() -> dict[str, float]:
    loaded = parse_yaml(WEIGHTS.read_text("utf-8"))
    return {str(name): float(weight) for name, weight in loaded["weights"].items()}
