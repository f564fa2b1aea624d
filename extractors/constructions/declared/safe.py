"""All of some people said to be unharmed, which tells that nobody was hurt."""

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractors.constructions.casualties import Casualty
from extractors.constructions.complements import said_of
from extractors.constructions.construction import CountPattern, Phase
from extractors.constructions.counted_phrases import is_people
from extractors.constructions.declared.severity import SEVERITY
from extractors.constructions.factuality import find_irrealis
from extractors.constructions.findings import Findings
from extractors.constructions.harm_lexicon import harm_words
from extractors.languages.context_words import words_of
from extractors.languages.pack import per_language
from extractors.quantities.numbers import Number
from extractors.syntax.negation import is_negated
from schemas import Basis, Harm, Modifier

if TYPE_CHECKING:
    from spacy.tokens import Token


@per_language
def _words() -> dict[str, list[tuple[tuple[str, ...], Harm]]]:
    """By the first word, the words for unharmed and the harm that they deny; the longest first."""
    entries = [entry for entry in harm_words() if SAFE.is_triggered_by(entry)]
    words = [(tuple(word.split()), entry.harm) for entry in entries for word in entry.words]
    found: dict[str, list[tuple[tuple[str, ...], Harm]]] = defaultdict(list)
    for phrase, harm in sorted(words, key=lambda item: -len(item[0])):
        found[phrase[0]].append((phrase, harm))
    return dict(found)


def _find_safe(findings: Findings) -> Iterator[Casualty]:
    """The words that say that all were unharmed."""
    tree = findings.sentence.tree
    told = 0
    for token in tree:
        harm, length = _harm_denied(token)
        if harm is None or token.i < told:
            continue
        told = token.i + length
        bearer = next((each for each in said_of(token) if _is_all(each)), None)
        if bearer is None or is_negated(token) or find_irrealis(token):
            continue
        start, end = token.idx, tree[told - 1].idx + len(tree[told - 1])
        number = Number(start, end, start, end, 0, None, Modifier.EXACT, Basis.ZERO)
        yield Casualty(harm, number, bearer, token, SAFE, SAFE.id)


def _harm_denied(token: "Token") -> tuple[Harm | None, int]:
    """The harm that the words from a token on deny, and how many words they are."""
    for words, harm in _words().get(token.lower_, ()):
        following = token.doc[token.i : token.i + len(words)]
        if tuple(each.lower_ for each in following) == words:
            return harm, len(words)
    return None, 0


def _is_all(noun: "Token") -> bool:
    """Whether a phrase means all of some people: "all five", "everybody".

    "Both guards" are two of many: their luck tells nothing of the others.
    """
    opening = noun.doc[max(0, noun.left_edge.i - 1) : noun.i]
    if any(each.lower_ in words_of("clause-negator") for each in opening):
        return False
    if noun.lower_ in words_of("everybody"):
        return True
    opens = {each.lower_ for left in noun.lefts for each in left.subtree}
    return is_people(noun) and not words_of("all").isdisjoint(opens)


SAFE = CountPattern(
    id="safe",
    meaning="all of some people said to be unharmed: nobody was hurt",
    victims="those said to be unharmed",
    frame="safe",
    phase=Phase.OUTCOMES,
    after=(SEVERITY,),
    find=_find_safe,
    examples=("All 40 passengers escaped unharmed.", "Everyone on board was unhurt."),
    counter_examples=(
        "The driver escaped unharmed.",
        "Both guards escaped unharmed.",
        "Not everyone came out unscathed.",
    ),
)
