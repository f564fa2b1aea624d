"""Verb cues in a dependency tree: "X said that …", "… , X said", "X denied the …"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractors.attribution import grammar
from extractors.attribution.cues import Complement, Cue, Force, Polarity, cue_index
from extractors.attribution.frame import Frame

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_HEARERS = frozenset({"tell", "inform", "notify", "assure", "remind", "ask", "brief", "warn"})
_QUOTERS = frozenset({"quote", "cite", "report", "describe"})
_REFUSALS = frozenset({"refuse", "decline", "fail", "unable", "reluctant"})
_MODALS = frozenset(
    {"will", "would", "may", "might", "could", "should", "must", "'ll", "’ll", "can"}
)
_CONTRASTS = frozenset({"while", "whereas", "although", "though"})
_SETTING_OFF = frozenset({",", "-", "--", "–", "—"})
_VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
_MISTAGGED = {"says": "say", "said": "say", "show": "show", "shows": "show", "reports": "report"}


def find_verb_frames(tree: "Doc", offset: int) -> Iterator[Frame]:
    """Find the verb cues of a sentence.

    Args:
        tree: The sentence's parse.
        offset: Where the sentence starts in the document.

    Yields:
        A frame a cue, in the order of the sentence.
    """
    for verb in tree:
        entry = cue_of(verb)
        if entry is not None and (frame := _frame(verb, entry, offset)) is not None:
            yield frame


def cue_of(token: "Token") -> Cue | None:
    """The lexicon's entry for a verb, with its particle where the entry has one."""
    lemma = token.lemma_
    if token.tag_ not in _VERB_TAGS:
        if not _closes_sentence(token):
            return None
        lemma = _MISTAGGED.get(token.lower_, "")
    for entry in cue_index().verbs.get(lemma, ()):
        if entry.particle and all(child.lower_ != entry.particle for child in token.rights):
            continue
        if not any(_counted(child) & entry.unless for child in token.rights):
            return entry
    return None


def _counted(child: "Token") -> set[str]:
    """The lemma of an object, and of what it counts: "scores of lives"."""
    if child.dep_ != "dobj":
        return set()
    return {part.lemma_.lower() for part in child.subtree if part.dep_ in {"dobj", "pobj"}}


def _closes_sentence(token: "Token") -> bool:
    """Whether a word ends its sentence, where the tagger takes "records show" for two nouns."""
    return all(part.is_punct or part.is_space for part in token.doc[token.i + 1 :])


def is_cue(token: "Token") -> bool:
    """Whether a token is a verb cue."""
    return cue_of(token) is not None


def _frame(verb: "Token", entry: Cue, offset: int) -> Frame | None:
    subject = grammar.subject_of(verb, is_cue) or grammar.nominal_beside(verb)
    passive = grammar.is_passive(verb)
    sources, hops = _sources(verb, subject, passive)
    contents = _contents(verb, entry, subject, passive)
    if not contents and "quote" not in entry.takes:
        return None
    return Frame(
        cue=(offset + verb.idx, offset + verb.idx + len(verb)),
        entry=entry,
        sources=tuple(
            grammar.offsets(verb.doc, grammar.noun_phrase(token), offset) for token in sources
        ),
        contents=tuple(grammar.offsets(verb.doc, content, offset) for content in contents),
        hops=tuple(grammar.offsets(verb.doc, grammar.noun_phrase(token), offset) for token in hops),
        polarity=_polarity(verb, entry),
        force=_force(verb, entry),
        hedge=entry.hedge,
        takes_quote="quote" in entry.takes and not (passive and subject is not None),
    )


def _sources(
    verb: "Token", subject: "Token | None", passive: bool
) -> tuple[list["Token"], list["Token"]]:
    """Who speaks, and who passes it on."""
    quoting = verb.head.head if verb.dep_ == "pcomp" and verb.head.lower_ == "as" else None
    if quoting is not None and quoting.lemma_ in _QUOTERS:
        reporter = (
            grammar.agent_of(quoting)
            if grammar.is_passive(quoting)
            else grammar.subject_of(quoting, is_cue)
        )
        speaker = grammar.quoted_person(quoting)
        return (
            list(grammar.coordinated(speaker)) if speaker is not None else [],
            [reporter] if reporter is not None else [],
        )
    if passive:
        agent = grammar.agent_of(verb)
        return (list(grammar.coordinated(agent)) if agent is not None else []), []
    if subject is None or (grammar.is_expletive(subject) and not grammar.is_relative(subject)):
        return [], []
    return list(grammar.coordinated(subject)), []


