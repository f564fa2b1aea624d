"""What all names of a body come to."""

import pytest

from extractors.attribution.speakers.body_keys import Office, find_body_key
from extractors.attribution.speakers.office_holders import find_office, is_office
from extractors.languages.lexicon import load_lexicon
from extractors.victims.document_groups import read_groups
from schemas import SpeakerKind

GOVERNMENT, MILITARY, POLICE = SpeakerKind.GOVERNMENT, SpeakerKind.MILITARY, SpeakerKind.POLICE
ARMED, MEDICAL, NGO = SpeakerKind.ARMED_GROUP, SpeakerKind.MEDICAL, SpeakerKind.NGO
CASES = [
    ("government of the Central African country", GOVERNMENT, "government", None),
    ("army of the West African nation", MILITARY, "armed forces", None),
    ("Prosecutor General's Office", GOVERNMENT, "prosecution", None),
    ("prosecutors", GOVERNMENT, "prosecution", None),
    ("Chadian public prosecutor's office", GOVERNMENT, "prosecution", "TD"),
    ("Chadian Defense Ministry", GOVERNMENT, "defence ministry", "TD"),
    ("Chad's Ministry of National Defence", GOVERNMENT, "defence ministry", "TD"),
    ("Ministry of the Interior", GOVERNMENT, "interior ministry", None),
    ("Chadian ministry of transport", GOVERNMENT, "ministry transport", "TD"),
    ("Government of Chad", GOVERNMENT, "government", "TD"),
    ("country's government", GOVERNMENT, "government", None),
    ("Chadian military", MILITARY, "armed forces", "TD"),
    ("Kenya Defence Forces", MILITARY, "armed forces", "KE"),
    ("U.S. military", MILITARY, "armed forces", "US"),
    ("U.S. Central Command", MILITARY, "central command", "US"),
    ("Chadian navy", MILITARY, "navy", "TD"),
    ("Chadian National Police", POLICE, "police", "TD"),
    ("Sarh police", POLICE, "police sarh", None),
    ("Gaza's Hamas-run health ministry", GOVERNMENT, "health ministry", "PS"),
    ("Hamas-run Health Ministry", GOVERNMENT, "health ministry", "PS"),
    ("Houthi-run Health Ministry", GOVERNMENT, "health houthi ministry run", None),
    ("Central Committee of Chadian Doctors", MEDICAL, "committee doctor", "TD"),
    ("doctors' committee", MEDICAL, "committee doctor", None),
    ("Chad Doctors Union", MEDICAL, "doctor union", "TD"),
    ("Hill Relief Committee", NGO, None, None),
    ("Chad committee", NGO, None, None),
    ("Sol Hospital", MEDICAL, None, None),
    ("rebel Liberation Tigers of Tamil Eelam", ARMED, "group:LTTE", None),
    ("Tamil Tiger guerrillas", ARMED, "group:LTTE", None),
    ("Kurdistan Workers' Party", ARMED, "group:PKK", None),
    ("Al-Shabab", ARMED, "group:al-Shabaab", None),
    ("PKK-affiliated news agency", ARMED, None, None),
    ("Highland Liberation Front", ARMED, None, None),
]


@pytest.mark.parametrize(("body", "kind", "key", "country"), CASES)
def test_names_of_a_body_come_to_one_key(
    body: str, kind: SpeakerKind, key: str | None, country: str | None
) -> None:
    found = find_body_key(read_groups(f"The {body} said."), body, f"the {body}", kind)
    assert (found.key if found else None, found.country if found else None) == (key, country)


@pytest.mark.parametrize(
    ("text", "source", "key"),
    [
        ("The Tamil Tigers hold the town.", "the rebels", "group:LTTE"),
        ("The Tamil Tigers hold the town.", "rebels", None),
        ("Al-Shabab fighters hold the town.", "the Islamist group", "group:al-Shabaab"),
        ("Al-Shabab fighters hold the town.", "the Islamist Group", None),
        ("The Taliban and Hamas hold the town.", "the rebels", None),
        ("Nobody holds the town.", "the rebels", None),
        ("The Tamil Tigers hold the town.", "the relief group", None),
    ],
)
def test_the_rebels_are_the_only_group_that_a_text_names(
    text: str, source: str, key: str | None
) -> None:
    groups = read_groups(f"{text} {source} said.")
    found = find_body_key(groups, source.removeprefix("the "), source, ARMED)
    assert (found.key if found else None) == key


OFFICES = [entry for entry in load_lexicon("offices", Office) if entry.kind == "office"]


@pytest.mark.parametrize("entry", OFFICES, ids=lambda entry: entry.id)
def test_an_office_is_found_in_its_example(entry: Office) -> None:
    found = find_body_key(read_groups(""), entry.example, entry.example, GOVERNMENT)
    assert found is not None
    assert found.key.split() == sorted(entry.id.split("-"))


@pytest.mark.parametrize(
    ("description", "key"),
    [
        ("Chad's President Ivo Lal", "office:president"),
        ("the Chadian president", "office:president"),
        ("President of Chad", "office:president"),
        ("Chad's top prosecutor", "prosecution"),
        ("Prosecutor-General Ivo Lal", "prosecution"),
        ("President Ivo Lal", None),
        ("Chad's former president", None),
        ("Chadian vice president", None),
        ("a spokesman for Chad's president", None),
        ("president of the Chadian Bar Association", None),
    ],
)
def test_an_office_that_a_country_has_once(description: str, key: str | None) -> None:
    found = find_office([description])
    assert (found.key if found else None) == key


def test_an_office_is_no_name() -> None:
    offices = ("Chadian President", "Chad's President", "the President of Chad")
    assert all(map(is_office, offices))
    assert not any(map(is_office, ("Chadian President Ivo Lal", "President Lal", "Chad")))
