"""What a sentence tells of those harmed besides the verb: who lived, and how many they were."""

import pytest

from extractors import extract_batch
from schemas import Basis, Claim, Document, Harm
from schemas.base import fingerprint


def claims_of(text: str) -> tuple[Claim, ...]:
    (found,) = extract_batch([Document(document_id=fingerprint(text), text=text)])
    return found.claims


def claims(text: str) -> list[tuple[Harm, int | None, Basis]]:
    return [(each.harm, each.quantity.value, each.quantity.basis) for each in claims_of(text)]


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


@pytest.mark.parametrize("text", ["The mayor confirmed six dead.", "The mayor found six dead."])
def test_who_counts_the_dead_is_none_of_them(text: str) -> None:
    assert claims(text) == [(Harm.KILLED, 6, Basis.WORD)]


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        ("Three miners were shot in Orsund.", True),
        ("Three miners were hit by stray bullets in Orsund.", True),
        ("Bullets struck three miners in Orsund.", True),
        ("The shooting of three miners in Orsund caused anger.", True),
        ("The clinic in Orsund received three shooting victims.", True),
        ("Three miners were shot in Orsund and two in Tebo.", True),
        ("Three miners were shot dead in Orsund.", False),
        ("One miner died and three others were shot in Orsund.", False),
        ("The raid on Orsund caused three casualties.", False),
        ("Three miners were killed or wounded in Orsund.", False),
    ],
)
def test_a_claim_tells_whether_its_words_leave_open_who_died(text: str, is_open: bool) -> None:
    told = [each for each in claims_of(text) if each.quantity.value in {2, 3}]
    assert told
    assert {each.outcome_is_open for each in told} == {is_open}


@pytest.mark.parametrize(
    ("text", "counts_some"),
    [
        ("Rescuers recovered five bodies.", True),
        ("Rescuers recovered the bodies of five miners.", True),
        ("Five miners died.", False),
        ("Rescuers recovered the bodies of miners.", False),
        ("Two of the miners are in critical condition.", True),
        ("Two miners were wounded.", False),
        ("Another shell that fell on the mill killed five miners.", True),
        ("A second car bomb went off, killing five miners.", True),
        ("Another five miners died when a bomb went off.", False),
        ("No miners were hurt in the last stage of the raid.", True),
        ("No miners were hurt in the raid.", False),
    ],
)
def test_a_claim_tells_whether_it_counts_some(text: str, counts_some: bool) -> None:
    assert [each.counts_some for each in claims_of(text)] == [counts_some]


@pytest.mark.parametrize(
    ("text", "counts_some"),
    [
        (
            "Police said 40 miners died in Karvat. Snow fell. Roads closed. Six others died later.",
            [False, True],
        ),
        ("Two miners were hurt at noon. One died and three others were hurt.", [False] * 3),
    ],
)
def test_a_count_of_the_rest_is_no_toll(text: str, counts_some: list[bool]) -> None:
    assert [each.counts_some for each in claims_of(text)] == counts_some
