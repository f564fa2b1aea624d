"""Who says what: sources, cues and contents, and the speaker of a figure."""

from extractors.attribution.attribute import attribute
from extractors.attribution.attribution_analysis import AttributionAnalysis
from extractors.attribution.cues.cue_lexicon import Force, Polarity
from extractors.attribution.find_relations import find_relations
from extractors.attribution.relation import Relation

__all__ = ["AttributionAnalysis", "Force", "Polarity", "Relation", "attribute", "find_relations"]
