"""What a colon introduces: a quotation or a paragraph after "he had this to say:"."""

from collections.abc import Sequence
from dataclasses import replace

from extractors.attribution.cues.frame import CueFrame, Offsets, paragraph_of
from extractors.document.analysis import DocumentAnalysis
from extractors.syntax.clauses import is_root
from extractors.syntax.noun_phrases import noun_phrase, offsets
from extractors.syntax.speech import is_expletive, own_subject


def find_colon_frame(
    parsed: DocumentAnalysis, index: int, frames: Sequence[CueFrame]
) -> CueFrame | None:
    """Take the subject of a sentence that ends with a colon for the speaker of what follows.

    Args:
        parsed: The document.
        index: The sentence.
        frames: Its cues; one that takes direct speech and has a source needs no help.

    Returns:
        A frame without content, or none.
    """
    sentence = parsed.sentences[index]
    if parsed.text[sentence.end - 1] != ":":
        return None
    if any(frame.takes_quote and frame.sources and not frame.contents for frame in frames):
        return None
    tree = parsed.tree(index)
    roots = [token for token in tree if is_root(token)]
    subject = next((found for root in roots if (found := own_subject(root))), None)
    if subject is None or is_expletive(subject):
        return None
    source = offsets(tree, noun_phrase(subject), sentence.start)
    return CueFrame(cue=(sentence.end - 1, sentence.end), entry=None, sources=(source,))


def fill_blocks(
    text: str, frames: Sequence[CueFrame], paragraphs: Sequence[Offsets]
) -> list[CueFrame]:
    """Give the paragraph after a colon to the cue before it, where it stands without marks."""
    return [_filled(text, frame, paragraphs) for frame in frames]


def _filled(text: str, frame: CueFrame, paragraphs: Sequence[Offsets]) -> CueFrame:
    if frame.contents or not frame.takes_quote or not frame.sources:
        return frame
    place = paragraph_of(paragraphs, frame.cue[0])
    if place + 1 == len(paragraphs):
        return frame
    end = paragraphs[place][1]
    rest = text[frame.cue[1] : end]
    if rest.rstrip().endswith(":") or (not rest.strip() and text[end - 1] == ":"):
        return replace(frame, contents=(paragraphs[place + 1],))
    return frame
