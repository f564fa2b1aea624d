"""Who says what: sources, cues and contents, and the speaker of a figure."""

from extractors.attribution.analysis import AttributionAnalysis
from extractors.attribution.attribute import attribute
from extractors.attribution.cues.cue_lexicon import Force, Polarity
from extractors.attribution.relation import Relation
from extractors.attribution.relations import find_relations

__all__ = ["AttributionAnalysis", "Force", "Polarity", "Relation", "attribute", "find_relations"]
