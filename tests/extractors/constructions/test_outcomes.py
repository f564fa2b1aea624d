"""What a sentence tells of those harmed besides the verb: who lived, and how many they were."""

import pytest

from extractors import extract_batch
from schemas import Basis, Document, Harm
from schemas.base import fingerprint


def claims(text: str) -> list[tuple[Harm, int | None, Basis]]:
    (found,) = extract_batch([Document(document_id=fingerprint(text), text=text)])
    return [(each.harm, each.quantity.value, each.quantity.basis) for each in found.claims]


@pytest.mark.parametrize(
    ("text", "harm"),
    [
        ("One miner died and three others were shot in Orsund.", Harm.WOUNDED),
        ("Three miners were shot in the legs in Orsund.", Harm.WOUNDED),
        ("Three miners were shot in Orsund.", Harm.CASUALTIES),
        ("Three miners were shot in the head in Orsund.", Harm.CASUALTIES),
    ],
)
def test_those_who_were_hit_are_wounded_where_the_text_tells(text: str, harm: Harm) -> None:
    assert (harm, 3, Basis.WORD) in claims(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Those who were executed in Orsund are around 300.", 300),
        ("The miners killed in Orsund were more than 40.", 40),
        ("The miners killed in Orsund were 19.", None),
        ("The miners killed in Orsund were 300 metres away.", None),
    ],
)
def test_a_number_said_of_those_harmed_counts_them(text: str, value: int | None) -> None:
    assert [number for _, number, _ in claims(text)] == [value]
