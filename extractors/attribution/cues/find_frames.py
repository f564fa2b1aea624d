"""All cues of a sentence."""

from extractors.attribution.cues.adjectives import find_adjective_frames
from extractors.attribution.cues.experiencers import find_experiencer_frames
from extractors.attribution.cues.frame import CueFrame
from extractors.attribution.cues.gapped import find_gapped_frames
from extractors.attribution.cues.labels import find_label_frames
from extractors.attribution.cues.nouns import find_noun_frames
from extractors.attribution.cues.prepositions import find_phrase_frames, find_tally_frames
from extractors.attribution.cues.source_bounds import bound_sources
from extractors.attribution.cues.standpoints import find_standpoint_frames
from extractors.attribution.cues.toll_makers import find_toll_frames
from extractors.attribution.cues.verbs import find_verb_frames
from extractors.attribution.cues.verdicts import find_verdicts
from extractors.attribution.quotes.blocks import find_colon_frame
from extractors.document.analysis import DocumentAnalysis


def find_frames(parsed: DocumentAnalysis, index: int, text: str) -> tuple[CueFrame, ...]:
    """Find the cues of a sentence.

    Args:
        parsed: The document.
        index: The sentence.
        text: The document's text, cased as running text.

    Returns:
        The cues in the order of the text.
    """
    sentence = parsed.sentences[index]
    tree, offset = parsed.tree(index), sentence.start
    found = [
        *find_verb_frames(tree, offset),
        *find_experiencer_frames(tree, offset),
        *find_noun_frames(tree, offset),
        *find_adjective_frames(tree, offset),
        *find_standpoint_frames(tree, offset),
        *find_phrase_frames(tree, offset),
        *find_tally_frames(tree, offset),
        *find_toll_frames(tree, offset),
        *find_gapped_frames(tree, offset),
        *find_label_frames(text, sentence),
    ]
    found += find_verdicts(tree, offset, found)
    if (colon := find_colon_frame(parsed, index, found)) is not None:
        found.append(colon)
    bounded = [bound_sources(text, frame) for frame in found]
    kept = [frame for frame in bounded if frame is not None]
    return tuple(sorted(kept, key=lambda frame: frame.cue))
