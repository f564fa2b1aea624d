"""All cues of a sentence, found once."""

from functools import lru_cache

from extractors.attribution.adjectives import find_adjective_frames
from extractors.attribution.blocks import find_colon_frame
from extractors.attribution.frame import Frame
from extractors.attribution.labels import find_label_frames
from extractors.attribution.layout import layout_of
from extractors.attribution.nouns import find_noun_frames
from extractors.attribution.phrases import find_phrase_frames, find_tally_frames
from extractors.attribution.verbs import find_verb_frames
from extractors.attribution.verdicts import find_verdicts
from extractors.document.analysis import ParsedDocument


@lru_cache(maxsize=256)
def frames_of(parsed: ParsedDocument, index: int) -> tuple[Frame, ...]:
    """Find the cues of sentence `index`, in the order of the text."""
    sentence = parsed.sentences[index]
    tree, offset = parsed.tree(index), sentence.start
    found = [
        *find_verb_frames(tree, offset),
        *find_noun_frames(tree, offset),
        *find_adjective_frames(tree, offset),
        *find_phrase_frames(tree, offset),
        *find_tally_frames(tree, offset),
        *find_label_frames(layout_of(parsed).text, sentence),
    ]
    found += find_verdicts(tree, offset, found)
    if (colon := find_colon_frame(parsed, index, found)) is not None:
        found.append(colon)
    return tuple(sorted(found, key=lambda frame: frame.cue))
