"""A language is one pack: an invented one passes through the whole pipeline."""

import importlib.util
import sys
from pathlib import Path

import pytest

from extractors import extract_batch
from extractors.languages import PACKS
from schemas import Document, Harm, Modifier

FOLDER = Path(__file__).parent / "toy"
SPEC = importlib.util.spec_from_file_location("toy_language", FOLDER / "__init__.py")
assert SPEC is not None
assert SPEC.loader is not None
toy = sys.modules.setdefault("toy_language", importlib.util.module_from_spec(SPEC))
SPEC.loader.exec_module(toy)

SENTENCES = {
    "Soldui tavan tri homui.": [(Harm.KILLED, 3, "homui", None)],
    "Tri homui moran.": [(Harm.KILLED, 3, "homui", None)],
    "Duu soldui esin vilan.": [(Harm.WOUNDED, 2, "soldui", None)],
    "Duzo homui esin tavan per soldui.": [(Harm.KILLED, 12, "homui", None)],
    "Soldui dirin ke tri homui moran.": [(Harm.KILLED, 3, "homui", "Soldui")],
    "Duu mil homui moran.": [(Harm.KILLED, 2000, "homui", None)],
    "Nul homu moran.": [(Harm.KILLED, 0, "homu", None)],
    "Soldui povu tava tri homui.": [],
    "Soldui tavan tri domui.": [],
    "Soldui dirin ke dek homui esin vilan per soldui.": [
        (Harm.WOUNDED, 10, "homui", "Soldui"),
    ],
}


@pytest.mark.parametrize(("text", "told"), SENTENCES.items(), ids=SENTENCES)
def test_sentences_are_read(text: str, told: list[tuple[Harm, int, str, str | None]]) -> None:
    document = Document(document_id="d", text=text, language="qtx")
    (extraction,) = extract_batch([document], packs={**PACKS, "qtx": toy.TOY})
    assert extraction.rejections == ()
    found = [
        (
            claim.harm,
            claim.quantity.value,
            claim.victims.text if claim.victims else None,
            claim.attribution.source.text if claim.attribution.source else None,
        )
        for claim in extraction.claims
    ]
    assert found == told


def test_sentences_end_where_the_language_says() -> None:
    text = "Tri homui moran. Duu soldui esin vilan."
    document = Document(document_id="d", text=text, language="qtx")
    (extraction,) = extract_batch([document], packs={"qtx": toy.TOY})
    assert [claim.evidence.text for claim in extraction.claims] == [text[:16], text[17:]]


def test_bounds_and_agents_are_of_the_language() -> None:
    text = "Minim tri homui esin tavan per soldui."
    document = Document(document_id="d", text=text, language="qtx")
    (extraction,) = extract_batch([document], packs={"qtx": toy.TOY})
    (claim,) = extraction.claims
    assert claim.quantity.modifier is Modifier.AT_LEAST
    assert claim.agent is not None
    assert claim.agent.text == "soldui"


def test_languages_do_not_mix() -> None:
    texts = {"en": "The shells killed five villagers.", "qtx": "Soldui tavan tri homui."}
    documents = [
        Document(document_id=code, text=text, language=code) for code, text in texts.items()
    ]
    crossed = [Document(document_id="x", text=texts["en"], language="qtx")]
    found = extract_batch([*documents, *crossed], packs={**PACKS, "qtx": toy.TOY})
    assert [[claim.quantity.value for claim in each.claims] for each in found] == [[5], [3], []]
