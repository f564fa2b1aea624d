"""Who made a paper that speaks: "figures compiled by the clinic", "the testimony of Ana Lal"."""

from extractors.attribution.attribution_analysis import AttributionAnalysis
from extractors.attribution.speakers.speaker_mentions import SpeakerMention, mentions_before
from extractors.languages.context_words import words_of
from extractors.languages.patterns import pattern
from schemas import Span

_BRINGS_OUT = 40
"""Characters within which a verb follows who brings a paper out."""


def find_maker(analysis: AttributionAnalysis, source: Span) -> Span | None:
    """Find who stands behind a paper that only its maker gives a name.

    Args:
        analysis: The document.
        source: The source words.

    Returns:
        The maker's words, or none where neither these words nor those before name a maker.
    """
    match = pattern("paper-of-maker").fullmatch(source.text)
    if match is None:
        return _find_writer(analysis, source)
    start, end = match.span("maker")
    return Span(text=source.text[start:end], start=source.start + start, end=source.start + end)


def _find_writer(analysis: AttributionAnalysis, source: Span) -> Span | None:
    """Who wrote a paper told of before: "In a report, the union said … the report"."""
    determiner, _, paper = analysis.words(source).casefold().rpartition(" ")
    if determiner not in words_of("definite-article"):
        return None
    mentions = mentions_before(analysis, source.start)
    return next((each.span for each in mentions if _writes(analysis, each, paper)), None)


def _writes(analysis: AttributionAnalysis, mention: SpeakerMention, paper: str) -> bool:
    """Whether a sentence tells that its subject or speaker wrote or brought out a paper."""
    sentence = analysis.parsed.sentence_at(mention.span.start)
    if sentence is None or mention.number == "document":
        return False
    told = pattern("writes-in-paper").search(analysis.text, sentence.start, sentence.end)
    told = told or pattern("brings-out-paper").search(
        analysis.text, mention.span.end, min(sentence.end, mention.span.end + _BRINGS_OUT)
    )
    return told is not None and told["paper"].casefold() == paper
