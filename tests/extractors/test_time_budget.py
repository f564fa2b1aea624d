"""No document takes for ever."""

from itertools import count

import pytest

from extractors import extract_claims, pipeline
from extractors.document.time_budget import OutOfTimeError, TimeBudget
from schemas import Document


def test_items_are_handed_on_until_the_time_is_over() -> None:
    ticks = count()
    budget = TimeBudget(3, lambda: float(next(ticks)))
    with pytest.raises(OutOfTimeError) as caught:
        list(budget.spend("parsing", range(100)))
    assert caught.value.stage == "parsing"


@pytest.mark.parametrize(
    "piece",
    [
        "Five people were killed in Karvat. ",
        pytest.param("5 killed ", marks=pytest.mark.slow),
        pytest.param("killed ", marks=pytest.mark.slow),
    ],
)
def test_an_endless_document_is_rejected_with_its_stage(
    piece: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "SECONDS_PER_DOCUMENT", 0.2)
    text = piece * (500_000 // len(piece))
    found = extract_claims(Document(document_id="long", text=text))
    assert found.claims == ()
    (rejection,) = found.rejections
    assert rejection.reason == "out_of_time"
    assert "stopped in " in rejection.message


@pytest.mark.slow
def test_a_long_document_has_the_claims_of_its_parts() -> None:
    text = "Five people were killed in Karvat, police said on Monday. " * 450
    found = extract_claims(Document(document_id="long", text=text))
    assert len(found.claims) == 450
    assert {claim.attribution.speaker for claim in found.claims} == {"police"}
