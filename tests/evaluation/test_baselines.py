"""What the yardsticks find, and what they are known not to."""

import pytest

from evaluation.baselines.numbers import find_by_quantulum, find_by_regex
from evaluation.baselines.quotations import find_quotations, find_quoted_claims, is_available
from schemas import Document, Harm

FIGURES = Document(
    document_id="figures",
    text="The flood killed 1,204 people and injured 37 others. It cost $12 million. No dogs died.",
)
SPEECH = Document(
    document_id="speech",
    text='"The fire killed nineteen men and we arrested nobody," Ilse Brandt said on Monday.',
)

needs_textacy = pytest.mark.skipif(not is_available(), reason="textacy is not installed")


@pytest.mark.parametrize("find", [find_by_regex, find_by_quantulum])
def test_numbers_take_the_nearest_harm(find: object) -> None:
    claims = find(FIGURES)  # type: ignore[operator]
    assert [(claim.value, claim.harm) for claim in claims] == [
        (1204, Harm.KILLED),
        (37, Harm.WOUNDED),
    ]
    for claim in claims:
        start, end = claim.places[0]
        assert FIGURES.text[start:end] == claim.quantity
        assert claim.readings == (None,)


@needs_textacy
def test_quotations_have_speaker_and_content() -> None:
    ((quotation,),) = find_quotations([SPEECH])
    ((start, end),) = quotation.source
    assert SPEECH.text[start:end] == "Ilse Brandt"
    ((start, end),) = quotation.content
    assert "nineteen" in SPEECH.text[start:end]


@needs_textacy
def test_quoted_numbers_take_the_speaker() -> None:
    ((claim,),) = find_quoted_claims([SPEECH])
    assert (claim.value, claim.harm, claim.speaker) == (19, Harm.KILLED, "Ilse Brandt")


@needs_textacy
def test_a_lost_quotation_mark_costs_only_its_paragraph() -> None:
    text = f'"It is over, the mayor said.\n{SPEECH.text}'
    ((quotation,),) = find_quotations([Document(document_id="two", text=text)])
    assert text[quotation.source[0][0] : quotation.source[0][1]] == "Ilse Brandt"
