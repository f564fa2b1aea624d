"""What the claims of a document add up to."""

from collections.abc import Callable

import pytest

from evaluation.coding import CodedClaim
from evaluation.corpora import Release
from evaluation.tally import least, release_policy, tally
from evaluation.tally_scores import score_tallies
from schemas import Document, Harm, Modifier, Scope, Stance

Coder = Callable[..., CodedClaim]


@pytest.mark.parametrize(
    ("words", "value", "modifier", "expected"),
    [
        ("several", None, Modifier.VAGUE, 3),
        ("Numerous", None, Modifier.VAGUE, 4),
        ("insurgents", None, Modifier.VAGUE, 2),
        ("more than ten", 10, Modifier.MORE_THAN, 11),
        ("at least ten", 10, Modifier.AT_LEAST, 10),
        ("a leader", 1, Modifier.EXACT, 1),
        ("several dozens", None, Modifier.VAGUE, 24),
    ],
)
def test_least(
    code: Coder, words: str, value: int | None, modifier: Modifier, expected: int
) -> None:
    claim = code("14", value=value, modifier=modifier).model_copy(update={"quantity": words})
    assert least(claim, release_policy()) == expected


def test_counts_add_up_without_parts_repeats_totals_denials_and_other_harms(code: Coder) -> None:
    claims = [
        code("14", value=14),
        code("19", value=3),
        code("Two", value=2, part_of="x"),
        code("30", value=14, repeats="x"),
        code("women", value=100, scope=Scope.CUMULATIVE),
        code("hurt", value=5, stance=Stance.DENIES),
        code("dead", Harm.WOUNDED, value=7),
    ]
    assert tally(claims, Harm.KILLED, release_policy()) == 17


def test_a_vague_whole_holds_at_least_its_parts(code: Coder) -> None:
    whole = code("miners", value=None, modifier=Modifier.VAGUE)
    parts = [code("14", value=14, part_of=whole.claim_id), code("19", value=19)]
    assert tally([whole, *parts], Harm.KILLED, release_policy()) == 14 + 19


def test_two_speakers_of_one_number_count_once(code: Coder) -> None:
    claims = [code("14", value=14, speaker="Brandt"), code("19", value=14, speaker="the union")]
    assert tally(claims, Harm.KILLED, release_policy()) == 14
    again = [code("14", value=14, speaker="Brandt"), code("19", value=14, speaker="Brandt")]
    assert tally(again, Harm.KILLED, release_policy()) == 28


def test_two_speakers_of_one_part_count_once(code: Coder) -> None:
    whole = code("miners", value=None, modifier=Modifier.VAGUE)
    parts = [
        code("14", value=14, part_of=whole.claim_id, speaker="Brandt"),
        code("19", value=14, part_of=whole.claim_id, speaker="the union"),
    ]
    assert tally([whole, *parts], Harm.KILLED, release_policy()) == 14


def test_attacks_of_others_are_background(code: Coder) -> None:
    told = "He planned the ambush that killed 14 villagers in May."
    background = code("14", value=14, evidence=told)
    own = code("19", value=19, victims="police officers")
    assert tally([background, own], Harm.KILLED, release_policy()) == 0


def test_scores_tell_exact_totals_and_mean_error(code: Coder, document: Document) -> None:
    releases = [Release(document, killed=14, captured=0)]
    right = score_tallies(releases, {"norvik": [code("14", value=14)]}, "right")
    assert right["killed exact"] == right["captured exact"] == 1.0
    wrong = score_tallies(releases, {"norvik": [code("14", value=12)]}, "wrong")
    assert wrong["killed exact"] == 0
    assert wrong["killed mean error"] == 2
    assert [error.gold for error in wrong.errors] == ["14"]
