"""Why each number of a text was taken or refused."""

from dataclasses import dataclass

from extractors.constructions.casualties import Casualty, Refusal
from extractors.constructions.sentence import find_casualties
from extractors.document.analysis import DocumentAnalysis, parse_sentences
from extractors.document.text import Sentence
from extractors.pipeline import find_candidates
from extractors.quantities.numbers import Number, find_numbers

NO_HARM = "no word of harm in the sentence"
NOT_TIED = "no rule ties it to a word of harm"


@dataclass(frozen=True, slots=True)
class Explanation:
    """What became of one number.

    Attributes:
        start: Offset of its first character in the text.
        end: Offset after its last character.
        text: The number words.
        taken: Whether it became a claim.
        harm: The harm, where it was taken.
        reason: The rule that took it, or why it was refused.
        sentence: The sentence.
    """

    start: int
    end: int
    text: str
    taken: bool
    harm: str | None
    reason: str
    sentence: str


def explain(text: str) -> tuple[Explanation, ...]:
    """Tell for each number of a text which rule took it, or why it was refused.

    Args:
        text: A document's text.

    Returns:
        One explanation a number, in the order of the text; counts without a number word ("a
        soldier") are explained where they were taken.
    """
    parsed = DocumentAnalysis(text)
    candidates = set(find_candidates(parsed))
    parse_sentences([(parsed, sorted(candidates))])
    return tuple(
        explanation
        for sentence in parsed.sentences
        for explanation in _of_sentence(parsed, sentence, sentence.index in candidates)
    )


def _of_sentence(
    parsed: DocumentAnalysis, sentence: Sentence, is_candidate: bool
) -> list[Explanation]:
    folded = parsed.folded_sentence(sentence.index)
    taken: tuple[Casualty, ...] = ()
    refused: tuple[Refusal, ...] = ()
    if is_candidate:
        taken, refused = find_casualties(parsed.tree(sentence.index), folded)
    found = {
        (c.number.start, c.number.end): _explain(parsed, sentence, c.number, c.rule, c)
        for c in taken
    }
    for number in find_numbers(folded):
        if any(start < number.end and number.start < end for start, end in found):
            continue
        otherwise = NOT_TIED if is_candidate else NO_HARM
        reason = next((r.reason for r in refused if _meets(r, number)), otherwise)
        place = (number.start, number.end)
        found[place] = _explain(parsed, sentence, number, number.refusal or reason, None)
    return [found[place] for place in sorted(found)]


def _meets(refusal: Refusal, number: Number) -> bool:
    return refusal.start < number.end and number.start < refusal.end


def _explain(
    parsed: DocumentAnalysis,
    sentence: Sentence,
    number: Number,
    reason: str,
    taken: Casualty | None,
) -> Explanation:
    start, end = sentence.start + number.start, sentence.start + number.end
    return Explanation(
        start=start,
        end=end,
        text=parsed.text[start:end],
        taken=taken is not None,
        harm=taken.harm.value if taken else None,
        reason=reason,
        sentence=parsed.text[sentence.start : sentence.end],
    )