def _contents(
    verb: "Token", entry: Cue, subject: "Token | None", passive: bool
) -> list[grammar.Range]:
    contents = []
    before = _preposed(verb, entry, subject)
    if before is not None:
        contents.append(before)
    after = _after(verb, entry)
    if after is not None:
        contents.append(after)
    if passive and subject is not None and not grammar.is_expletive(subject):
        promoted = verb.lemma_ not in _HEARERS and subject.i < verb.i
        if promoted and (contents or "object" in entry.takes or "clause" in entry.takes):
            contents.insert(0, (subject.left_edge.i, subject.right_edge.i + 1))
    if not contents and {"quote", "clause"} & entry.takes:
        contents += _beside(verb, subject)
    return contents


def _after(verb: "Token", entry: Cue) -> grammar.Range | None:
    """The content to the right of a cue: from its first complement to the end of its clause."""
    accepted = [child for child in verb.rights if _complement(child) in _taken(entry, child)]
    clauses = [child for child in accepted if _complement(child) == "clause"]
    if not accepted:
        return _rest_of_preposed(verb)
    start = min(child.left_edge.i for child in (clauses or accepted))
    end = start
    for child in verb.rights:
        if child.right_edge.i < start:
            continue
        if _leaves_content(child, verb):
            break
        end = max(end, child.right_edge.i + 1)
    start = max(start, verb.i + 1)
    return _trimmed(verb.doc, start, _before_next_speaker(verb.doc, start, end))


def _before_next_speaker(doc: "Doc", start: int, end: int) -> int:
    """Where somebody else takes over: "said two died, while the clinic put the toll at six"."""
    for token in doc[start:end]:
        if token.dep_ not in {"advcl", "conj"}:
            continue
        subject = grammar.own_subject(token)
        if subject is None or subject.pos_ == "PRON" or not _states_clause(token):
            continue
        marks = [child.i for child in token.lefts if child.lower_ in _CONTRASTS]
        if token.dep_ == "advcl" and marks:
            return marks[0]
        if token.dep_ == "conj" and subject.left_edge.i > start + 1:
            edge = subject.left_edge.i
            return edge - 1 if doc[edge - 1].dep_ == "cc" else edge
    return end


def _states_clause(verb: "Token") -> bool:
    entry = cue_of(verb)
    if entry is None or entry.force is not Force.STATES:
        return False
    return "clause" in entry.takes or entry.particle is not None


def _taken(entry: Cue, child: "Token") -> frozenset[str]:
    """The complements that an entry takes, "about" only with its own prepositions."""
    taken: set[str] = set(entry.takes)
    if child.lower_ not in entry.on and child.lower_ != entry.particle:
        taken.discard("about")
    elif child.lower_ == entry.particle and any(child.children):
        taken.add("about")
    return frozenset(taken)


def _complement(child: "Token") -> Complement | None:
    """What sort of complement a dependent is."""
    if child.dep_ == "ccomp":
        return "clause"
    if child.dep_ == "xcomp":
        has_to = any(part.lower_ == "to" for part in child.lefts)
        return "infinitive" if has_to else "object"
    if child.dep_ in {"dobj", "oprd", "attr", "dative"}:
        return "object"
    if child.dep_ == "prep":
        return "as" if child.lower_ == "as" else "about"
    return None


def _leaves_content(child: "Token", verb: "Token") -> bool:
    """Whether a dependent to the right belongs to the article again, or to another cue."""
    if child.dep_ == "conj":
        own = grammar.own_subject(child)
        return own is None or cue_of(child) is not None or _is_adversative(verb)
    if child.dep_ in {"advcl", "xcomp"} and child.tag_ == "VBG":
        return cue_of(child) is not None and child.left_edge.i == child.i
    if child.dep_ == "parataxis":
        return True
    return child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ in {"according", "per"})


