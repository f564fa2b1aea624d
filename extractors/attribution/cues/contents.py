"""What a verb cue says was told: clauses, objects, and the sentence around a cue set off."""

from typing import TYPE_CHECKING

import regex

from extractors.attribution.cues.cue_lexicon import Complement, Cue, Force, Polarity
from extractors.attribution.cues.verb_entries import cue_of, means_otherwise, particle_of
from extractors.languages.speech_words import speech_words
from extractors.syntax.antecedents import is_relative_pronoun
from extractors.syntax.clauses import (
    is_adverbial_clause,
    is_aside,
    is_content_clause,
    is_marker,
    is_open_complement,
    is_reduced_clause,
    is_relative_clause,
    is_root,
    modifies_noun,
)
from extractors.syntax.coordination import is_conjunction, is_coordinated
from extractors.syntax.forms import (
    is_finite,
    is_past_participle,
    is_present_participle,
    is_question_word,
)
from extractors.syntax.noun_phrases import Range, joined_before, noun_phrase
from extractors.syntax.phrases import (
    is_adverbial,
    is_preposition,
    is_prepositional_clause,
    is_prepositional_complement,
)
from extractors.syntax.roles import (
    is_actor,
    is_adjunct_or_object,
    is_agent_marker,
    is_object,
    is_object_complement,
)
from extractors.syntax.speech import is_expletive, object_of, own_subject

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LONGEST_ADJUNCT = 8
_DETAILS = regex.compile(
    r"(?i)(?:including|among (?:them|whom)|as well as"
    r"|(?:[\w-]+ ){1,4}(?:of|among) (?:them|whom|those))\b"
)
_BEFORE_NUMBERS = frozenset({"ADV", "ADP", "SCONJ", "ADJ", "NUM", "DET", "PART"})
_SETTING_OFF = frozenset({",", "-", "--", "–", "—"})


def find_contents(verb: "Token", entry: Cue, subject: "Token | None", passive: bool) -> list[Range]:
    """Find what a cue says was told, before and after it.

    Args:
        verb: The cue.
        entry: Its entry in the lexicon.
        subject: Whose verb it is.
        passive: Whether it is in the passive voice.

    Returns:
        The token ranges of the content.
    """
    contents = []
    before = _preposed(verb, entry, subject) or _figure_before(verb, entry) or _fronted(verb)
    if before is not None:
        contents.append(before)
    after = _after(verb, entry)
    if after is None and before is not None:
        after = _details(verb, subject)
    if after is not None:
        contents.append(after)
    if passive and subject is not None and not is_expletive(subject):
        promoted = verb.lemma_ not in speech_words("hears") and subject.i < verb.i
        if promoted and (contents or "object" in entry.takes or "clause" in entry.takes):
            contents.insert(0, (subject.left_edge.i, subject.right_edge.i + 1))
    if not contents and "clause" in entry.takes and (stray := _stray_clause(verb)) is not None:
        contents.append(stray)
    if not contents and "clause" in entry.takes and (bare := _bare_relative(verb)) is not None:
        contents.append(bare)
    if not contents and ("quote" in entry.takes or "clause" in entry.takes):
        contents += _beside(verb, subject)
    return contents


def tells(verb: "Token", entry: Cue) -> bool:
    """Whether what follows a cue is its speaker's account; nothing that follows is no objection."""
    told = {_complement(child) for child in _complements(verb, entry)}
    return not told or bool(told & entry.tells)


def is_trailing(verb: "Token", subject: "Token") -> bool:
    """Whether a cue follows what it tells: "Two died, the mayor said on Monday"."""
    return subject.i < verb.i and not any(_is_told(verb, child) for child in verb.rights)


def _is_told(verb: "Token", child: "Token") -> bool:
    """Whether a dependent to the right is what a cue tells, and not who hears it."""
    if is_content_clause(child) or is_open_complement(child):
        return True
    return is_object(child) and verb.lemma_ not in speech_words("hears")


def _complements(verb: "Token", entry: Cue) -> "list[Token]":
    particle = particle_of(verb, entry) if entry.particle else None
    inner = particle.rights if particle is not None and particle.pos_ == "ADJ" else ()
    return [child for child in [*verb.rights, *inner] if _complement(child) in _taken(entry, child)]


