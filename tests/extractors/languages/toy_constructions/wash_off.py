"""A verb that the lexicon lacks, declared in the file of its construction: "washed off five"."""

from dataclasses import replace

from extractors.constructions.declared.transitive import TRANSITIVE
from extractors.constructions.harm_lexicon import HarmWord
from schemas import Harm

_WASH_OFF = HarmWord(
    id="wash-off",
    harm=Harm.KILLED,
    frame="wash-off",
    part="verb",
    weak=True,
    words=("wash off",),
    example="The river washed off five miners.",
    provenance="invented",
)

WASH_OFF = replace(
    TRANSITIVE,
    id="wash-off",
    meaning="a verb of water that takes people away",
    frame="wash-off",
    words=(_WASH_OFF,),
    names_word=False,
    examples=("The river washed off five miners.", "Five miners were washed off by the river."),
    counter_examples=("The river washed off five boats.",),
)
