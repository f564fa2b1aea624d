import pytest

from extractors import extract_batch
from extractors.tally.confidence import features
from schemas import Claim, Document


def first_claim(text: str) -> Claim:
    (extraction,) = extract_batch([Document(document_id="one", text=text)])
    return extraction.claims[0]


@pytest.mark.parametrize(
    ("name", "shows", "lacks"),
    [
        (
            "sentence:doubts",
            "The army rejected the report that five miners died.",
            "The army said that five miners died.",
        ),
        (
            "sentence:list",
            "The dead include five miners; two guards are missing.",
            "The dead include five miners.",
        ),
        (
            "sentence:separate-events",
            "The army said two miners died in separate raids.",
            "The army said two miners died in a raid.",
        ),
        (
            "harm:wounded",
            "The army said two miners were wounded.",
            "The army said two miners were killed.",
        ),
        (
            "quantity:vague",
            "The army said that many miners died.",
            "The army said two miners died.",
        ),
        (
            "speaker:hedged",
            "The rebels claimed two miners died.",
            "The rebels said two miners died.",
        ),
    ],
)
def test_what_makes_a_claim_doubtful_lowers_its_confidence(
    name: str, shows: str, lacks: str
) -> None:
    doubtful, plain = first_claim(shows), first_claim(lacks)
    assert name in features(doubtful)
    assert name not in features(plain)
    assert doubtful.confidence is not None
    assert plain.confidence is not None
    assert doubtful.confidence < plain.confidence
