"""The sentences whose cues can govern a figure."""

from collections.abc import Sequence

from extractors.attribution.attribution_analysis import AttributionAnalysis
from extractors.attribution.quotes.quotation_marks import Quote


def governing_sentences(
    analysis: AttributionAnalysis, start: int, quotes: Sequence[Quote]
) -> list[int]:
    """The sentences whose cues can govern a figure: its own, and those around its quotation.

    Args:
        analysis: The document.
        start: Where the figure starts.
        quotes: The document's quotations.
    """
    parsed = analysis.parsed
    here = parsed.sentence_at(start)
    if here is None:
        return []
    wanted = {here.index}
    quote = next((each for each in quotes if each.level == 0 and each.holds(start)), None)
    if quote is not None:
        first = parsed.sentence_at(quote.start) or here
        last = parsed.sentence_at(_last_part(quote, quotes).end - 1) or here
        paragraph = first.paragraph - (2 if quote.continues else 1)
        wanted |= {
            sentence.index
            for sentence in parsed.sentences[max(0, first.index - 12) : last.index + 3]
            if paragraph <= sentence.paragraph <= last.paragraph + 1
        }
    elif (
        here.index
        and analysis.parsed.text[analysis.parsed.sentences[here.index - 1].end - 1] == ":"
    ):
        wanted.add(here.index - 1)
    return sorted(wanted)


def _last_part(quote: Quote, quotes: Sequence[Quote]) -> Quote:
    """The last paragraph of a quotation that goes on over several."""
    for later in quotes:
        if later.level == 0 and later.start >= quote.end:
            if quote.closed or not later.continues:
                break
            quote = later
    return quote
