"""What holds for any text."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractors import extract_claims
from schemas import Claim, Document
from schemas.yaml_text import parse_yaml

GOLD = Path(__file__).parents[1] / "gold"
SENTENCES = [
    entry["text"]
    for name in ("quantities", "bounds", "zero", "elliptical", "denial_hedge", "toll_idioms")
    for entry in parse_yaml((GOLD / f"{name}.yml").read_text("utf-8"))
]
sentences = st.sampled_from(SENTENCES)
slow = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


def claims_of(text: str) -> tuple[Claim, ...]:
    document = Document(document_id="any", text=text)
    extraction = extract_claims(document)
    assert not extraction.rejections
    for claim in extraction.claims:
        claim.prove(document)
    return extraction.claims


def told(claims: tuple[Claim, ...], offset: int = 0) -> set[tuple[object, ...]]:
    return {
        (c.harm, c.quantity.start - offset, c.quantity.value, c.quantity.modifier) for c in claims
    }


@slow
@given(st.text(max_size=300))
def test_any_characters_give_claims_that_quote(text: str) -> None:
    claims_of(text)


@slow
@given(sentences, st.text(max_size=40), st.integers(0, 200))
def test_damaged_sentences_give_claims_that_quote(text: str, noise: str, place: int) -> None:
    claims_of(text[:place] + noise + text[place:])


@slow
@given(sentences)
def test_quote_style_does_not_matter(text: str) -> None:
    curly = text.replace("'", "’")
    for left, right in [("“", "”")]:
        parts = curly.split('"')
        curly = "".join(
            part + (left if index % 2 == 0 else right) if index < len(parts) - 1 else part
            for index, part in enumerate(parts)
        )
    assert told(claims_of(text)) == told(claims_of(curly))


@slow
@given(sentences, sentences)
def test_two_documents_joined_give_the_claims_of_both(one: str, two: str) -> None:
    gap = "\n\n\n"
    joined = told(claims_of(one + gap + two))
    shifted = {(h, s + len(one + gap), v, m) for h, s, v, m in told(claims_of(two))}
    assert joined == told(claims_of(one)) | shifted
