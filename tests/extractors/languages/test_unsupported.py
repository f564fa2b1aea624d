"""A text in a language without a pack is a rejection that says so."""

import pytest

from extractors import extract_batch, extract_claims
from extractors.languages.guess import guess_foreign
from schemas import Document, Stage

FOREIGN = {
    "de": "Der Sprecher sagte, dass bei dem Anschlag auf die Wache fünf Menschen starben.",
    "fr": "Cinq personnes ont été tuées dans la ville, selon la police.",
    "es": "Cinco personas murieron en el ataque, según la policía.",
    "pt": "O ataque matou cinco pessoas, segundo a polícia da cidade.",
    "und": "Пять человек погибли в результате взрыва.",
}


@pytest.mark.parametrize(("language", "text"), FOREIGN.items(), ids=FOREIGN)
def test_an_unnamed_language_is_guessed_and_rejected(language: str, text: str) -> None:
    extraction = extract_claims(Document(document_id="d", text=text))
    assert extraction.claims == ()
    (rejection,) = extraction.rejections
    assert rejection.reason == "unsupported_language"
    assert rejection.stage is Stage.EXTRACT
    assert repr(language) in rejection.message


def test_a_named_language_without_a_pack_is_rejected() -> None:
    document = Document(document_id="d", text="Die Polizei sagte: fünf Tote.", language="de")
    assert [each.reason for each in extract_claims(document).rejections] == ["unsupported_language"]


def test_the_others_of_a_batch_are_read() -> None:
    texts = [FOREIGN["de"], "The blast killed five villagers.", FOREIGN["es"]]
    documents = [Document(document_id=str(i), text=text) for i, text in enumerate(texts)]
    extractions = extract_batch(documents)
    assert [each.document_id for each in extractions] == ["0", "1", "2"]
    assert [len(each.claims) for each in extractions] == [0, 1, 0]


@pytest.mark.parametrize(
    "text",
    [
        "Five die in Los Angeles",
        "Gunmen kill five villagers",
        "The rebels of Sendero Luminoso said that the police of La Paz killed two men.",
        "",
    ],
)
def test_names_and_headlines_are_no_other_language(text: str) -> None:
    assert guess_foreign(text) is None
