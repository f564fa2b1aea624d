"""What the last correction changed, to be changed in other claims, too."""

from collections.abc import Mapping

REPEATABLE = {
    "harm": "harm",
    "scope": "scope",
    "stance": "stance",
    "hedge": "word of doubt",
    "speaker": "speaker",
    "speaker_kind": "kind of speaker",
    "speaker_role": "role",
    "victim_group": "victims",
    "event_where": "place",
    "event_date_from": "first day",
    "event_date_to": "last day",
}
"""Fields of the form that can be the same in other claims, as a reviewer calls them."""


def repeatable(before: Mapping[str, str], filled_in: Mapping[str, str]) -> dict[str, str]:
    """What a correction changed that other claims may need, too: no words of this text."""
    given = {name: filled_in.get(name, "").strip() for name in REPEATABLE}
    return {name: value for name, value in given.items() if value != before[name]}


def in_words(repeats: Mapping[str, str]) -> str:
    """What would be repeated, as a button says it."""
    told = [f"{REPEATABLE[name]} {value or 'none'}" for name, value in repeats.items()]
    return ", ".join(told).replace("_", " ")
