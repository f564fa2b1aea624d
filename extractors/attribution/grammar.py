"""Questions to a dependency tree: voice, noun phrases, owners, agents, negation."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_EXPLETIVES = frozenset({"there", "what", "which", "that"})
_CUTS = frozenset(
    {"relcl", "acl", "appos", "advcl", "cc", "conj", "parataxis", "ccomp", "punct", "case"}
)
_AND = frozenset({"and", "&"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_INSIDE_PHRASES = frozenset({"NOUN", "PROPN", "DET", "NUM", "ADJ", "PART"})
_BEFORE_NOUNS = frozenset({"but", "and", "however", "as", "by", "citing", "quoting"})
_INSIDE_NAMES = frozenset({"-", "/", ".", "'"})

Range = tuple[int, int]
"""First token and the token after the last."""


def offsets(tree: "Doc", tokens: Range, offset: int) -> tuple[int, int]:
    """Where tokens stand in the document, given where their sentence starts."""
    last = tree[tokens[1] - 1]
    return offset + tree[tokens[0]].idx, offset + last.idx + len(last)


def is_passive(verb: "Token") -> bool:
    """Whether a verb is in the passive voice."""
    return any(child.dep_ == "auxpass" for child in verb.children) or (
        verb.tag_ == "VBN" and verb.dep_ == "acl" and not is_main_verb(verb)
    )


def is_main_verb(verb: "Token") -> bool:
    """Whether a participle is the past tense of a sentence that the parse left without a verb."""
    reduced = verb.dep_ == "acl" and verb.tag_ == "VBN"
    return reduced and (verb.head.dep_ == "ROOT" or _is_set_off(verb))


def _is_set_off(verb: "Token") -> bool:
    """Whether a noun and its verb end a sentence after a comma: "…, the agency reported Monday"."""
    first = verb.head.left_edge.i
    after = [token for token in verb.doc[verb.i + 1 :] if not token.is_punct]
    return (
        verb.i == verb.head.i + 1
        and first > 0
        and verb.nbor(first - 1 - verb.i).text == ","
        and all(token.lower_ == "on" or token.ent_type_ in {"DATE", "TIME"} for token in after)
    )


def is_expletive(token: "Token") -> bool:
    """Whether a subject refers to no speaker ("there are", "it seems")."""
    if token.lower_ == "it":
        return token.dep_ == "nsubjpass" or token.head.lemma_ in {"seem", "appear", "be", "mean"}
    return token.lower_ in _EXPLETIVES


def is_relative(token: "Token") -> bool:
    """Whether a token is a relative pronoun in a relative clause."""
    return token.lower_ in _RELATIVES and token.tag_ in {"WP", "WDT", "IN"}


def antecedent(pronoun: "Token") -> "Token | None":
    """The noun that a relative pronoun stands for."""
    clause = next((each for each in pronoun.ancestors if each.dep_ in {"relcl", "acl"}), None)
    if clause is None:
        return None
    giver = _giver(clause.head, pronoun) if pronoun.lower_ == "who" else None
    return giver if giver is not None else clause.head


def _giver(noun: "Token", pronoun: "Token") -> "Token | None":
    """The name right before "who" that gives the noun: "the number given by Ana Lal, who said"."""
    beside = pronoun.nbor(-1) if pronoun.i else pronoun
    beside = beside.nbor(-1) if beside.is_punct and beside.i else beside
    reduced = [child for child in noun.children if child.dep_ == "acl" and child.tag_ == "VBN"]
    given = any(beside in child.subtree for child in reduced)
    return beside if given and beside.pos_ == "PROPN" else None


def owner_of(noun: "Token") -> "Token | None":
    """Whose a noun is: "the army's claim", "a claim by the army", "a note from the army"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    for child in noun.rights:
        if child.dep_ in {"prep", "agent"} and child.lower_ in {"by", "from"}:
            for grandchild in child.children:
                if grandchild.dep_ == "pobj":
                    return grandchild
    return None


def quoted_person(verb: "Token") -> "Token | None":
    """Whom a verb of quoting quotes: "quoted him as saying", "he was quoted as saying"."""
    wanted = "nsubjpass" if is_passive(verb) else "dobj"
    for child in verb.children:
        if child.dep_ == wanted:
            return child
    if verb.dep_ == "acl":
        return verb.head
    return None


def agent_of(verb: "Token") -> "Token | None":
    """Who acts in a passive: "by AFP"."""
    for child in verb.rights:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
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
        later = any(part.lower_ in _AND for part in child.subtree if part.dep_ == "cc")
        if child.pos_ in {"NOUN", "PROPN", "PRON"} and (links & _AND or (later and not links)):
            yield from coordinated(child)


