"""The names of groups that results can have without a text introducing them."""

from extractors.victims.known_groups import known_groups


def test_registered_groups_nations_and_general_groups_are_known() -> None:
    groups = known_groups()
    assert {"PMOI", "Iraqi security forces", "Nepalis", "civilians", "combatants", "all"} <= groups
    assert "Lower Karvat Volunteers" not in groups
