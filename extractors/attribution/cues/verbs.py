"""Verb cues in a dependency tree: "X said that …", "… , X said", "X denied the …"."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from extractors.attribution.cues.closing import find_closing
from extractors.attribution.cues.contents import find_contents, is_trailing, tells
from extractors.attribution.cues.contents_before import find_antecedent
from extractors.attribution.cues.cue_lexicon import Cue, Force, Polarity
from extractors.attribution.cues.dismissals import dismissal_of, find_dismissed
from extractors.attribution.cues.frame import Frame
from extractors.attribution.cues.makers import with_maker
from extractors.attribution.cues.subjects import speaker_of, subject_of
from extractors.attribution.cues.trailing import Trailing, find_trailing
from extractors.attribution.cues.unmarked import find_unmarked
from extractors.attribution.cues.verb_entries import (
    cue_of,
    is_cue,
    is_mute,
    means_otherwise,
    particle_of,
)
from extractors.attribution.speakers.relative_clauses import meant_by_relative
from extractors.attribution.speakers.speaker_roles import head_match, head_number, is_media
from extractors.languages.context_words import words_of
from extractors.languages.speech_words import speech_words
from extractors.syntax.antecedents import is_relative_pronoun
from extractors.syntax.clauses import is_content_clause, is_marker, is_open_complement
from extractors.syntax.forms import is_present_participle, is_singular_noun
from extractors.syntax.noun_phrases import Range, coordinated, joined_before, noun_phrase, offsets
from extractors.syntax.phrases import (
    is_adjectival,
    is_adverbial,
    is_determiner,
    is_prepositional_clause,
    is_prepositional_complement,
)
from extractors.syntax.roles import is_auxiliary, is_inverted_speaker
from extractors.syntax.speech import (
    agent_of,
    is_expletive,
    is_negated_clause,
    is_passive_form,
    object_of,
    own_subject,
    quoted_person,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LONGEST_CUE = 6
_LONGEST_COUNTED = 4


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


def _frame(verb: "Token", entry: Cue, offset: int) -> Frame | None:
    if _introduces_quoted(verb) or dismissal_of(verb) is not None:
        return None
    subject = speaker_of(verb)
    passive = is_passive_form(verb)
    if entry.objects and not passive and not _may_count(verb, subject):
        return None
    sources, hops = _sources(verb, subject, passive)
    dismissed = find_dismissed(verb)
    contents = [dismissed] if dismissed else find_contents(verb, entry, subject, passive)
    if subject is not None and is_inverted_speaker(subject):
        contents = [each for each in contents if not each[0] <= subject.i < each[1]]
    placed = [with_maker(token) for token in sources]
    passed_on = [noun_phrase(token) for token in hops]
    if not placed and (quoted := _quoted_beside(verb)) is not None:
        placed, passed_on = quoted
    trailing = None if passive else find_trailing(verb, entry)
    if trailing is not None and not _is_beside(verb, placed, trailing):
        placed = list(trailing.sources)
        contents = [trailing.content] if trailing.is_sole or not contents else contents
    elif trailing is not None and placed[0][0] == trailing.sources[0][0]:
        passes_on = any(map(is_cue, verb.ancestors))
        contents = [trailing.content] if trailing.is_sole or passes_on else contents
    if not placed and not passive and (inverted := _inverted(verb, contents)) is not None:
        placed, contents = [inverted], [each for each in contents if each[1] <= verb.i]
    closing = None if passive else find_closing(verb)
    if closing is not None and closing.sources[0] not in placed:
        placed, contents = list(closing.sources), [closing.content]
    is_lost = not contents or not placed or any(_holds_count(verb.doc, each) for each in placed)
    is_lost = is_lost or any(is_prepositional_complement(token) for token in sources)
    unmarked = find_unmarked(verb, entry) if is_lost and not (passive or trailing) else None
    if unmarked is not None:
        placed, contents = list(unmarked.sources), [unmarked.content]
    if not contents and (antecedent := find_antecedent(verb, entry)) is not None:
        contents = [antecedent]
    if not contents and "quote" not in entry.takes:
        return None
    return Frame(
        cue=offsets(verb.doc, _cue_range(verb, entry), offset),
        entry=entry,
        sources=tuple(offsets(verb.doc, source, offset) for source in placed),
        contents=tuple(offsets(verb.doc, content, offset) for content in contents),
        hops=tuple(offsets(verb.doc, hop, offset) for hop in passed_on),
        polarity=_polarity(verb, entry),
        force=_force(verb, entry),
        hedge=entry.hedge,
        takes_quote="quote" in entry.takes and not (passive and subject is not None),
    )


def _inverted(verb: "Token", contents: "Sequence[Range]") -> Range | None:
    """The speaker behind a cue that the parse takes for its object: "six died said the mayor"."""
    told = object_of(verb)
    before = [each for each in contents if each[1] <= verb.i]
    if (
        told is None
        or not before
        or told.left_edge.i != verb.i + 1
        or head_match(_words(told)) is None
    ):
        return None
    return noun_phrase(told)


def _holds_count(doc: "Doc", phrase: Range) -> bool:
    """Whether a long phrase counts people: the parse joins victims to who speaks of them."""
    start, end = phrase
    return end - start > _LONGEST_COUNTED and any(token.pos_ == "NUM" for token in doc[start:end])


def _is_beside(verb: "Token", sources: "list[Range]", trailing: Trailing) -> bool:
    """Whether the parse gives a cue the speakers that stand beside it, or whom they specify."""
    if not sources:
        return False
    first, last = trailing.sources[0][0], trailing.content[1]
    opens = min(start for start, _ in sources)
    if opens == first or verb.doc[first].pos_ == "PRON":
        return opens >= first
    specified = [end for _, end in sources if end == last]
    return bool(specified) and verb.doc[last - 1].pos_ == "PROPN"


def _may_count(verb: "Token", subject: "Token | None") -> bool:
    """Whether somebody raises a toll by what he says: no event does, "two deaths raised it".

    Nor does who only acts: "divers found two bodies, raising it".
    """
    if is_present_participle(verb) and not is_cue(verb.head):
        return False
    if subject is None:
        return True
    if is_mute(subject):
        return False
    return subject.pos_ in {"PROPN", "PRON"} or head_match(_words(subject)) is not None


def _introduces_quoted(verb: "Token") -> bool:
    """Whether the cue proper follows: "ANP *quoted* him as saying"."""
    return verb.lemma_ in speech_words("quotes") and any(
        child.lower_ in words_of("as-marker")
        and any(cue_of(part) is not None for part in child.children)
        for child in verb.rights
    )


def _cue_range(verb: "Token", entry: Cue) -> Range:
    """The verb with what belongs to it: "put the toll at"."""
    particle = particle_of(verb, entry) if entry.particle else None
    near = particle is not None and verb.i < particle.i <= verb.i + _LONGEST_CUE
    return verb.i, particle.i + 1 if near and particle is not None else verb.i + 1


def _sources(
    verb: "Token", subject: "Token | None", passive: bool
) -> tuple[list["Token"], list["Token"]]:
    """Who speaks, and who passes it on."""
    quoting = (
        verb.head.head
        if is_prepositional_clause(verb) and verb.head.lower_ in words_of("as-marker")
        else None
    )
    if quoting is not None and quoting.lemma_ in speech_words("quotes"):
        agent = agent_of(quoting) or agent_of(verb)
        reporter = agent if is_passive_form(quoting) else subject_of(quoting)
        speaker = quoted_person(quoting)
        return _joined(speaker), [reporter] if reporter is not None else []
    if passive:
        return _joined(agent_of(verb)), []
    if subject is None or (is_expletive(subject) and not is_relative_pronoun(subject)):
        return [], []
    if is_mute(subject):
        return [], []
    if subject.lower_ in words_of("complementizer") and is_relative_pronoun(subject):
        # "a clip that shows two dead": the word joins the clause and stands for nobody
        subject = meant_by_relative(subject) or subject
    cited = _cited(verb, subject)
    if cited is not None:
        return _joined(subject), _joined(cited)
    before = joined_before(subject) if is_trailing(verb, subject) else None
    speakers = [before, *_joined(subject)] if before is not None else _joined(subject)
    return speakers, [hop] if (hop := _medium_told(verb)) is not None else []


def _quoted_beside(
    verb: "Token",
) -> "tuple[list[Range], list[Range]] | None":
    """Who is quoted, and by whom, where the parse takes "quoted" for an adjective.

    In "Radio Sol quoted Governor Lal as saying" it can read the governor that was quoted.
    """
    marker = verb.i - 1
    if marker < 2 or verb.doc[marker].lower_ not in words_of("as-marker"):
        return None
    quoter = next(
        (t for t in reversed(verb.doc[:marker]) if t.lemma_ in speech_words("quotes")), None
    )
    between = list(verb.doc[quoter.i + 1 : marker]) if quoter is not None else []
    if quoter is None or not between or any(t.is_punct or t.pos_ == "VERB" for t in between):
        return None
    first = quoter.i
    while first > 0 and verb.doc[first - 1].pos_ in {"PROPN", "NOUN", "DET", "ADJ"}:
        first -= 1
    return [(quoter.i + 1, marker)], [(first, quoter.i)] if first < quoter.i else []


def _joined(noun: "Token | None") -> list["Token"]:
    found = list(coordinated(noun)) if noun is not None else []
    return found[1:] if len(found) == 2 and _is_title_of(*found) else found


def _is_title_of(noun: "Token", name: "Token") -> bool:
    """Whether a bare noun is one of two titles of a name: "leader and former mayor Jo Lal"."""
    is_titled = name.pos_ == "PROPN" and name.left_edge.text.islower()
    is_bare = is_singular_noun(noun) and not any(is_determiner(each) for each in noun.lefts)
    is_person = head_number(noun.text) == "person" and noun.lower_ not in words_of("mass")
    return is_titled and is_bare and is_person


def _cited(verb: "Token", subject: "Token") -> "Token | None":
    """Whom a source cites for what it says: "Radio Sol, citing the police, said …"."""
    for token in verb.doc:
        if not is_present_participle(token) or token.lemma_ not in speech_words("cites"):
            continue
        if token.head in {verb, subject}:
            cited = object_of(token)
        elif is_adjectival(token) and token.head.head == verb:
            cited = token.head
        else:
            continue
        role = head_match(_words(cited)) if cited is not None else None
        return cited if role is not None and role.number != "document" else None
    return None


def _medium_told(verb: "Token") -> "Token | None":
    """The medium that was told: "the mayor told Radio Sol"."""
    hearer = object_of(verb) if verb.lemma_ in speech_words("hears") else None
    named = hearer is not None and any(token.pos_ == "PROPN" for token in hearer.subtree)
    if hearer is None or not named or not is_media(_words(hearer)):
        return None
    return hearer


def _words(noun: "Token") -> str:
    start, end = noun_phrase(noun)
    return str(noun.doc[start:end].text)


def _polarity(verb: "Token", entry: Cue) -> Polarity:
    if is_negated_clause(verb) or _asks(verb):
        return Polarity.WITHHOLDS
    if is_open_complement(verb):
        above = verb.head
        if above.lemma_ in speech_words("refuses") or is_negated_clause(above):
            return Polarity.WITHHOLDS
    return entry.polarity


def _asks(verb: "Token") -> bool:
    """Whether a clause leaves open what it tells: "to confirm if two died"."""
    return any(
        part.lower_ in speech_words("asks") and (is_marker(part) or is_adverbial(part))
        for clause in verb.rights
        if is_content_clause(clause)
        for part in clause.lefts
    )


def _force(verb: "Token", entry: Cue) -> Force:
    if entry.force is not Force.STATES:
        return entry.force
    modal = any(
        is_auxiliary(child) and child.lower_ in speech_words("modal") for child in verb.lefts
    )
    only = any(child.lower_ in words_of("only") for child in verb.lefts)
    condition = any(
        is_marker(child) and child.lower_ in speech_words("on-condition") for child in verb.lefts
    )
    if condition or (modal and not only):
        return Force.WISHES
    told = tells(verb, entry) and not means_otherwise(verb, entry)
    told = told and not _acts_on_subject(verb, entry)
    return Force.STATES if told else Force.PRESUPPOSES


def _acts_on_subject(verb: "Token", entry: Cue) -> bool:
    """Whether a passive tells what was done to a thing, and nothing said: "was found by divers"."""
    subject = own_subject(verb)
    if "object" in entry.takes or subject is None or not is_passive_form(verb):
        return False
    has_clause = any(
        (is_content_clause(child) or is_open_complement(child)) for child in verb.rights
    )
    return not has_clause and not is_expletive(subject)
