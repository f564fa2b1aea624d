"""Who says it, as a headline names them; the patterns of its words are found in their examples."""

import pytest

from desk.parties import WORDS, introduced, party_name, pattern
from schemas import SpeakerKind
from schemas.yaml_text import parse_yaml
from warehouse.read_models.comparison_rows import PositionHolder

ENTRIES = parse_yaml(WORDS.read_text("utf-8"))


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["id"])
def test_patterns_are_found_in_their_examples(entry: dict[str, str]) -> None:
    assert pattern(entry["id"]).search(entry["example"])


@pytest.mark.parametrize(
    ("holder", "kind", "role", "name"),
    [
        ("Government of Dorvinia", SpeakerKind.GOVERNMENT, None, "Government of Dorvinia"),
        (
            "Government of Philippines",
            SpeakerKind.GOVERNMENT,
            None,
            "Government of the Philippines",
        ),
        ("Karvat Police Command", SpeakerKind.POLICE, None, "Karvat Police Command"),
        ("The Government", SpeakerKind.GOVERNMENT, None, "government"),
        ("the army", SpeakerKind.MILITARY, None, "army"),
        ("Odo Fenn", SpeakerKind.POLICE, "police captain", "police"),
        ("Ilse Marrow", SpeakerKind.GOVERNMENT, "government spokeswoman", "government"),
        (
            "Ilse Marrow (Government of Chad)",
            SpeakerKind.GOVERNMENT,
            "spokeswoman",
            "Government of Chad",
        ),
        (
            "Ilse Marrow",
            SpeakerKind.GOVERNMENT,
            "governor of Tarn province",
            "governor of Tarn province",
        ),
        (
            "Ilse Marrow",
            SpeakerKind.GOVERNMENT,
            "mayor of Velmar, a town in the hills",
            "mayor of Velmar",
        ),
        ("Ilse Marrow", SpeakerKind.GOVERNMENT, "spokeswoman for the Mines Office", "Mines Office"),
        ("Tilo Brandt", SpeakerKind.GOVERNMENT, "Tarn governor", "Tarn governor"),
        ("Ana Brink (Hill Relief)", SpeakerKind.NGO, "head of operations", "Hill Relief"),
        ("Ana Brink (Hill Relief)", SpeakerKind.NGO, "Relief director", "Hill Relief"),
        ("Ana Brink (Hill Relief)", SpeakerKind.NGO, None, "Hill Relief"),
        ("Rasim Oder (fire brigade)", SpeakerKind.GOVERNMENT, "local official", "fire brigade"),
        ("“Fire at Velmar”", SpeakerKind.ARTICLE, None, "“Fire at Velmar”"),
    ],
)
def test_a_headline_names_whose_figure_it_is(
    holder: str, kind: SpeakerKind, role: str | None, name: str
) -> None:
    assert party_name(PositionHolder(holder, holder, kind, role, None)) == name


@pytest.mark.parametrize(
    ("holder", "kind", "role", "name"),
    [
        ("Ilse Marrow", SpeakerKind.PERSON, None, "Ilse Marrow (role not told)"),
        ("Omar al-Tarn", SpeakerKind.PERSON, None, "Omar al-Tarn (role not told)"),
        ("Mayor Odo Fenn", SpeakerKind.OFFICIAL, None, "Mayor Odo Fenn"),
        ("Ilse Marrow", SpeakerKind.PERSON, "a nurse", "nurse"),
        ("opponents of the mayor", SpeakerKind.PERSON, None, "opponents of the mayor"),
        ("Velmar officials", SpeakerKind.OFFICIAL, None, "Velmar officials"),
        ("Ilse Marrow (Hill Relief)", SpeakerKind.PERSON, None, "Hill Relief"),
    ],
)
def test_a_card_says_what_is_not_told_of_a_name(
    holder: str, kind: SpeakerKind, role: str | None, name: str
) -> None:
    assert introduced(PositionHolder(holder, holder, kind, role, None)) == name
