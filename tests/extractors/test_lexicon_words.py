"""Every single word of the lexicons is reached: in a sentence, or by the look-up that rules ask.

The tests of entries fire one word of each; these fire all the others, in bulk. A word that a rule
can never meet, because the tokenizer parts it or another entry hides it, fails here.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from extractors import extract_batch
from extractors.attribution.cues.cue_lexicon import Cue, cue_index
from extractors.attribution.cues.hedging import Hedge, find_hedge
from extractors.attribution.speakers.speaker_roles import SpeakerRole, find_roles
from extractors.constructions.harm_lexicon import HarmWord
from extractors.constructions.predicates import find_predicates
from extractors.constructions.trigger import may_hold_harm
from extractors.languages.context_words import ContextWord, words_of
from extractors.languages.en.parser import load_parser
from extractors.languages.inflections import Inflections, inflect
from extractors.languages.lexicon import SHIPPED, load_lexicon
from extractors.languages.noun_words import PeopleWord, ThingWord
from extractors.languages.pack import active_pack
from extractors.languages.patterns import LEXICONS
from extractors.languages.speech_words import SpeechWord, speech_words
from extractors.quantities.number_lexicon import Bound, NumberWord, VagueWord, ZeroWord
from extractors.quantities.numbers import find_numbers
from extractors.quantities.values import parse_number, parse_vague
from schemas import Document, Extraction
from tests.extractors.swapped_words import plural, swapped


def told_by(sentences: Iterable[str]) -> list[Extraction]:
    return extract_batch(
        [Document(document_id=str(at), text=text) for at, text in enumerate(sentences)]
    )


def is_token(word: str) -> bool:
    """Whether the tokenizer leaves a word whole, in small letters or with a capital."""
    make = load_parser().make_doc
    return any(len(make(form)) == 1 for form in (word, word.capitalize()))


PARTED = {"vice-president"}
"""The parser parts it at the hyphen, so that only its second half is a noun of people."""


OF_SEVERAL = {"family"}
"""Five families are more than five people."""


@pytest.mark.slow
def test_every_noun_of_people_is_a_victim() -> None:
    people = [word for entry in load_lexicon("people", PeopleWord) for word in entry.words]
    told = told_by(f"Five {plural(word)} were killed." for word in people)
    missed = {
        word
        for word, extraction in zip(people, told, strict=True)
        if [(c.quantity.value, c.victims is not None) for c in extraction.claims] != [(5, True)]
    }
    assert missed == PARTED | OF_SEVERAL


ALSO_PEOPLE = {"party", "army", "tribe", "head"}
"""Who are killed as often as things; rules on agents read them as bodies."""
OTHERWISE_READ = {"murder", "corpse", "median"}
"""Harms of their own; a word that the parser takes for a name."""
ONLY_SINGULAR = {"per cent"}


def test_no_thing_is_a_victim() -> None:
    things = [word for entry in load_lexicon("things", ThingWord) for word in entry.words]
    told = told_by(f"Five {plural(word)} were killed." for word in things)
    counted = {
        word
        for word, extraction in zip(things, told, strict=True)
        if any(claim.quantity.basis.is_explicit for claim in extraction.claims)
    }
    assert counted == ALSO_PEOPLE | OTHERWISE_READ | ONLY_SINGULAR


def test_every_word_of_harm_is_read_in_its_example() -> None:
    parser = load_parser()
    sentences = {
        (entry.id, word): text
        for entry in load_lexicon("harms", HarmWord)
        if entry.part != "verb"
        for word, text in swapped(entry)
    }
    trees = parser.pipe(sentences.values())
    missed = {
        key
        for (key, text), tree in zip(sentences.items(), trees, strict=True)
        if not (may_hold_harm(text) or find_predicates(tree))
    }
    assert missed == set()


@pytest.mark.slow
def test_every_verb_of_harm_is_read_in_one_of_its_forms() -> None:
    verbs = [
        (entry.id, word)
        for entry in load_lexicon("harms", HarmWord)
        if entry.part == "verb"
        for word in entry.words
    ]
    texts = [list(clauses_with(phrase)) for _, phrase in verbs]
    trees = iter(load_parser().pipe(text for each in texts for text in each))
    read = [sum(bool(find_predicates(next(trees))) for _ in forms) for forms in texts]
    assert {verb for verb, times in zip(verbs, read, strict=True) if not times} == set()


def clauses_with(phrase: str) -> Iterator[str]:
    """Short clauses with a verb in its forms: passive, denied, with an object, and without."""
    first, *rest = phrase.split()
    tail = " ".join(["", *rest])
    for form in inflect(first, verb=True):
        yield f"Five men were {form}{tail} on Monday."
        yield f"No men were {form}{tail} on Monday."
        yield f"The guards {form} five men{tail} on Monday."
        yield f"Five men {form}{tail} on Monday."
        yield f"Five men were {form}{tail} to a hospital."
        yield f"Guards fired, and five men were {form}{tail}."
        yield f"Five men {form}{tail} in a hospital."


def test_every_number_word_is_read() -> None:
    for entry in load_lexicon("numbers", NumberWord):
        for word in entry.words:
            said = f"two {word}" if entry.role == "scale" else word
            (number,) = find_numbers(f"{said} people died")
            assert number.value == parse_number(said) is not None, word


def test_every_bound_bounds() -> None:
    for entry in load_lexicon("bounds", Bound):
        for word, text in swapped(entry):
            assert find_numbers(text)[0].modifier is entry.modifier, word


def test_every_vague_word_has_its_size() -> None:
    for entry in load_lexicon("vague", VagueWord):
        for word in entry.words:
            number = find_numbers(f"{word} people died")[0]
            assert parse_vague(word, number.basis) is entry.size, word


def test_every_word_for_nobody_says_zero() -> None:
    sentences = {
        word: text for entry in load_lexicon("zero", ZeroWord) for word, text in swapped(entry)
    }
    sentences["a single"] = "The ministry denied that a single prisoner was killed."
    told = told_by(sentences.values())
    missed = {
        word
        for word, extraction in zip(sentences, told, strict=True)
        if 0 not in {claim.quantity.value for claim in extraction.claims}
    }
    assert missed == {"a single"}  # read as one, whose denial is then left out


LOADED = re.compile(r"load_lexicon\(\s*\"(\w+)\"")
PHRASES = {"the rest", "the majority", "a majority"}
"""Read in the text, not off a token."""


def test_every_context_word_can_be_met() -> None:
    entries = load_lexicon("contexts", ContextWord)
    words = {word for entry in entries for word in entry.words}
    assert {word for word in words if not is_token(word)} == PHRASES
    assert all(set(entry.words) <= words_of(entry.kind) for entry in entries)


def test_every_word_of_speech_can_be_met() -> None:
    for entry in load_lexicon("speech", SpeechWord):
        assert all(map(is_token, entry.words)), entry.id
        assert set(entry.words) <= speech_words(entry.kind or entry.id)


def test_every_cue_is_met_in_the_form_that_the_index_has() -> None:
    """Verbs and nouns are looked up by their lemma; a word that is none is never found."""
    parser, index = load_parser(), cue_index()
    by_lemma = [
        (cue, word)
        for cue in load_lexicon("cues", Cue)
        if cue.part in {"verb", "experiencer", "noun", "tally", "mute"}
        for word in cue.words
    ]
    frames = {
        "verb": "They will {} that two died.",
        "experiencer": "They will {} the elders.",
        "noun": "The {} said that two died.",
    }
    texts = (frames.get(cue.part, frames["noun"]).format(word) for cue, word in by_lemma)
    for (cue, word), tree in zip(by_lemma, parser.pipe(texts, disable=["ner"]), strict=True):
        assert word in {token.lemma_.lower() for token in tree}, (cue.id, word)
        known = {
            "verb": index.verbs,
            "experiencer": index.experiencers,
            "noun": index.nouns,
            "tally": index.tallies,
        }
        assert word in known.get(cue.part, index.mutes)


def test_every_other_cue_is_in_the_index() -> None:
    index = cue_index()
    tables = {
        "adjective": index.adjectives,
        "standpoint": index.standpoints,
        "phrase": index.phrases,
        "verdict": index.verdicts,
        "label": index.labels,
    }
    for cue in load_lexicon("cues", Cue):
        if cue.part in tables:
            assert all(tables[cue.part][word] is cue for word in cue.words), cue.id
            assert all(word == word.lower() for word in cue.words), cue.id


def test_every_hedge_doubts() -> None:
    sentences = {
        word: text for entry in load_lexicon("hedges", Hedge) for word, text in swapped(entry)
    }
    missed = set()
    for (word, text), tree in zip(
        sentences.items(), load_parser().pipe(sentences.values()), strict=True
    ):
        figure = next(token for token in tree if token.lower_ in {"two", "no"})
        if find_hedge(tree, figure.idx, figure.idx + len(figure), 0, len(text)) is None:
            missed.add(word)
    assert missed == set()


def test_every_role_is_found() -> None:
    for entry in load_lexicon("roles", SpeakerRole):
        for word, text in swapped(entry):
            texts = (text, f"{word.title()} Idris") if entry.title else (text,)
            found = [match.role for each in texts for match in find_roles(each)]
            assert entry in found, (entry.id, word)


@pytest.mark.parametrize("name", ["things", "contexts"])
def test_no_word_stands_twice_in_an_entry(name: str) -> None:
    model = {"things": ThingWord, "contexts": ContextWord}[name]
    for entry in load_lexicon(name, model):
        assert len(set(entry.words)) == len(entry.words), entry.id


def test_no_form_is_listed_that_is_regular() -> None:
    for entry in load_lexicon("inflections", Inflections):
        for base, forms in entry.forms.items():
            is_verb = entry.part == "verb"
            assert inflect(base, verb=is_verb) == (base, *forms)
            assert {base, *forms} != set(active_pack().inflect(base, is_verb)), base


def test_no_lexicon_is_left_out() -> None:
    """Each has its tests; those of patterns are asked for by name (`test_patterns.py`)."""
    shipped = {path.stem for path in (SHIPPED / "en" / "lexicons").glob("*.yml")}
    tests = Path(__file__).parent.rglob("test_*.py")
    tested = {name for path in tests for name in LOADED.findall(path.read_text("utf-8"))}
    assert shipped - tested == set(LEXICONS)
