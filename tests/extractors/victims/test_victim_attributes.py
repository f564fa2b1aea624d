"""What the victims' words tell besides their number."""

import pytest

from extractors.victims import victim_attributes


@pytest.mark.parametrize(
    ("phrase", "attributes"),
    [
        ("Iraqi civilians", ("civilian",)),
        ("members of the riot police", ("security_forces",)),
        ("rebels", ("combatant",)),
        ("32 soldiers and civilians", ("civilian", "security_forces")),
        ("women and children", ("women", "children")),
        ("a prominent newspaper editor", ("journalist",)),
        ("the deputy governor", ("official",)),
        ("two nurses", ("medic",)),
        ("private citizens", ("civilian",)),
        ("armed men", ("combatant",)),
        ("elderly villagers", ("civilian", "elderly")),
        ("people", ()),
        ("General Order", ()),
        (None, ()),
    ],
)
def test_attributes(phrase: str | None, attributes: tuple[str, ...]) -> None:
    assert victim_attributes(phrase) == attributes


def test_noun_stands_in_for_a_phrase_left_out() -> None:
    assert victim_attributes(None, "policemen") == ("security_forces",)