def _is_adversative(verb: "Token") -> bool:
    return any(child.dep_ == "cc" and child.lower_ == "but" for child in verb.children)


def _preposed(verb: "Token", entry: Cue, subject: "Token | None") -> grammar.Range | None:
    """A clause before its cue: "Two died, he said"."""
    if "clause" not in entry.takes and "quote" not in entry.takes:
        return None
    holder = verb
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as":
        holder = verb.head.head
    clause = next((child for child in holder.lefts if child.dep_ == "ccomp"), None)
    if clause is None:
        return None
    blocks = [clause.i + 1, *(c.left_edge.i for c in holder.lefts if c.dep_ in grammar.SUBJECTS)]
    end = max(blocks) if len(blocks) > 1 and max(blocks) > clause.i else holder.i
    start = holder.doc[0].i if holder.dep_ == "ROOT" else clause.left_edge.i
    return _trimmed(verb.doc, start, min(end, holder.i))


def _rest_of_preposed(verb: "Token") -> grammar.Range | None:
    """What follows a cue that interrupts its content: "Two, he said, were children"."""
    for child in verb.lefts:
        if child.dep_ == "ccomp" and child.right_edge.i > verb.i:
            after = [token.i for token in child.subtree if token.i > verb.i]
            return _trimmed(verb.doc, min(after), max(after) + 1)
    return None


def _beside(verb: "Token", subject: "Token | None") -> list[grammar.Range]:
    """The sentence around a cue that commas set off, where the parse ties the two otherwise.

    "Two died, he said", "Two, he said, were children", "As he said, two died".
    """
    doc = verb.doc
    if any(child.dep_ in {"ccomp", "dobj", "xcomp"} for child in verb.rights):
        return []
    edges = [verb.i] + ([subject.left_edge.i, subject.right_edge.i] if subject is not None else [])
    start, end = min(edges), max(edges) + 1
    mark = next((child for child in verb.lefts if child.dep_ in {"mark", "advmod"}), None)
    if mark is not None and mark.i == start - 1:
        if mark.lower_ not in {"as", "so"}:
            return []
        start = mark.i
    while (
        end < len(doc) and doc[end].dep_ in {"advmod", "npadvmod", "prep"} and doc[end].head == verb
    ):
        end = doc[end].right_edge.i + 1
    before = doc[start - 1].text if start else ""
    after = doc[end].text if end < len(doc) else ""
    opened = start == 0 or before in _SETTING_OFF
    if not opened or (start == 0 and mark is None):
        return []
    parts = [_trimmed(doc, 0, max(start - 1, 0))]
    if after in _SETTING_OFF:
        parts.append(_trimmed(doc, end, len(doc)))
    return [part for part in parts if part is not None]


def _trimmed(doc: "Doc", start: int, end: int) -> grammar.Range | None:
    """Leave out commas, blanks and full stops around a content."""
    while start < end and (doc[start].text in {",", ":", ";", "-", "--"} or doc[start].is_space):
        start += 1
    while end > start and (
        doc[end - 1].text in {",", ".", ";", "-", "--", ":"} or doc[end - 1].is_space
    ):
        end -= 1
    return (start, end) if start < end else None


def _polarity(verb: "Token", entry: Cue) -> Polarity:
    if grammar.is_negated(verb):
        return Polarity.WITHHOLDS
    if verb.dep_ == "xcomp":
        above = verb.head
        if above.lemma_ in _REFUSALS or grammar.is_negated(above):
            return Polarity.WITHHOLDS
    return entry.polarity


def _force(verb: "Token", entry: Cue) -> Force:
    if entry.force is not Force.STATES:
        return entry.force
    modal = any(child.dep_ == "aux" and child.lower_ in _MODALS for child in verb.lefts)
    only = any(child.lower_ == "only" for child in verb.lefts)
    condition = any(
        child.dep_ == "mark" and child.lower_ in {"if", "unless"} for child in verb.lefts
    )
    if condition or (modal and not only):
        return Force.WISHES
    return Force.STATES
