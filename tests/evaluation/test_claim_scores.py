"""Scores of perfect and of damaged answers."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from evaluation.claim_scores import score_claims
from evaluation.coding import CodedClaim, GoldSet
from evaluation.corpora import read_seeds
from schemas import Basis, Harm, Modifier, Stance

Coder = Callable[..., CodedClaim]


def _changed(gold: GoldSet, number: int, **fields: Any) -> list[CodedClaim]:
    claims = list(gold.claims)
    claims[number] = claims[number].model_copy(update=fields)
    return claims


def test_gold_scores_one_against_itself(gold: GoldSet) -> None:
    score = score_claims(gold, gold.claims, "gold")
    assert {measure.value for measure in score.measures} <= {1.0, None}
    assert score["strict F1"] == score["part of"] == 1.0
    assert score.errors == ()


def test_seeds_gold_scores_one_against_itself(shared: Path) -> None:
    seeds = read_seeds(shared)
    score = score_claims(seeds, seeds.claims, "gold")
    assert len(seeds.claims) == 58
    assert all(measure.value == 1.0 for measure in score.measures)


def test_nothing_found_scores_no_recall_and_no_precision(gold: GoldSet) -> None:
    score = score_claims(gold, [], "silence")
    assert score["recall"] == 0
    assert score["precision"] is None
    assert [error.kind for error in score.errors] == ["missed"] * 5


@pytest.mark.parametrize(
    ("fields", "measure"),
    [
        ({"value": 15}, "value"),
        ({"value_to": 20}, "value"),
        ({"modifier": Modifier.AT_LEAST}, "modifier"),
        ({"stance": Stance.DENIES}, "stance"),
        ({"speaker": None}, "speaker"),
        ({"speaker": "Otto Brandt"}, "speaker"),
    ],
)
def test_a_wrong_field_costs_that_field_and_the_strict_score(
    gold: GoldSet, fields: dict[str, Any], measure: str
) -> None:
    score = score_claims(gold, _changed(gold, 0, **fields), "damaged")
    assert score["F1"] == 1.0
    assert score[measure] == pytest.approx(0.8)
    assert score["strict F1"] == pytest.approx(0.8)
    assert [error.kind for error in score.errors] == [measure]


def test_group_and_links_do_not_touch_the_strict_score(gold: GoldSet) -> None:
    found = _changed(gold, 3, part_of=None, group="everybody")
    found[2] = found[2].model_copy(update={"group": "police"})
    score = score_claims(gold, found, "damaged")
    assert score["strict F1"] == 1.0
    assert score["victim group"] == 0, "one group is coded, and that one is wrong"
    assert score["part of"] == 0
    assert [error.kind for error in score.errors] == ["victim group", "part of"]


def test_link_to_the_wrong_claim_is_no_right_link(gold: GoldSet) -> None:
    score = score_claims(gold, _changed(gold, 3, part_of=gold.claims[0].claim_id), "damaged")
    assert score["part of"] == 0


def test_group_all_is_an_open_group(gold: GoldSet, code: Coder) -> None:
    wanted = gold.model_copy(update={"claims": (code("14", value=14, group="all"),)})
    assert score_claims(wanted, [code("14", value=14)], "open")["victim group"] == 1.0


def test_named_speakers_count_apart_from_the_article(gold: GoldSet) -> None:
    score = score_claims(gold, _changed(gold, 0, speaker=None), "damaged")
    assert score["named speaker found"] == pytest.approx(2 / 3)


def test_extra_implicit_claims_are_no_error(gold: GoldSet, code: Coder) -> None:
    implicit = code("miners", basis=Basis.PLURAL, explicit=False, modifier="vague")
    counted = code("women", value=2)
    assert score_claims(gold, [*gold.claims, implicit], "kind")["precision"] == 1.0
    strict = score_claims(gold, [*gold.claims, counted], "kind")
    assert strict["precision"] == pytest.approx(5 / 6)
    assert [error.kind for error in strict.errors] == ["spurious"]


def test_answer_to_an_implicit_gold_claim_counts_apart(gold: GoldSet, code: Coder) -> None:
    implicit = code("miners", Harm.KILLED, basis=Basis.PLURAL, explicit=False)
    wanted = gold.model_copy(update={"claims": (*gold.claims, implicit)})
    score = score_claims(wanted, [*gold.claims, code("miners", value=9)], "bold")
    assert score["precision"] == score["recall"] == score["implicit recall"] == 1.0
