"""Questions to a dependency tree: who is the subject, how far does a noun phrase reach."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_LONGEST_CHAIN = 8
_CHAINED = frozenset(
    {"conj", "xcomp", "advcl", "ccomp", "prep", "pcomp", "dep", "parataxis", "acomp", "advmod"}
)
_OBJECT_CONTROL = frozenset(
    [
        "ask",
        "tell",
        "order",
        "urge",
        "force",
        "allow",
        "invite",
        "want",
        "expect",
        "cause",
        "lead",
        "prompt",
        "help",
        "encourage",
        "get",
        "permit",
        "pressure",
        "persuade",
        "convince",
        "advise",
        "instruct",
        "enable",
        "require",
        "compel",
        "direct",
        "command",
    ]
)
_SHOWING = frozenset({"show", "depict", "document", "list", "detail", "indicate"})
_EXPLETIVES = frozenset({"there", "what", "which", "that"})
_CUTS = frozenset(
    {"relcl", "acl", "appos", "advcl", "cc", "conj", "parataxis", "ccomp", "punct", "case"}
)
_NOMINAL_CHAIN = frozenset({"NOUN", "PROPN", "PRON", "ADP", "ADJ", "NUM", "DET"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "DET"})
_PREMODIFIERS = frozenset({"compound", "det", "amod", "poss", "nmod", "nummod"})
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
        verb.tag_ == "VBN" and verb.dep_ == "acl" and not _is_main_verb(verb)
    )


def _is_main_verb(verb: "Token") -> bool:
    """Whether a participle is the past tense of a sentence that the parse left without a verb."""
    return verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.head.dep_ == "ROOT"


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
    for ancestor in pronoun.ancestors:
        if ancestor.dep_ in {"relcl", "acl"}:
            return ancestor.head
    return None


def own_subject(verb: "Token") -> "Token | None":
    """The subject that a verb has itself."""
    nominal = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}]
    if not nominal:
        return None
    before = [child for child in nominal if child.i < verb.i]
    inverted = nominal[-1].i > verb.i and verb.i > 0 and verb.doc[verb.i - 1].is_punct
    return before[-1] if before and not inverted else nominal[-1]


def subject_of(verb: "Token", is_cue: "Callable[[Token], bool]") -> "Token | None":
    """The subject of a verb, its own or that of what it depends on.

    "He left, saying …", "She came and said …", "AFP quoted him as saying …", "is eager to say".

    Args:
        verb: The verb.
        is_cue: Whether a verb is one of saying: of two such verbs joined by "and" the second
            has the subject of the first, wherever the parse hangs it.

    Returns:
        The subject's head, where there is one.
    """
    for _ in range(_LONGEST_CHAIN):
        found = own_subject(verb)
        if found is not None:
            return found
        above = verb.head
        if above == verb:
            return None
        if verb.dep_ == "pcomp" and above.lower_ == "as":
            named = quoted_person(above.head)
            if named is not None:
                return named
        elif _shows(verb) and (shown := _object_of(above)) is not None:
            return shown
        elif verb.dep_ == "xcomp" and (controller := _controller(verb, above)) is not None:
            return controller
        elif verb.dep_ in {"acl", "relcl"}:
            return _subject_of_reduced_clause(verb, above, is_cue)
        elif verb.dep_ in {"conj", "advcl"} and is_cue(verb) and not is_cue(above):
            above = _reporting_verb(above, is_cue) or above
        elif verb.dep_ not in _CHAINED:
            return None
        verb = above
    return None


def _shows(verb: "Token") -> bool:
    """Whether a participle tells what a thing shows: "posted videos showing …"."""
    return verb.tag_ == "VBG" and verb.lemma_ in _SHOWING and verb.dep_ in {"advcl", "xcomp", "acl"}


def _object_of(verb: "Token") -> "Token | None":
    return next((child for child in verb.rights if child.dep_ == "dobj"), None)


def _controller(verb: "Token", above: "Token") -> "Token | None":
    """The object that does what an infinitive says: "asked him to say"."""
    if above.lemma_ not in _OBJECT_CONTROL:
        return None
    objects = [child for child in above.children if child.dep_ == "dobj" and child.i < verb.i]
    return objects[-1] if objects else None


def _reporting_verb(verb: "Token", is_cue: "Callable[[Token], bool]") -> "Token | None":
    """The verb of saying whose content a verb belongs to."""
    for _ in range(_LONGEST_CHAIN):
        if verb.dep_ == "ccomp" and is_cue(verb.head):
            return verb.head
        if verb.dep_ not in {"conj", "ccomp", "xcomp"}:
            return None
        verb = verb.head
    return None


def _subject_of_reduced_clause(
    verb: "Token", noun: "Token", is_cue: "Callable[[Token], bool]"
) -> "Token | None":
    """Who acts in "a note saying …", "found ways to say …", "efforts by X to say …"."""
    if _shows(verb):
        return noun
    if verb.tag_ == "VBG" and (noun.dep_ in SUBJECTS or noun.dep_ in {"attr", "ROOT", "appos"}):
        return noun
    if _is_main_verb(verb):
        return noun
    owner = owner_of(noun)
    if owner is not None:
        return owner
    if noun.dep_ in {"dobj", "attr", "pobj"}:
        above = noun.head.head if noun.dep_ == "pobj" else noun.head
        if above.pos_ in {"VERB", "AUX"} and not is_passive(above):
            return subject_of(above, is_cue) or noun
    return noun if verb.tag_ == "VBG" else None


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
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            for grandchild in child.children:
                if grandchild.dep_ == "pobj":
                    return grandchild
    return None


def coordinated(head: "Token") -> Iterator["Token"]:
    """A noun and the nouns joined to it by "and"."""
    yield head
    joined = [child for child in head.children if child.dep_ == "conj"]
    if joined and any(child.lower_ in {"or", "but", "nor"} for child in head.children):
        return
    for child in joined:
        if child.pos_ in {"NOUN", "PROPN", "PRON"}:
            yield from coordinated(child)


def noun_phrase(head: "Token") -> Range:
    """The tokens of a noun phrase without what is set off from it or joined to it."""
    start = head.left_edge.i
    while start < head.i and (
        head.doc[start].is_punct or head.doc[start].lower_ in {"but", "and", "however"}
    ):
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
    while end > head.i + 1 and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    return start, _acronym_end(head, end)


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
    return end


def is_negated(verb: "Token") -> bool:
    """Whether a verb is negated, by itself or by its subject."""
    if any(child.dep_ == "neg" or child.lower_ == "never" for child in verb.children):
        return True
    subject = own_subject(verb)
    return subject is not None and (
        subject.lower_ in {"nobody", "none"}
        or any(child.lower_ in {"no", "neither"} for child in subject.children)
    )


def nominal_beside(verb: "Token") -> "Token | None":
    """The noun phrase beside a finite verb, where the parse gives the verb no subject."""
    if verb.tag_ in {"NN", "NNS", "NNP"}:
        return next((child for child in reversed(list(verb.lefts)) if child.pos_ in _NOMINAL), None)
    if verb.tag_ not in {"VBD", "VBZ", "VBP", "VBN"} or verb.dep_ in {"xcomp", "acl"}:
        return None
    if any(child.dep_.startswith("aux") for child in verb.lefts):
        return None
    return _nominal_after(verb) or _nominal_before(verb)


def _nominal_before(verb: "Token") -> "Token | None":
    place = verb.i - 1
    while place > 0 and (_is_plain_adverb(verb.doc[place]) or verb.doc[place].text == ","):
        place -= 1
    if place < 0:
        return None
    token = verb.doc[place]
    if token.pos_ == "ADV" and token.text[:1].isupper() and place == verb.i - 1:
        return token
    chain = [token]
    while token.head != token and token.head.i < verb.i and token.head.pos_ in _NOMINAL_CHAIN:
        token = token.head
        chain.append(token)
    if token.pos_ in {"NOUN", "PROPN", "PRON"} and token.dep_ != "npadvmod":
        return token
    # "In a call, Major Lal, a spokesman, said": the parse makes the name an apposition of the call
    return next((part for part in chain if part.dep_ == "appos" and part.pos_ == "PROPN"), None)


def _nominal_after(verb: "Token") -> "Token | None":
    """The subject of "…," said X: it follows a verb that follows a mark."""
    if verb.i == 0 or not verb.doc[verb.i - 1].is_punct or verb.i + 1 >= len(verb.doc):
        return None
    token = verb.doc[verb.i + 1]
    if token.pos_ not in _NOMINAL and not token.text[:1].isupper():
        return None
    while token.head.i > token.i and token.dep_ in _PREMODIFIERS:
        token = token.head
    return token


def _is_plain_adverb(token: "Token") -> bool:
    return token.pos_ == "ADV" and token.text[:1].islower()
