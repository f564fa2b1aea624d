"""Who is said to have done a harm, as told."""

import pytest

from extractors import extract_claims
from schemas import Document


def blamed(text: str) -> list[str | None]:
    claims = extract_claims(Document(document_id="d", text=text)).claims
    return [claim.agent.text if claim.agent else None for claim in claims]


@pytest.mark.parametrize(
    ("text", "agents"),
    [
        ("Government warplanes killed 12 villagers.", ["Government warplanes"]),
        ("Twelve villagers were killed by unidentified gunmen.", ["unidentified gunmen"]),
        ("Twelve villagers died in an air strike by the navy.", ["navy"]),
        ("Twelve villagers were killed in Israeli shelling.", ["Israeli"]),
        ("The guards stormed the mill, killing five weavers.", ["guards"]),
        ("The rebels who killed five weavers fled.", ["rebels"]),
        ("A rebel raid left five weavers dead.", ["rebel"]),
        ("The killing of five weavers by soldiers was condemned.", ["soldiers"]),
        ("The army shot five weavers, including two women.", ["army", "army"]),
        ("Police and soldiers arrested five weavers.", ["Police and soldiers"]),
        ("Five weavers died after a rebel raid.", ["rebel"]),
        ("The opposition accused the government of killing five weavers.", ["government"]),
        (
            "The opposition accused the government of storming the mill and killing five weavers.",
            ["government"],
        ),
        ("The army was blamed for killing five weavers.", ["army"]),
        ("The army ended the siege by killing five weavers.", ["army"]),
        ("Syrian air strikes killed five weavers after rebel fire on the mill.", ["Syrian"]),
        ("Rebels fired rockets at the mill, leaving five weavers killed.", ["Rebels"]),
        ("Five weavers were killed when rebels fired rockets at the mill.", ["rebels"]),
        ("Five weavers died after police opened fire on the crowd.", ["police"]),
        ("Five weavers were killed as the army shelled the mill.", ["army"]),
        ("Rebels fired shells at the ford killing five weavers.", ["Rebels"]),
        (
            "A rebel barrage killed ten weavers while government strikes and missiles fired at the"
            " ford killed 20 weavers.",
            ["rebel", "government"],
        ),
        (
            "The rebel barrage killed ten weavers in Karvat while the government air strikes and"
            " surface-to-surface missiles fired at Eastern Dell killed 20 weavers.",
            ["rebel", "government"],
        ),
    ],
)
def test_those_blamed(text: str, agents: list[str]) -> None:
    assert blamed(text) == agents


@pytest.mark.parametrize(
    "text",
    [
        "The blast killed five weavers.",
        "The blast killed five weavers after rebel fire on the mill.",
        "Five weavers were killed on Monday.",
        "Five weavers died in the flood.",
        "Five weavers were killed when police opened the gates.",
        "Five weavers died when the army left.",
        "Three attackers were killed when the rebels stormed the mill.",
        "Five weavers were killed after a bomb hit the mill.",
        "Hurricane Rosa killed five weavers.",
        "The army lost five men.",
        "The police say that a bomb killed five weavers.",
        "The clinic told reporters that five weavers had been killed.",
        "Five weavers were killed in the Ruda attack.",
        "Mon Apr 4 2016 Raid Kills Five in Karvat.",
    ],
)
def test_nobody_is_blamed(text: str) -> None:
    assert blamed(text) == [None]


def test_an_agent_has_its_group() -> None:
    text = "Israeli forces killed five men."
    (claim,) = extract_claims(Document(document_id="d", text=text)).claims
    assert claim.agent is not None
    assert claim.agent.group == "Israeli security forces"


@pytest.mark.parametrize(
    ("text", "group", "side"),
    [
        ("Israeli shelling killed five men.", "Israeli security forces", "state"),
        ("Regime warplanes killed five men.", None, "state"),
        ("Opposition forces in Syria killed five men.", None, "armed_group"),
        ("Syrian rebels killed five men.", None, "armed_group"),
        ("The armed forces of Peru killed five men.", "Peruvian security forces", "state"),
        ("Gunmen killed five men.", None, "armed_group"),
        ("Gunmen killed five men. Islamic State fighters fled.", None, "armed_group"),
        ("Islamic State fighters killed five men.", "Islamic State", "armed_group"),
        ("The army killed five men near Lima in Peru.", "Peruvian security forces", "state"),
        ("A pro-government militia killed five men.", None, None),
        ("A neighbour killed five men.", None, None),
    ],
)
def test_an_agent_has_the_group_and_side_that_its_words_tell(
    text: str, group: str | None, side: str | None
) -> None:
    claim, *_ = extract_claims(Document(document_id="d", text=text)).claims
    assert claim.agent is not None
    assert (claim.agent.group, claim.agent.side) == (group, side)