def joined_before(noun: "Token") -> "Token | None":
    """The noun before "and" that a comma parts from the clause: "…, a nurse and the police said".

    The parse can take it for a part of that clause.
    """
    doc, edge = noun.doc, noun.left_edge.i
    if edge < 2 or doc[edge - 1].lower_ not in _AND or doc[edge - 2].pos_ not in _NOMINAL:
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
    while start < head.i and (head.doc[start].is_punct or head.doc[start].lower_ in _BEFORE_NOUNS):
        start += 1
    end = head.i + 1
    doc = head.doc
    for child in head.rights:
        if child.dep_ == "punct" and child.text in _INSIDE_NAMES and child.i == end:
            end = child.i + 1
            continue
        if child.dep_ == "appos" and child.left_edge.i == end and child.pos_ == "PROPN":
            end = child.i + 1
            continue
        if child.dep_ in _CUTS or child.i > end + 12:
            return start, _acronym_end(head, end)
        end = max(end, _bounded_right_edge(child) + 1)
    end = max(end, _shared_end(head, end))
    while end > head.i + 1 and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    return start, _acronym_end(head, end)


def _shared_end(head: "Token", end: int) -> int:
    """Where "of …" ends that the parse gives to the first noun: "a nurse and men of the guard"."""
    doc = head.doc
    if head.dep_ != "conj" or end >= len(doc):
        return end
    after = doc[end]
    if after.lower_ != "of" or after.head != head.head:
        return end
    return _bounded_right_edge(after) + 1


def _bounded_right_edge(token: "Token") -> int:
    """How far a modifier reaches before a relative clause, an apposition or a comma."""
    edge = token.i
    for part in sorted(token.subtree, key=lambda part: part.i):
        if part.i <= token.i:
            continue
        if part.i != edge + 1 or part.dep_ in {"relcl", "acl", "appos", "advcl", "ccomp"}:
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


def is_negated(verb: "Token") -> bool:
    """Whether a verb is negated, by itself or by its subject."""
    if any(child.dep_ == "neg" or child.lower_ == "never" for child in verb.children):
        return True
    subject = own_subject(verb)
    return subject is not None and (
        subject.lower_ in {"nobody", "none"}
        or any(child.lower_ in {"no", "neither"} for child in subject.children)
    )


def object_of(verb: "Token") -> "Token | None":
    """The direct object of a verb."""
    return next((child for child in verb.rights if child.dep_ == "dobj"), None)


def own_subject(verb: "Token") -> "Token | None":
    """The subject that a verb has itself."""
    nominal = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}]
    if not nominal:
        return None
    before = [child for child in nominal if child.i < verb.i]
    inverted = nominal[-1].i > verb.i and verb.i > 0 and verb.doc[verb.i - 1].is_punct
    return before[-1] if before and not inverted else nominal[-1]


def is_spliced(verb: "Token") -> bool:
    """Whether a comma alone ties a verb to what precedes: "Two died, the mayor told them".

    The parse then leaves the words before the verb without a part in the sentence, or makes them
    an apposition that no comma closes; in "he came, thanked them, said …" they are the object of
    another verb.
    """
    finite = verb.dep_ == "advcl" and verb.tag_ in {"VBD", "VBZ", "VBP"}
    if not (finite or verb.dep_ in {"conj", "dep", "parataxis"}) or verb.head.i > verb.i:
        return False
    before = [token for token in verb.doc[verb.head.i + 1 : verb.i] if not token.is_punct]
    if not before:
        return False
    chain = _up_to(verb.head, before[-1])
    if before[-1].i == verb.i - 1 and any(_is_unclosed(token) for token in chain):
        return True
    if any(token.dep_ in {"cc", "mark"} for token in before):
        return False
    if any(
        token.dep_ == "appos" and token.ent_type_ == "PERSON" != token.head.ent_type_
        for token in chain
    ):
        # "died on Monday, Ana Lal, mayor of Ruda said": a person specifies no day
        return True
    return chain[-1].dep_ in {"dep", "npadvmod", "parataxis", "appos"}


def _up_to(top: "Token", token: "Token") -> list["Token"]:
    """A token and those above it, as far as below another."""
    chain = [token]
    while chain[-1].head not in {top, chain[-1]}:
        chain.append(chain[-1].head)
    return chain


def _is_unclosed(token: "Token") -> bool:
    """Whether an apposition to what is no name opens after a comma: ", the mayor | said"."""
    first = token.left_edge.i
    opened = first > 0 and token.doc[first - 1].text == ","
    return token.dep_ == "appos" and token.head.pos_ != "PROPN" and opened
