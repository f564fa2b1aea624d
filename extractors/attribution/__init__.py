"""Who says what: sources, cues and contents, and the speaker of a figure."""

from extractors.attribution.attribute import attribute
from extractors.attribution.cues import Force, Polarity
from extractors.attribution.find import find_relations
from extractors.attribution.relation import Relation

__all__ = ["Force", "Polarity", "Relation", "attribute", "find_relations"]
