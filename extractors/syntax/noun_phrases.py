"""Whole noun phrases: where they start and end, what is joined to them, whose they are."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractors.languages.context_words import words_of
from extractors.languages.speech_words import speech_words
from extractors.syntax.antecedents import is_relative_pronoun
from extractors.syntax.phrases import names_its_noun
from extractors.syntax.roles import subjects_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CUTS = frozenset(
    {"relcl", "acl", "appos", "advcl", "cc", "conj", "parataxis", "ccomp", "punct", "case"}
)
_SET_OFF = frozenset({"relcl", "acl", "appos", "advcl", "ccomp"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_INSIDE_PHRASES = frozenset({"NOUN", "PROPN", "DET", "NUM", "ADJ", "PART"})
_INSIDE_NAMES = frozenset({"-", "/", ".", "'"})

Range = tuple[int, int]
"""First token and the token after the last."""


def offsets(tree: "Doc", tokens: Range, offset: int) -> tuple[int, int]:
    """Where tokens stand in the document, given where their sentence starts."""
    last = tree[tokens[1] - 1]
    return offset + tree[tokens[0]].idx, offset + last.idx + len(last)


def owner_of(noun: "Token") -> "Token | None":
    """Whose a noun is: "the army's claim", "a claim by the army", "a note from the army"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    for child in noun.rights:
        if child.dep_ in {"prep", "agent"} and child.lower_ in words_of("by-whom"):
            for grandchild in child.children:
                if grandchild.dep_ == "pobj":
                    return grandchild
    return None


def coordinated(head: "Token") -> Iterator["Token"]:
    """A noun and the nouns joined to it by "and"."""
    yield head
    joined = [child for child in head.children if child.dep_ == "conj"]
    links = {child.lower_ for child in head.children if child.dep_ == "cc"}
    for child in joined:
        if _continues_name(head, child) or _is_second_place(head, child):
            continue
        later = any(
            part.lower_ in speech_words("coordinator")
            for part in child.subtree
            if part.dep_ == "cc"
        )
        if child.pos_ in {"NOUN", "PROPN", "PRON"} and (
            links & speech_words("coordinator") or (later and not links)
        ):
            yield from coordinated(child)


def _is_second_place(head: "Token", joined: "Token") -> bool:
    """Whether a name goes with one in a modifier: "the force | in Karvat and Dorel said"."""
    if joined.pos_ != "PROPN" or joined.left_edge.i < head.i + 3:
        return False
    link, place = joined.nbor(-1), joined.nbor(-2)
    is_in_modifier = place != head and place.dep_ == "pobj" and head.is_ancestor(place)
    return link.dep_ == "cc" and is_in_modifier and place.ent_type_ == joined.ent_type_ == "GPE"


def _continues_name(head: "Token", joined: "Token") -> bool:
    """Whether "and" stands inside a name: "the Centre for Human Rights | and Democracy"."""
    purpose = next(
        (child for child in head.rights if child.lower_ in words_of("purpose-preposition")), None
    )
    bare = joined.pos_ == "PROPN" and joined.left_edge == joined.right_edge
    if purpose is None or not bare or joined.ent_type_ == "PERSON":
        return False
    inside = head.doc[purpose.i + 1 : joined.i - 1]
    return head.is_title and bool(inside) and all(token.is_title for token in inside)


def joined_before(noun: "Token") -> "Token | None":
    """The noun before "and" that a comma parts from the clause: "…, a nurse and the police said".

    The parse can take it for a part of that clause.
    """
    doc, edge = noun.doc, noun.left_edge.i
    if (
        edge < 2
        or doc[edge - 1].lower_ not in speech_words("coordinator")
        or doc[edge - 2].pos_ not in _NOMINAL
    ):
        return None
    start = edge - 2
    while start > 0 and doc[start - 1].pos_ in _INSIDE_PHRASES:
        start -= 1
    if start == 0 or doc[start - 1].text != ",":
        return None
    head = doc[edge - 2]
    while start <= head.head.i < head.i:
        head = head.head
    return head


def noun_phrase(head: "Token") -> Range:
    """The tokens of a noun phrase without what is set off from it or joined to it."""
    start = head.left_edge.i
    doc = head.doc
    while start < head.i and (
        doc[start].is_punct
        or doc[start].lower_ in speech_words("before-noun")
        or any(map(is_relative_pronoun, doc[start : start + 2]))  # "in which aid workers say"
    ):
        start += 1
    end = head.i + 1
    for child in head.rights:
        if child.dep_ == "punct" and child.text in _INSIDE_NAMES and child.i == end:
            end = child.i + 1
            continue
        if child.dep_ == "appos" and child.left_edge.i == end and child.pos_ == "PROPN":
            end = child.i + 1
            continue
        if child.dep_ == "conj" and _continues_name(head, child):
            end = child.i + 1
            continue
        links = child.dep_ == "cc" and any(_continues_name(head, each) for each in head.rights)
        if links:
            continue
        if child.dep_ in _CUTS or child.i > end + 12:
            return start, _acronym_end(head, end)
        end = max(end, _bounded_right_edge(child) + 1)
    end = max(end, _shared_end(head, end))
    while end > head.i + 1 and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    return start, _acronym_end(head, end)


def subject_start(head: "Token", start: int) -> int:
    """Where a subject begins that the parse has cut at a name's hyphen.

    "Critics of President Omar al-Lal said": the parse can make two subjects of it.
    """
    hyphen = head.i - 1
    if hyphen < 1 or head.doc[hyphen].text != "-" or head.doc[hyphen - 1].whitespace_:
        return start
    for other in subjects_of(head.head):
        between = head.doc[other.right_edge.i + 1 : hyphen]
        if other.i < hyphen and all(names_its_noun(each) for each in between):
            return int(other.left_edge.i)
    return start


def _shared_end(head: "Token", end: int) -> int:
    """Where "of …" ends that the parse gives to the first noun: "a nurse and men of the guard"."""
    doc = head.doc
    if head.dep_ != "conj" or end >= len(doc):
        return end
    after = doc[end]
    if after.lower_ not in words_of("genitive-preposition") or after.head != head.head:
        return end
    return _bounded_right_edge(after) + 1


def _bounded_right_edge(token: "Token") -> int:
    """How far a modifier reaches before a relative clause, an apposition or a comma."""
    edge, parts = token.i, sorted(token.subtree, key=lambda part: part.i)
    cut = min((part.left_edge.i for part in parts if part.dep_ in _SET_OFF), default=len(token.doc))
    for part in parts:
        if part.i <= token.i:
            continue
        if part.i != edge + 1 or part.i >= cut:
            break
        if part.is_punct and part.text not in _INSIDE_NAMES:
            break
        edge = part.i
    return edge


def _acronym_end(head: "Token", end: int) -> int:
    """Take in an abbreviation in brackets: "the Farmers' Front (FF)"."""
    doc = head.doc
    if end + 2 < len(doc) and doc[end].text == "(" and doc[end + 2].text == ")":
        return end + 3
    opened = end - 2 >= head.i and doc[end - 2].text == "("
    return end + 1 if opened and end < len(doc) and doc[end].text == ")" else end