def _after(verb: "Token", entry: Cue) -> Range | None:
    """The content to the right of a cue: from its first complement to the end of its clause."""
    accepted = _complements(verb, entry)
    clauses = [child for child in accepted if _complement(child) == "clause"]
    if not accepted:
        return _rest_of_preposed(verb)
    told = [*clauses, *filter(_is_headline_clause, accepted)] or accepted
    told += [child for child in accepted if any(_opens_clause(child, each) for each in clauses)]
    start = _with_bound(verb, min(child.left_edge.i for child in told))
    end = start
    for child in verb.rights:
        if child.right_edge.i < start:
            continue
        if _leaves_content(child, verb):
            break
        end = max(end, child.right_edge.i + 1)
    start = max(start, verb.i + 1)
    end = _through_list(verb, end)
    end = min(
        _before_next_speaker(verb.doc, start, end),
        _before_aside(accepted, entry, end),
        _before_objection(verb, end),
    )
    return _trimmed(verb.doc, start, end)


def _opens_clause(noun: "Token", clause: "Token") -> bool:
    """Whether the parse gives a clause's subject to the cue: "claimed | nine were dead"."""
    return own_subject(clause) is None and noun.right_edge.i + 1 == clause.left_edge.i


def _is_headline_clause(noun: "Token") -> bool:
    """Whether a noun with its participle is a clause of a headline: "60 killed in raid"."""
    counted = any(child.pos_ == "NUM" for child in noun.lefts)
    return is_object(noun) and counted and _has_participle(noun)


def _has_participle(noun: "Token") -> bool:
    """Whether a participle makes a noun a clause without an auxiliary: "three others held"."""
    return any(is_reduced_clause(child) and is_past_participle(child) for child in noun.rights)


def _through_list(verb: "Token", end: int) -> int:
    """Go on to the end of a list where nobody else speaks: "says two died; six are hurt".

    So it does over commas where the parse makes the last of the clauses told the main one: "said
    that two died, six were hurt and a hut burnt down"; and to the parts of a count: "spoke of 40
    dead, many of them children".
    """
    doc = verb.doc
    if end >= len(doc) or any(cue_of(token) for token in doc[end:]):
        return end
    clause = verb
    while (is_adverbial_clause(clause) or is_open_complement(clause)) and clause.head != clause:
        clause = clause.head
    last = clause.head
    listed = (
        is_content_clause(clause) and last.i > end and any(is_conjunction(c) for c in last.rights)
    )
    listed = listed or bool(_DETAILS.match(doc[end + 1 :].text))
    return len(doc) if doc[end].text == ";" or (doc[end].text == "," and listed) else end


def through_details(doc: "Doc", end: int) -> int:
    """Where a count ends with its parts: "a toll of 36 dead, among them 15 children"."""
    start = end + 1 if end < len(doc) and doc[end].text == "," else end
    if start >= len(doc) or not _DETAILS.match(doc[start:].text):
        return end
    taken_over = next((token.i for token in doc[start:] if cue_of(token)), len(doc))
    return taken_over if taken_over == len(doc) else end


def _before_aside(accepted: "list[Token]", entry: Cue, end: int) -> int:
    """Where the article goes on to tell more of an object: "for a raid which killed two"."""
    if not any(child.lemma_ in entry.briefly for child in accepted):
        return end
    asides = [part for child in accepted for part in child.subtree if is_relative_clause(part)]
    return min([end, *(part.left_edge.i for part in asides)])


def _before_objection(verb: "Token", end: int) -> int:
    """Where somebody else denies what was told: "said 30 died, | a figure the army rejects"."""
    for token in verb.doc[verb.i + 1 : end]:
        entry = cue_of(token)
        if entry is not None and _figure_before(token, entry) is not None:
            return int(token.head.left_edge.i) - 1
    return end


def _with_bound(verb: "Token", start: int) -> int:
    """Take in the bound of a number that the parse hangs on the cue: "said between 20 and 30 …"."""
    for child in verb.rights:
        if (is_preposition(child) or is_adverbial(child)) and child.right_edge.i == start - 1:
            counted = any(part.pos_ == "NUM" for part in child.subtree)
            return (
                child.left_edge.i
                if counted and child.lower_ in speech_words("bound-on-cue")
                else start
            )
    return start


