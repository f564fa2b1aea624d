"""Drafts of claims: each count of each sentence, with victims, speaker and event."""

from collections.abc import Sequence
from dataclasses import replace

import extractors.attribution as speech
from extractors.drafts import Draft
from extractors.harms.casualties import Casualty
from extractors.harms.sentence import find_casualties
from extractors.harms.spans import find_antecedent, find_victims
from extractors.mentions import find_mention
from extractors.parse import ParsedDocument
from extractors.text import Sentence
from schemas import Attribution, Claim, Document, Quantity, Stance, Victims


def draft_claims(document: Document, parsed: ParsedDocument, indices: Sequence[int]) -> list[Draft]:
    """Draft the claims of a document.

    Args:
        document: The document.
        parsed: Its sentences and trees.
        indices: The sentences to read.

    Returns:
        One draft for each count and speaker, in the order of the text.
    """
    drafts: list[Draft] = []
    for index in indices:
        sentence = parsed.sentences[index]
        folded = parsed.folded[sentence.start : sentence.end]
        casualties, _ = find_casualties(parsed.tree(index), folded)
        for position, casualty in enumerate(casualties):
            drafts += _draft(document, parsed, sentence, casualty, casualties[:position])
    return drafts


def _draft(
    document: Document,
    parsed: ParsedDocument,
    sentence: Sentence,
    casualty: Casualty,
    earlier: Sequence[Casualty],
) -> list[Draft]:
    """One draft for each speaker of a count."""
    quantity = _quantity(document.text, sentence, casualty)
    noun = find_antecedent(casualty, list(earlier), parsed.tree(sentence.index))
    victims = _victims(document.text, parsed, sentence, replace(casualty, noun=noun))
    event = find_mention(parsed, document, quantity.start, quantity.end)
    drafts = []
    attribute = getattr(speech, "attribute", lambda *_: (Attribution(),))
    for attribution in attribute(parsed, quantity.start, quantity.end):
        said = _with_stance(attribution, casualty)
        claim_id = Claim.identify(
            document.document_id, casualty.harm, quantity, said.source, said.stance
        )
        draft = Draft(
            claim_id=claim_id,
            casualty=casualty,
            sentence=sentence,
            sentence_text=parsed.folded[sentence.start : sentence.end],
            quantity=quantity,
            victims=victims,
            noun=noun,
            attribution=said,
            event=event,
        )
        drafts.append(draft)
    return drafts


def _quantity(text: str, sentence: Sentence, casualty: Casualty) -> Quantity:
    number = casualty.number
    start, end = sentence.start + number.start, sentence.start + number.end
    return Quantity(
        text=text[start:end],
        start=start,
        end=end,
        value=number.value,
        value_to=number.value_to,
        modifier=number.modifier,
        basis=number.basis,
    )


def _victims(
    text: str, parsed: ParsedDocument, sentence: Sentence, casualty: Casualty
) -> Victims | None:
    place = find_victims(casualty, parsed.tree(sentence.index))
    if place is None:
        return None
    start, end = sentence.start + place[0], sentence.start + place[1]
    return Victims(text=text[start:end], start=start, end=end)


def _with_stance(attribution: Attribution, casualty: Casualty) -> Attribution:
    """A denial of a figure is a stance; a denial that anyone was harmed asserts zero."""
    denies = casualty.denied or attribution.stance is Stance.DENIES
    stance = Stance.DENIES if denies and casualty.number.value != 0 else Stance.ASSERTS
    return attribution.model_copy(update={"stance": stance})
