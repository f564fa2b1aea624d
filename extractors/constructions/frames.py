"""The constructions around a harm word, by the frame that the word names."""

from extractors.constructions.burial import BURIAL
from extractors.constructions.casualties import Predicate
from extractors.constructions.construction import HarmFrame
from extractors.constructions.event import EVENT
from extractors.constructions.gunfire import GUNFIRE
from extractors.constructions.harm_noun import HARM_NOUN
from extractors.constructions.hospital import HOSPITAL
from extractors.constructions.intransitive import INTRANSITIVE
from extractors.constructions.loss import LOSS
from extractors.constructions.shooting_of import SHOOTING
from extractors.constructions.state import STATE
from extractors.constructions.transitive import TRANSITIVE
from extractors.constructions.with_wounds import WITH_WOUNDS

FRAMES = {
    each.frame: each
    for each in (
        TRANSITIVE,
        LOSS,
        BURIAL,
        HOSPITAL,
        GUNFIRE,
        INTRANSITIVE,
        STATE,
        EVENT,
        SHOOTING,
        WITH_WOUNDS,
        HARM_NOUN,
    )
}


def frame_of(predicate: Predicate) -> HarmFrame:
    """The construction that a harm word triggers."""
    return FRAMES[predicate.entry.frame]