def _before_next_speaker(doc: "Doc", start: int, end: int) -> int:
    """Where somebody else takes over: "said two died, while the clinic put the toll at six"."""
    for token in doc[start:end]:
        if not (is_adverbial_clause(token) or is_coordinated(token)):
            continue
        subject = own_subject(token)
        if subject is None or subject.pos_ in {"PRON", "NUM"}:
            continue
        marks = [child.i for child in token.lefts if child.lower_ in speech_words("contrast")]
        entry = cue_of(token)
        if entry is None or entry.force is not Force.STATES or means_otherwise(token, entry):
            continue
        if is_adverbial_clause(token) and marks:
            return marks[0]
        if "clause" not in entry.takes and entry.particle is None:
            continue
        if is_coordinated(token) and subject.left_edge.i > start + 1:
            edge = subject.left_edge.i
            return edge - 1 if is_conjunction(doc[edge - 1]) else edge
    return end


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
    if is_content_clause(child):
        return "clause"
    if is_open_complement(child):
        has_to = any(part.lower_ == "to" for part in child.lefts)
        return "infinitive" if has_to else "object"
    if is_object_complement(child):
        return "object"
    if is_preposition(child) and not _tells_when(child):
        return "as" if child.lower_ == "as" else "about"
    return None


def _tells_when(preposition: "Token") -> bool:
    """Whether a phrase dates the cue, and tells nothing: "reported on Saturday"."""
    objects = [child for child in preposition.children if is_prepositional_complement(child)]
    return bool(objects) and all(each.ent_type_ in {"DATE", "TIME"} for each in objects)


def _leaves_content(child: "Token", verb: "Token") -> bool:
    """Whether a dependent to the right belongs to the article again, or to another cue."""
    if is_coordinated(child):
        if child.pos_ == "NOUN" and _has_participle(child):
            return False
        own = own_subject(child)
        if child.pos_ == "NUM":
            return False
        return own is None or cue_of(child) is not None or _is_adversative(verb)
    if (is_adverbial_clause(child) or is_open_complement(child)) and is_present_participle(child):
        return cue_of(child) is not None and child.left_edge.i == child.i
    if is_aside(child):
        return True
    return is_agent_marker(child) or (
        is_preposition(child) and child.lower_ in speech_words("leads-to-source")
    )


def _is_adversative(verb: "Token") -> bool:
    return any(is_conjunction(child) and child.lower_ == "but" for child in verb.children)


def _preposed(verb: "Token", entry: Cue, subject: "Token | None") -> Range | None:
    """A clause before its cue: "Two died, he said"."""
    if "clause" not in entry.takes and "quote" not in entry.takes:
        return None
    holder = verb
    if is_prepositional_clause(verb) and verb.head.lower_ == "as":
        holder = verb.head.head
    clause = next((child for child in holder.lefts if is_content_clause(child)), None)
    if clause is None or _states_own(verb, clause):
        return None
    blocks = [clause.i + 1, *(c.left_edge.i for c in holder.lefts if is_actor(c))]
    end = max(blocks) if len(blocks) > 1 and max(blocks) > clause.i else holder.i
    start = holder.doc[0].i if is_root(holder) else clause.left_edge.i
    stops = [token.i + 1 for token in holder.doc[start:end] if token.text == ";"]
    return _trimmed(verb.doc, max([start, *stops]), min(end, holder.i))


def _states_own(verb: "Token", before: "Token") -> bool:
    """Whether a cue tells what follows it, and what precedes is another's: "A said x, B said y"."""
    follows = any(is_content_clause(child) and child.i > verb.i for child in verb.rights)
    return follows and before.right_edge.i < verb.i and cue_of(before) is not None


def _stray_clause(verb: "Token") -> Range | None:
    """A clause with "that" which the parse hangs on a noun: "told them by phone that two died"."""
    for token in verb.doc[verb.i + 1 : verb.right_edge.i + 1]:
        if cue_of(token) is not None:
            return None
        clause = token.head
        if token.lower_ == "that" and clause.pos_ in {"VERB", "AUX"} and clause.i > token.i:
            subject = own_subject(clause)
            if subject is not None and subject != token:
                return _trimmed(verb.doc, token.i, _joined_end(verb, clause.right_edge.i + 1))
    return None


def _bare_relative(verb: "Token") -> Range | None:
    """What a relative clause without a pronoun tells: "the war the UN says | has left 50 dead"."""
    doc, start = verb.doc, verb.i + 1
    if not is_relative_clause(verb) or own_subject(verb) is None or start >= len(doc):
        return None
    if not is_finite(doc[start]):
        return None
    own = doc[start].head if doc[start].pos_ == "AUX" else doc[start]
    later = (t for t in doc[max(start, own.i) + 1 :] if t.is_punct or is_finite(t))
    return start, next((token.i for token in later), len(doc))


