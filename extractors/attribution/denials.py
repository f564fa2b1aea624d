"""Denials that do not repeat the figure: "Elders said 19 died. The army denied the claim."."""

from collections.abc import Iterator

import regex

from extractors.attribution.attribution_analysis import AttributionAnalysis
from extractors.attribution.cues.cue_lexicon import Polarity, cue_index
from extractors.attribution.cues.frame import CueFrame
from extractors.attribution.relation import Relation, build_relations
from extractors.document.text import Sentence
from extractors.languages.pack import per_language
from extractors.languages.patterns import pattern
from extractors.languages.speech_words import speech_words
from extractors.quantities.number_lexicon import is_number_word, vague_words
from extractors.quantities.numbers import find_numbers
from extractors.syntax.clauses import has_content_clause, is_adverbial_clause
from schemas import VagueNumber

_UNSIZED = frozenset({VagueNumber.MANY, VagueNumber.SOME, VagueNumber.SEVERAL, VagueNumber.FEW})
_NUMBER = regex.compile(r"\d")


def find_later_denials(
    analysis: AttributionAnalysis, sentence: Sentence, start: int, end: int
) -> Iterator[Relation]:
    """Find who denies, in the next sentence, what a sentence tells.

    "Denied the toll" rejects no "troops" without a number, and no claim that is denied is what a
    clause before the main one gives as known: "When he announced the arrest of two men, …".

    Args:
        analysis: The document.
        sentence: The sentence with a figure.
        start: Where the figure starts.
        end: Where it ends.

    Yields:
        A relation a denier; its content is what points back.
    """
    parsed = analysis.parsed
    after = parsed.sentence_behind(sentence)
    if after is None or not _may_deny().search(parsed.folded_sentence(after.index)):
        return
    figure = parsed.text[start:end]
    frames = analysis.frames(after.index)
    denying = [
        each
        for each in frames
        if _takes_up(parsed.text, each, figure) and not _denies_blame(analysis, after, each)
    ]
    if not denying or _is_unsized(figure) or _is_given_first(analysis, sentence, start, end):
        return
    if _tells_several(parsed.folded_sentence(sentence.index)):
        denying = [each for each in denying if not _points_back(parsed.text, each)]
    yield from build_relations(parsed.text, denying, analysis.layout.quotes)


def find_pronominal_denials(
    analysis: AttributionAnalysis, sentence: Sentence, start: int, end: int
) -> Iterator[Relation]:
    """Find who denies, later in a sentence, what it tells: "30 died, but the army denies this".

    Args:
        analysis: The document.
        sentence: The sentence with a figure.
        start: Where the figure starts.
        end: Where it ends.

    Yields:
        A relation a denier.
    """
    parsed = analysis.parsed
    if not _may_deny().search(parsed.folded_sentence(sentence.index)):
        return
    figure = parsed.text[start:end]
    denying = [
        each
        for each in analysis.frames(sentence.index)
        if each.cue[0] >= end and _takes_up(parsed.text, each, figure)
    ]
    yield from build_relations(parsed.text, denying, analysis.layout.quotes)


def _denies_blame(analysis: AttributionAnalysis, sentence: Sentence, frame: CueFrame) -> bool:
    """Whether a denial is of who did it: "they blamed the army, which denied the claim"."""
    if any(_names_number(analysis.text[slice(*each)]) for each in frame.contents):
        return False
    tree = analysis.parsed.tree(sentence.index)
    before = (token for token in tree if sentence.start + token.idx < frame.cue[0])
    return any(token.lemma_.lower() in speech_words("blames") for token in before)


def _is_given_first(
    analysis: AttributionAnalysis, sentence: Sentence, start: int, end: int
) -> bool:
    """Whether a figure stands in a clause before one that tells what somebody says besides."""
    tree = analysis.parsed.tree(sentence.index)
    words = tree.char_span(start - sentence.start, end - sentence.start, alignment_mode="expand")
    above = words.root.ancestors if words is not None else ()
    return any(
        is_adverbial_clause(each) and each.i < each.head.i and has_content_clause(each.head)
        for each in above
    )


def _takes_up(text: str, frame: CueFrame, figure: str) -> bool:
    """Whether a cue denies a claim told before, without a figure of its own."""
    if frame.polarity is not Polarity.DENIES or not frame.sources:
        return False
    return bool(frame.contents) and all(
        not _NUMBER.search(text, start, end)
        and _names_claim(text[start:end])
        and (tells_number(figure) or not _names_number(text[start:end]))
        for start, end in frame.contents
    )


def _tells_several(sentence: str) -> bool:
    """Whether clauses of a sentence tell of several figures: a bare "that" may mean any of them."""
    clauses = pattern("joins-clauses").split(sentence)
    return sum(bool(find_numbers(clause)) for clause in clauses) > 1


def _is_pronoun(content: str) -> bool:
    return content.strip().casefold() in speech_words("points-back")


def _points_back(text: str, frame: CueFrame) -> bool:
    """Whether a pronoun alone says what is denied: "disputed that"."""
    return all(_is_pronoun(text[start:end]) for start, end in frame.contents)


def _is_unsized(figure: str) -> bool:
    """Whether a figure tells no size that could be denied: "many", not "hundreds"."""
    entry = vague_words().get(figure.casefold())
    return entry is not None and entry.size in _UNSIZED


def _names_number(content: str) -> bool:
    """Whether words point back to a number rather than to a claim: "the figure"."""
    return not speech_words("number-taken-up").isdisjoint(content.casefold().split())


def tells_number(figure: str) -> bool:
    """Whether a figure holds a number, and is no bare noun: "at least 63", not "other troops"."""
    words = regex.split(r"[\s-]+", figure.casefold())
    return bool(_NUMBER.search(figure)) or any(map(is_number_word, words))


def _names_claim(content: str) -> bool:
    """Whether words point back to a claim, by a noun or by a pronoun alone.

    "The claim that the road was open" tells what it claims, and points back to nothing.
    """
    if _is_pronoun(content):
        return True
    match = pattern("definite-phrase-denied").match(content.strip())
    if match is None or pattern("claim-of-its-own").match(content.strip()):
        return False
    words = match["words"].lower().split()
    return any(form in _claim_nouns() for word in words for form in (word, word.removesuffix("s")))


@per_language
def _claim_nouns() -> frozenset[str]:
    return frozenset(noun for noun, entry in cue_index().nouns.items() if entry.figure)


@per_language
def _may_deny() -> "regex.Pattern[str]":
    index = cue_index()
    verbs = [
        lemma.rstrip("ey")
        for lemma, entries in index.verbs.items()
        if any(entry.polarity is Polarity.DENIES for entry in entries)
    ]
    words = "|".join(map(regex.escape, sorted([*verbs, *index.verdicts], key=len, reverse=True)))
    return regex.compile(rf"\b(?:{words})\w{{0,4}}\b", regex.IGNORECASE)
