"""An earlier figure gives way where the document has the later one."""

import pytest

from extractors import extract_claims
from schemas import Document


def withdrawn(text: str) -> list[tuple[str, bool]]:
    """The figures of a text, and whether each no longer stands."""
    claims = extract_claims(Document(document_id="tally", text=text)).claims
    return [(claim.quantity.text, claim.attribution.is_withdrawn) for claim in claims]


@pytest.mark.parametrize(
    ("text", "earlier", "later"),
    [
        (
            "A shell hit a rally, killing at least 21 people, a monitoring group said. It had "
            "initially given a death toll of 22.",
            "22",
            "at least 21",
        ),
        ("A clash left 42 people dead, police said. Police first reported 38 dead.", "38", "42"),
        (
            "A union of doctors said 35 people died. On Monday it had said at first that at least "
            "two people were killed.",
            "at least two",
            "35",
        ),
        ("Police initially said 12 people had died, but later put the toll at nine.", "12", "nine"),
        ("The ministry, which had earlier reported 12 dead, said nine died.", "12", "nine"),
        ("At first the army said 30 had been killed; it now says 21 died.", "30", "21"),
        ("An earlier toll had given 31 dead. Police now say 40 people died.", "31", "40"),
        ("Initial reports said 20 people were killed, but police later said 14 died.", "20", "14"),
        (
            "The clinic now says 13 people died, up from its earlier figure of 10 killed.",
            "10",
            "13",
        ),
        (
            "The radio said 13 people died. The toll updated the clinic's earlier figure of 10 "
            "killed.",
            "10",
            "13",
        ),
        (
            "The radio raised the toll to 55 from the earlier official count of 52 dead.",
            "52",
            "55",
        ),
        (
            "Omland's health ministry said 36 people died. The ministry's previous toll was 24 "
            "killed.",
            "24",
            "36",
        ),
        ("Eleven people had died, police initially said. Police now say 9 died.", "Eleven", "9"),
    ],
)
def test_an_earlier_figure_is_history(text: str, earlier: str, later: str) -> None:
    assert sorted(withdrawn(text)) == sorted([(earlier, True), (later, False)])


@pytest.mark.parametrize(
    "text",
    [
        "The governor had earlier said eight were killed, but police said five were killed.",
        "Initial reports said 20 people were killed. The army said five people were killed.",
        "Police said earlier on Tuesday that five people were killed in Karvat.",
        "Police initially said two people had died. Another five died later, police said.",
        "Earlier, the army said two soldiers were killed in Dorel. In Karvat, the army said, five "
        "soldiers were killed.",
        "Radio Sol, which first reported the blast, said 12 died. Radio Sol said 15 died in Dorel.",
        "The number of people who died at the fence has risen from five to 18, police said.",
    ],
)
def test_a_figure_without_a_later_one_stands(text: str) -> None:
    assert not any(is_withdrawn for _, is_withdrawn in withdrawn(text))
