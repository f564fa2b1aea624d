"""What is known of a document before it is read for claims: sentences, and trees on demand."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

import regex

from extractors.document.casing import restore_case
from extractors.document.lost_marks import restore_comma, restore_letters
from extractors.document.text import Sentence, fold, split_sentences
from extractors.document.vocabulary import load_vocabulary
from extractors.languages.pack import active_pack

if TYPE_CHECKING:
    from spacy.tokens import Doc

_NAMING = "ner"
_MISREAD = regex.compile(r'(?<=\w[,.!?:])"(?=\w)|(?<=\d)\+(?=\s)')
"""Marks that the parser reads as blanks: a quotation mark without its own ('he said,"We fled'),
which the tokenizer would take into one word, and "or more" behind a number ("35+ dead"), which the
parser would take for "and".
"""


class DocumentAnalysis:
    """A document as the layers above see it: text, sentences, and dependency trees on demand.

    It is made once a document and handed on.

    A tree is a spaCy `Doc` of one sentence; character `i` of it is character
    `sentence.start + i` of the text.

    Attributes:
        text: The document's text.
        sentences: The sentences in order.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._trees: dict[int, Doc] = {}
        self._named: set[int] = set()

    @cached_property
    def folded(self) -> str:
        """The text, quotation marks, dashes and blanks written in one way, hidden words in full."""
        return restore_letters(fold(self.text))

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences in order."""
        return split_sentences(self.text)

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds a character."""
        low, high = 0, len(self.sentences)
        while low < high:
            middle = (low + high) // 2
            if self.sentences[middle].end <= offset:
                low = middle + 1
            else:
                high = middle
        if low < len(self.sentences) and self.sentences[low].start <= offset:
            return self.sentences[low]
        return None

    def sentence_behind(self, sentence: Sentence) -> Sentence | None:
        """The sentence that goes on from one, in its paragraph or the next; else null."""
        behind = self.sentences[sentence.index + 1 : sentence.index + 2]
        return next((each for each in behind if each.paragraph - sentence.paragraph <= 1), None)

    def tree(self, index: int) -> "Doc":
        """The parse of sentence `index`, its entities named."""
        if index not in self._named:
            parse_sentences([(self, [index])])
        return self._trees[index]

    def bare_tree(self, index: int) -> "Doc":
        """The parse of sentence `index`, whether or not its entities are named."""
        if index not in self._trees:
            parse_sentences([(self, [index])], entities=False)
        return self._trees[index]

    def folded_sentence(self, index: int) -> str:
        """The folded text of sentence `index`."""
        sentence = self.sentences[index]
        return self.folded[sentence.start : sentence.end]

    def is_parsed(self, index: int, *, entities: bool) -> bool:
        """Whether sentence `index` has its tree already, and perhaps its entities."""
        return index in (self._named if entities else self._trees)

    def parser_text(self, index: int) -> str:
        """What the parser reads for sentence `index`: same length as the sentence."""
        sentence = self.sentences[index]
        folded = _MISREAD.sub(" ", self.folded[sentence.start : sentence.end])
        return restore_comma(restore_case(folded, load_vocabulary()))

    def keep_tree(self, index: int, tree: "Doc", *, entities: bool) -> None:
        """Store the parse of sentence `index`."""
        self._trees[index] = tree
        if entities:
            self._named.add(index)


def parse_sentences(
    wanted: Iterable[tuple[DocumentAnalysis, Sequence[int]]],
    batch_size: int = 128,
    *,
    entities: bool = True,
) -> None:
    """Parse sentences of many documents in batches.

    Args:
        wanted: Documents with the indices of the sentences to parse.
        batch_size: Sentences a batch.
        entities: Name the entities too, which takes two fifths of the time.
    """
    pairs = [
        (document, index)
        for document, indices in wanted
        for index in indices
        if not document.is_parsed(index, entities=entities)
    ]
    bare = [pair for pair in pairs if not pair[0].is_parsed(pair[1], entities=False)]
    if bare:
        texts = (document.parser_text(index) for document, index in bare)
        trees = active_pack().load_parser().pipe(texts, batch_size=batch_size, disable=[_NAMING])
        for (document, index), tree in zip(bare, trees, strict=True):
            document.keep_tree(index, tree, entities=False)
    if entities and pairs:
        recognizer = active_pack().load_parser().get_pipe(_NAMING)
        known = (document.bare_tree(index) for document, index in pairs)
        named = recognizer.pipe(known, batch_size=batch_size)  # type: ignore[attr-defined]
        for (document, index), tree in zip(pairs, named, strict=True):
            document.keep_tree(index, tree, entities=True)
