"""An invented language of forty words, to try that a language is one pack.

Subject, verb, object; the plural ends in -i, the past in -n; "ke" opens what is said, "esin" and
"per" make a passive with its agent.
"""

from pathlib import Path
from typing import TYPE_CHECKING

import spacy
from spacy.language import Language

from extractors.languages.pack import LanguagePack

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

VERBS = frozenset({"tava", "mora", "vila", "diri"})
NUMBERS = frozenset({"unu", "duu", "tri", "dek", "mil", "duzo"})
FUNCTION_WORDS = {
    "ke": ("SCONJ", "IN"), "esin": ("AUX", "VBD"), "per": ("ADP", "IN"), "ne": ("PART", "RB"),
    "povu": ("AUX", "MD"), "nul": ("DET", "DT"), "minim": ("ADV", "RB"), "multai": ("ADJ", "JJ"),
}  # fmt: skip


def inflect(base: str, is_verb: bool) -> tuple[str, ...]:
    """The base, and the past of a verb or the plural of a noun."""
    return (base, base + ("n" if is_verb else "i"))


def load_parser() -> Language:
    """A parser of rules; its labels are those of the English models."""
    parser = spacy.blank("xx")
    parser.add_pipe("toy_parser")
    parser.add_pipe("entity_ruler", name="ner")
    return parser


@Language.component("toy_parser")
def parse(tree: "Doc") -> "Doc":
    """Label the words, then hang them on their verbs."""
    for token in tree:
        _tag(token)
    verbs = [token for token in tree if token.pos_ == "VERB"]
    root = verbs[0] if verbs else tree[0]
    for token in tree:
        token.head, token.dep_ = _attach(token, verbs, root)
    return tree


def _tag(token: "Token") -> None:
    word = token.lower_
    stem = word.removesuffix("n")
    if word in FUNCTION_WORDS:
        token.pos_, token.tag_ = FUNCTION_WORDS[word]
        token.lemma_ = word
    elif word in NUMBERS or word.isdigit():
        token.pos_, token.tag_, token.lemma_ = "NUM", "CD", word
    elif stem in VERBS:
        passive = token.i > 0 and token.nbor(-1).lower_ == "esin"
        token.pos_, token.lemma_ = "VERB", stem
        token.tag_ = "VBN" if passive else "VBD" if word != stem else "VB"
    elif not token.is_alpha:
        token.pos_, token.tag_, token.lemma_ = "PUNCT", ".", word
    else:
        plural = word.endswith("i")
        token.pos_, token.tag_ = "NOUN", "NNS" if plural else "NN"
        token.lemma_ = word.removesuffix("i")


def _attach(token: "Token", verbs: list["Token"], root: "Token") -> tuple["Token", str]:
    if token == root:
        return token, "ROOT"
    after = next((verb for verb in verbs if verb.i > token.i), None)
    before = next((verb for verb in reversed(verbs) if verb.i < token.i), None)
    if token.pos_ == "VERB":
        return root, "ccomp"
    if token.pos_ in {"NUM", "DET", "ADV", "ADJ"}:
        noun = next((each for each in token.doc[token.i :] if each.pos_ == "NOUN"), root)
        return noun, {"NUM": "nummod", "DET": "det", "ADJ": "amod"}.get(token.pos_, "advmod")
    if token.lower_ == "per":
        return before or root, "agent"
    if token.i and any(each.lower_ == "per" for each in token.doc[max(0, token.i - 2) : token.i]):
        per = next(each for each in reversed(token.doc[: token.i]) if each.lower_ == "per")
        return per, "pobj"
    if token.pos_ == "NOUN":
        opened = (
            any(each.lower_ == "ke" for each in token.doc[before.i : token.i]) if before else True
        )
        if after is not None and opened:
            return after, "nsubjpass" if after.tag_ == "VBN" else "nsubj"
        return before or root, "dobj"
    labels = {"ke": "mark", "esin": "auxpass", "povu": "aux", "ne": "neg"}
    return after or root, labels.get(token.lower_, "punct")


TOY = LanguagePack(
    code="qtx",
    lexicons=Path(__file__).parent / "lexicons",
    load_parser=load_parser,
    inflect=inflect,
    is_complete=False,
    borrows=frozenset(
        {"groups", "group_words", "demonyms", "spellings", "places", "places_kinds"}
        | {"province_codes", "dates", "roles", "proper", "titles", "scope", "tally", "hedges"}
        | {"no_counts"}
    ),
)