def _joined_end(verb: "Token", end: int) -> int:
    """Where a clause ends with those joined to it that the parse hangs on the cue."""
    for child in verb.rights:
        if is_coordinated(child) and child.i > end and not _leaves_content(child, verb):
            end = max(end, child.right_edge.i + 1)
    return end


def _fronted(verb: "Token") -> Range | None:
    """A relative or interrogative object: "the deaths which the army confirmed"."""
    for child in verb.lefts:
        if (is_object(child) or is_prepositional_complement(child)) and is_question_word(child):
            return child.left_edge.i, child.right_edge.i + 1
    return None


def _figure_before(verb: "Token", entry: Cue) -> Range | None:
    """The count that an apposition takes up to deny it: "30 died, a figure the army rejects"."""
    doc, noun = verb.doc, verb.head
    first = noun.left_edge.i
    if entry.polarity is not Polarity.DENIES or noun.lemma_ not in speech_words("figure-taken-up"):
        return None
    relative = modifies_noun(verb) and object_of(verb) is None
    if not relative or first == 0 or doc[first - 1].text != ",":
        return None
    last = next((token.i for token in reversed(doc[: first - 1]) if token.pos_ == "NUM"), None)
    if last is None:
        return None
    start = last
    while start > 0 and doc[start - 1].pos_ in _BEFORE_NUMBERS:
        start -= 1
    return start, first - 1


def _rest_of_preposed(verb: "Token") -> Range | None:
    """What follows a cue that interrupts its content: "Two, he said, were children"."""
    for child in verb.lefts:
        if is_content_clause(child) and child.right_edge.i > verb.i:
            after = [token.i for token in child.subtree if token.i > verb.i]
            return _trimmed(verb.doc, min(after), max(after) + 1)
    return None


def _details(verb: "Token", subject: "Token | None") -> Range | None:
    """What a comma adds to a count told before its cue: "Ten died, he said, including a child"."""
    doc = verb.doc
    end = 1 + max(verb.i, subject.right_edge.i if subject is not None else verb.i)
    for place in range(verb.i + 1, min(end + _LONGEST_ADJUNCT, len(doc))):
        if doc[place].text == "," and _DETAILS.match(doc[place + 1 :].text):
            return _trimmed(doc, place + 1, len(doc))
    return None


def _beside(verb: "Token", subject: "Token | None") -> list[Range]:
    """The sentence around a cue that commas set off, where the parse ties the two otherwise.

    "Two died, he said", "Two, he said, were children", "As he said, two died".
    """
    doc = verb.doc
    if any(_is_told(verb, child) for child in verb.rights):
        return []
    if subject is not None and is_relative_pronoun(subject) and is_relative_clause(verb):
        return []
    edges = [verb.i] + ([subject.left_edge.i, subject.right_edge.i] if subject is not None else [])
    if subject is not None and (first := joined_before(subject)) is not None:
        edges.append(noun_phrase(first)[0])
    start, end = min(edges), max(edges) + 1
    mark = next((child for child in verb.lefts if (is_marker(child) or is_adverbial(child))), None)
    if mark is not None and mark.i == start - 1:
        if mark.lower_ not in speech_words("takes-up"):
            return []
        start = mark.i
    for child in verb.rights:
        if child.left_edge.i == end and is_adjunct_or_object(child):
            end = child.right_edge.i + 1
    before = doc[start - 1].text if start else ""
    after = doc[end].text if end < len(doc) else ""
    opened = start == 0 or before in _SETTING_OFF
    if not opened or (start == 0 and mark is None):
        return []
    parts = [_trimmed(doc, 0, max(start - 1, 0))]
    if after in _SETTING_OFF:
        parts.append(_trimmed(doc, end, len(doc)))
    return [part for part in parts if part is not None]


def _trimmed(doc: "Doc", start: int, end: int) -> Range | None:
    """Leave out commas, blanks and full stops around a content."""
    while start < end and (doc[start].text in {",", ":", ";", "-", "--"} or doc[start].is_space):
        start += 1
    while end > start and (
        doc[end - 1].text in {",", ".", ";", "-", "--", ":"} or doc[end - 1].is_space
    ):
        end -= 1
    return (start, end) if start < end else None
