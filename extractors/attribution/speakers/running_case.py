"""How the words for a source are written: a headline's and a sentence's own capitals undone."""

import regex

from extractors.attribution.attribution_analysis import AttributionAnalysis
from extractors.attribution.speakers.descriptions import opens_headline
from extractors.attribution.speakers.proper_names import is_acronym
from extractors.attribution.speakers.speaker_roles import head_match, head_number
from extractors.document.analysis import DocumentAnalysis
from extractors.document.text import REGEX_TIMEOUT
from extractors.languages.speech_words import speech_words
from extractors.syntax.word_classes import has_class
from schemas import Span

_COMMON = frozenset({"NOUN", "ADJ", "DET", "ADV", "VERB"})


def in_running_case(analysis: AttributionAnalysis, source: Span) -> str:
    """The source as its sentence would be written without a headline's capitals."""
    sentence = analysis.parsed.sentence_at(source.start)
    if sentence is None or source.end > sentence.end:
        return analysis.words(source)
    start, end = source.start - sentence.start, source.end - sentence.start
    read_as = analysis.parsed.tree(sentence.index).text[start:end]
    last = analysis.words(source).rsplit(maxsplit=1)[-1]
    if opens_headline(analysis, source) and head_match(last) is not None:
        read_as = read_as.lower()
    is_lowered = read_as[-1:].islower() and read_as.split()[-1].islower()
    return read_as if is_lowered and not _is_name(analysis, last) else analysis.words(source)


def _is_name(analysis: AttributionAnalysis, word: str) -> bool:
    """Whether a document has a word as a name: with a capital inside a sentence, or in full."""
    return _is_name_elsewhere(analysis.text, word) or any(
        " " in each.name for each in analysis.entities.people_called(word)
    )


def _is_name_elsewhere(text: str, word: str) -> bool:
    """Whether a text writes a word with a capital where no sentence or heading asks for one."""
    inside = rf"(?<=\b\p{{Ll}}+,?\s){regex.escape(word)}\b(?=[^\n]*\s\p{{Ll}})"
    small = rf"\b{regex.escape(word.lower())}\b"
    is_capital = word[:1].isupper() and regex.search(inside, text, timeout=REGEX_TIMEOUT)
    return bool(is_capital) and not regex.search(small, text, timeout=REGEX_TIMEOUT)


def _holds_name(word: str) -> bool:
    """Whether a word in small letters begins with a name in capitals: "U.S.-led"."""
    return word[-1:].islower() and any(sign.isupper() for sign in word[1:])


def as_written(parsed: DocumentAnalysis, source: Span, cased: str) -> str:
    """A description with its first word in lower case, unless the word is a name."""
    sentence = parsed.sentence_at(source.start)
    first, _, rest = cased.partition(" ")
    if sentence is None or first[:1].islower() or is_acronym(first) or _holds_name(first):
        return cased
    tree = parsed.tree(sentence.index)
    tokens = tree.char_span(
        source.start - sentence.start, source.end - sentence.start, alignment_mode="expand"
    )
    common = tokens is not None and has_class(tokens[0], _COMMON) and not tokens[0].ent_type_
    common = common and not _is_name_elsewhere(parsed.text, first)
    common = common or (not rest and head_number(first) == "people")
    if first.lower() in speech_words("quantifier") or (
        common and not (rest[:1].isdigit() or rest[:1].isupper())
    ):
        return f"{first.lower()} {rest}".strip()
    return cased
