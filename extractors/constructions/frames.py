"""The constructions around a harm word, by the frame that the word names."""

from extractors.constructions.burial import BURIAL
from extractors.constructions.casualties import Predicate
from extractors.constructions.construction import HarmFrame
from extractors.constructions.event import EVENT
from extractors.constructions.harm_noun import HARM_NOUN
from extractors.constructions.hospital import HOSPITAL
from extractors.constructions.intransitive import INTRANSITIVE
from extractors.constructions.loss import LOSS
from extractors.constructions.state import STATE
from extractors.constructions.transitive import TRANSITIVE

FRAMES = {
    each.frame: each
    for each in (TRANSITIVE, LOSS, BURIAL, HOSPITAL, INTRANSITIVE, STATE, EVENT, HARM_NOUN)
}


def frame_of(predicate: Predicate) -> HarmFrame:
    """The construction that a harm word triggers."""
    return FRAMES[predicate.entry.frame]
