"""One document, one tally: parts and repetitions are told apart from new victims."""

import pytest

from extractors import extract_claims
from schemas import Document, Scope


def ties(text: str) -> list[tuple[str, str | None, str | None]]:
    claims = extract_claims(Document(document_id="tally", text=text)).claims
    names = {claim.claim_id: claim.quantity.text for claim in claims}
    return [
        (c.quantity.text, names.get(c.part_of or ""), names.get(c.repeats or "")) for c in claims
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The fire killed 23 dockers, including two foremen.",
            [("23", None, None), ("two", "23", None)],
        ),
        (
            "Sixty pupils were wounded, 20 seriously.",
            [("Sixty", None, None), ("20", "Sixty", None)],
        ),
        (
            "Nine miners died in the blast. The blast at the pit killed nine miners.",
            [("Nine", None, None), ("nine", None, "Nine")],
        ),
        (
            "Nine miners died in the blast. Three others died on Friday.",
            [("Nine", None, None), ("Three", None, None)],
        ),
        (
            "Troops killed several rebels. At the ford they killed three rebels.",
            [("several", None, None), ("three", "several", None)],
        ),
    ],
)
def test_ties(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert ties(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # a list that adds up to the whole, by another speaker
            "The blast killed 17 people, the mayor said. Twelve guards and five clerks died, "
            "a doctor said.",
            [("17", None, None), ("Twelve", "17", None), ("five", "17", None)],
        ),
        (  # a definite noun joined to a part: both are of the whole
            "Police arrested several strikers. The police arrested a ringleader, the mayor said. "
            "They arrested the ringleader and two strikers.",
            [
                ("several", None, None),
                ("a ringleader", "several", None),
                ("the ringleader", "several", None),
                ("two", "several", None),
            ],
        ),
        (  # "and other rebels": the commander is a rebel, one of those in the headline
            "Rebels Detained in Lur\n\nTroops detained a commander and other rebels on Monday.",
            [
                ("Rebels", None, None),
                ("a commander", "Rebels", None),
                ("other rebels", "Rebels", None),
            ],
        ),
        (  # without a common noun nobody says that the commander is a guard
            "Guards Detained in Lur\n\nTroops detained a commander and two rebels on Monday.",
            [("Guards", None, None), ("a commander", None, None), ("two", None, None)],
        ),
        (  # a plural that the headline counts vaguely
            "Several Rebels Detained in Lur\n\nTroops detained rebels, including a commander.",
            [
                ("Several", None, None),
                ("rebels", None, "Several"),
                ("a commander", "Several", None),
            ],
        ),
        (  # fewer of a narrower kind
            "The blast killed 17 people, the mayor said. Five nurses were killed, a doctor said.",
            [("17", None, None), ("Five", "17", None)],
        ),
        (  # fewer of the same kind, by another speaker: a rival
            "The blast killed 17 people, the mayor said. Five people were killed, a doctor said.",
            [("17", None, None), ("Five", None, None)],
        ),
        (  # an earlier toll
            "The blast killed 17 people. An earlier toll had given nine pupils dead.",
            [("17", None, None), ("nine", None, None)],
        ),
        (  # another time
            "The blast killed 17 people. Last month a raid killed five nurses.",
            [("17", None, None), ("five", None, None)],
        ),
        (  # two peoples
            "The raid killed 17 Kenyans. Five Ugandans were killed as well.",
            [("17", None, None), ("Five", None, None)],
        ),
        (  # the sites of a day of attacks, each by its own speaker
            "A wave of bombings killed 60 people on Monday. In Kayes nine people were killed, "
            "police said. A bomb in Segou killed 11, a doctor said.",
            [("60", None, None), ("nine", "60", None), ("11", "60", None)],
        ),
        (  # a total that is raised
            "The ambush killed two guards, bringing the total number of dead to 38.",
            [("two", "38", None), ("38", None, None)],
        ),
        (  # casualties are the dead and the wounded
            "The office counted 30 casualties, including 12 deaths and 18 injuries.",
            [("30", None, None), ("12", "30", None), ("18", "30", None)],
        ),
        (  # an apposition
            "Three other villagers, two women and a man, were killed.",
            [("Three", None, None), ("two", "Three", None), ("a man", "Three", None)],
        ),
        (  # a list that is told again, by whomever
            "Two guards, four clerks and a nurse were killed, the mayor said. "
            "The fair closed. The paper says two guards, four clerks and a nurse were killed.",
            [
                ("Two", None, None),
                ("four", None, None),
                ("a nurse", None, None),
                ("two", None, "Two"),
                ("four", None, "four"),
                ("a nurse", None, "a nurse"),
            ],
        ),
        (  # others than the dead, not than the wounded
            "One miner was killed and three were wounded. The pit closed. A man, 40, was killed. "
            "Three others were wounded.",
            [
                ("One", None, None),
                ("three", None, None),
                ("A man", "One", None),
                ("Three", None, "three"),
            ],
        ),
        (  # what one side counts is no part of the other's count
            "The blast killed 17 people, police said. Five nurses were killed, the rebels said.",
            [("17", None, None), ("Five", None, None)],
        ),
        (  # "both" are those told before
            "Troops arrested a courier in Gath. Both men were arrested at the ford.",
            [("a courier", "Both", None), ("Both", None, None)],
        ),
        (  # a pronoun for one whom a sum names later
            "A clerk fled, and he was arrested. Several men were arrested, including the clerk.",
            [("he", "Several", None), ("Several", None, None), ("the clerk", "Several", None)],
        ),
        (  # a pronoun for some of those told twice
            "Troops killed 17 rebels. The raid killed 17 rebels in Gath. Three men fired, and "
            "they were killed.",
            [("17", None, None), ("17", None, "17"), ("they", "17", None)],
        ),
        (  # lines without a stop do not end the lead
            "Raid in Gath\nNews office\nFor release\nGATH, Mali (May 1) -\n"
            "Troops arrested several rebels on Monday. The road was shut. The market was shut. "
            "The mill was shut. The bank was shut. Later the troops arrested three rebels.",
            [("several", None, None), ("three", "several", None)],
        ),
        (  # kinds of victims side by side add up
            "The shells killed five farmers, two monks and three nurses.",
            [("five", None, None), ("two", None, None), ("three", None, None)],
        ),
    ],
)
def test_ties_across_speakers_and_sentences(
    text: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert ties(text) == expected


def test_totals_are_no_incidents() -> None:
    text = "Nine miners died on Friday. The strike has claimed 130 lives since May."
    claims = extract_claims(Document(document_id="tally", text=text)).claims
    assert [claim.scope for claim in claims] == [Scope.INCIDENT, Scope.CUMULATIVE]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six miners were killed, another five died later.", {"five": "Six"}),
        ("Six miners were killed. Two more died on Friday.", {"Two": "Six"}),
        ("Six miners were killed. Two others were wounded.", {}),
        ("Dozens were wounded. The blast killed six miners and wounded two others.", {}),
        ("A nurse said six miners were killed. Another five died, a mayor said.", {"five": "six"}),
        ("A fire killed six miners on Monday. Another five died last month.", {}),
        ("Six miners were killed, and more than five clerks died.", {}),
        (
            "Six miners died. Another five died in hospital. Two more died at home.",
            {"five": "Six", "Two": "Six"},
        ),
    ],
)
def test_additions(text: str, expected: dict[str, str]) -> None:
    claims = extract_claims(Document(document_id="tally", text=text)).claims
    names = {claim.claim_id: claim.quantity.text for claim in claims}
    assert {c.quantity.text: names[c.adds_to] for c in claims if c.adds_to} == expected
