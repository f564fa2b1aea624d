"""Pairs of gold and found claims."""

from collections.abc import Callable

from evaluation.coding import CodedClaim
from evaluation.matching import match_claims
from schemas import Harm

Coder = Callable[..., CodedClaim]


def test_quantities_need_only_overlap(code: Coder) -> None:
    wanted = code("about 30", Harm.WOUNDED, value=30)
    found = code("30", Harm.WOUNDED, value=30)
    assert match_claims([wanted], [found]).pairs == ((wanted, found),)


def test_harms_must_agree(code: Coder) -> None:
    matching = match_claims([code("14")], [code("14", Harm.WOUNDED)])
    assert len(matching.missed) == len(matching.extra) == 1


def test_documents_must_agree(code: Coder) -> None:
    other = code("14").model_copy(update={"document_id": "elsewhere"})
    assert not match_claims([code("14")], [other]).pairs


def test_two_speakers_of_one_figure_pair_by_speaker(code: Coder) -> None:
    wanted = [code("14", speaker="Brandt"), code("14", speaker="the union")]
    found = [code("14", speaker="mining union"), code("14", speaker="Ilse Brandt")]
    pairs = match_claims(wanted, found).pairs
    assert {(gold.speaker, answer.speaker) for gold, answer in pairs} == {
        ("Brandt", "Ilse Brandt"),
        ("the union", "mining union"),
    }


def test_one_found_claim_answers_once(code: Coder) -> None:
    wanted = [code("14", speaker="Brandt"), code("14", speaker="the union")]
    matching = match_claims(wanted, [code("14", speaker="the union")])
    assert [claim.speaker for claim in matching.missed] == ["Brandt"]
    assert matching.extra == ()
