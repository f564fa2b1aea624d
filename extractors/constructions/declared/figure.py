"""Counts told by "the figure" alone: "ten died; the police put the figure at 12"."""

from collections.abc import Iterator

import regex

from extractors.constructions.casualties import Casualty
from extractors.constructions.construction import CountPattern, Phase
from extractors.constructions.findings import Findings
from extractors.constructions.toll_values import counts_things, is_value
from extractors.document.text import time_limit
from extractors.languages.patterns import pattern


def names_figure(folded: str) -> bool:
    """Whether a sentence speaks of a figure without saying of what."""
    seconds = time_limit(folded)
    patterns = (pattern("figure-noun"), pattern("toll-as-pronoun"))
    return any(each.search(folded, timeout=seconds) for each in patterns)


def _find_figures(findings: Findings) -> Iterator[Casualty]:
    """The numbers that are said to be the figure of what was told before.

    Where several harms were told it stays open which is meant, and nothing is found.
    """
    sentence = findings.sentence
    harms = {casualty.harm for casualty in findings.told if casualty.whole is None}
    if len(harms) != 1:
        return
    (harm,) = harms
    for figure in _figures(findings):
        number = next((n for n in findings.free if n.start >= figure.end()), None)
        words = sentence.tree.char_span(*figure.span("noun"), alignment_mode="expand")
        if number is None or words is None:
            continue
        between = sentence.folded[figure.end() : number.start]
        if pattern("figure-of-others").match(between) or counts_things(sentence, number):
            continue
        if is_value(between):
            yield Casualty(harm, number, None, words.root, FIGURE, FIGURE.id)


def _figures(findings: Findings) -> Iterator[regex.Match[str]]:
    """The words for a figure; "it" is one where a toll was told last: "It had stood at 28"."""
    folded = findings.sentence.folded
    yield from pattern("figure-noun").finditer(folded, timeout=time_limit(folded))
    if any(each.construction.frame == "toll" for each in findings.told_before):
        yield from pattern("toll-as-pronoun").finditer(folded, timeout=time_limit(folded))


FIGURE = CountPattern(
    id="figure",
    meaning='a number said to be "the figure" of what was told before',
    victims="those told of before",
    restates=True,
    phase=Phase.REPEATS,
    find=_find_figures,
    examples=(
        "Ten miners died; the police put the figure at 12.",
        "Rebels said 40 soldiers were killed; the true number was six.",
        "The death toll is 31. It had stood at 28 before.",
    ),
    counter_examples=(
        "Ten miners died and the figure of a saint fell.",
        "A mast fell and killed two miners. It had stood at 30 metres.",
    ),
)
