"""The parser's rules for word classes, looked up in a table instead of tried on every word."""

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc

_READ: list[int | str] = ["TAG", "LOWER", "DEP", "IS_SPACE"]
"""What the rules read of a word: words that agree in these follow the same rules."""
_MOST = 50_000
"""Sorts of words whose rules are kept."""


class RuleTable:
    """Finds the rules that words match, as the matcher of spaCy's attribute ruler does.

    That one tries each of 179 rules on every word, a third of the time of a parse. Nearly all of
    them are about one word: which of these it matches is asked once for each sort of word.
    """

    def __init__(self, ruler: "AttributeRuler") -> None:
        """Part the rules about one word from those about several.

        Args:
            ruler: The component of the parser.

        Raises:
            ValueError: A rule reads of a word what the table does not tell apart.
        """
        from spacy.matcher import Matcher  # noqa: PLC0415 - loads spaCy

        self._of_word, self._of_phrase = Matcher(ruler.vocab), Matcher(ruler.vocab)
        for number in range(len(ruler.attrs)):
            _, phrases = ruler.matcher.get(str(number))
            read = {key for phrase in phrases for word in phrase for key in word}
            if not read.issubset(_READ):
                raise ValueError(f"a rule of the parser reads {read}, the table knows {_READ}")
            is_of_word = all(len(phrase) == 1 for phrase in phrases)
            (self._of_word if is_of_word else self._of_phrase).add(str(number), phrases)
        self._kept: dict[tuple[int, ...], list[int]] = {}

    def __call__(
        self, doc: "Doc", *, allow_missing: bool = False, as_spans: Literal[False] = False
    ) -> list[tuple[int, int, int]]:
        """Find the rules that a sentence matches, called as spaCy's matcher is.

        Args:
            doc: The sentence.
            allow_missing: Whether words may lack what the rules read.
            as_spans: Only rules with places are told.

        Returns:
            Each rule with the first word that it matches and the one after the last.
        """
        found = self._of_phrase(doc, allow_missing=allow_missing, as_spans=as_spans)
        for place, sort in enumerate(map(tuple, doc.to_array(_READ).tolist())):
            rules = self._kept.get(sort)
            if rules is None:
                if len(self._kept) >= _MOST:
                    self._kept.clear()
                word = doc[place : place + 1]
                rules = [rule for rule, _, _ in self._of_word(word, allow_missing=allow_missing)]
                self._kept[sort] = rules
            found += [(rule, place, place + 1) for rule in rules]
        return found
