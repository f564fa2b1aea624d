"""Every entry of the lexicons of harm and number fires on its own example."""

import pytest

from extractors import extract_claims
from extractors.constructions.harm_lexicon import HarmWord
from extractors.constructions.predicates import find_predicates
from extractors.constructions.trigger import may_hold_harm
from extractors.document.analysis import DocumentAnalysis
from extractors.languages.context_words import ContextWord
from extractors.languages.lexicon import load_lexicon
from extractors.languages.noun_words import PeopleWord, ThingWord
from extractors.quantities.number_lexicon import Bound, NumberWord, VagueWord, ZeroWord
from extractors.quantities.numbers import find_numbers
from extractors.tally.scope import ScopeWord
from schemas import Claim, Document, Scope


def claims_of(text: str) -> tuple[Claim, ...]:
    return extract_claims(Document(document_id="example", text=text)).claims


@pytest.mark.parametrize("entry", load_lexicon("harms", HarmWord), ids=lambda e: e.id)
def test_harm_words_make_a_claim_of_their_harm(entry: HarmWord) -> None:
    assert may_hold_harm(entry.example)
    assert entry.harm in {claim.harm for claim in claims_of(entry.example)}


@pytest.mark.parametrize("entry", load_lexicon("people", PeopleWord), ids=lambda e: e.id)
def test_nouns_of_people_are_victims(entry: PeopleWord) -> None:
    (claim,) = claims_of(entry.example)
    assert claim.victims is not None
    assert claim.victims.text
    assert claim.quantity.value == 5


@pytest.mark.parametrize("entry", load_lexicon("things", ThingWord), ids=lambda e: e.id)
def test_things_are_no_victims(entry: ThingWord) -> None:
    assert not [claim for claim in claims_of(entry.example) if claim.quantity.basis.is_explicit]


@pytest.mark.parametrize("entry", load_lexicon("numbers", NumberWord), ids=lambda e: e.id)
def test_number_words_are_read(entry: NumberWord) -> None:
    words = set(entry.words)
    numbers = find_numbers(entry.example)
    said = " ".join(entry.example[n.core_start : n.core_end].casefold() for n in numbers)
    assert any(word in said for word in words)


@pytest.mark.parametrize("entry", load_lexicon("bounds", Bound), ids=lambda e: e.id)
def test_bounds_bound(entry: Bound) -> None:
    assert find_numbers(entry.example)[0].modifier is entry.modifier


VAGUE_WORDS = [entry for entry in load_lexicon("vague", VagueWord) if entry.words]


@pytest.mark.parametrize("entry", VAGUE_WORDS, ids=lambda e: e.id)
def test_vague_words_count_without_a_number(entry: VagueWord) -> None:
    assert entry.size in {claim.quantity.vague for claim in claims_of(entry.example)}


@pytest.mark.parametrize("entry", load_lexicon("zero", ZeroWord), ids=lambda e: e.id)
def test_words_for_nobody_say_zero(entry: ZeroWord) -> None:
    assert 0 in {claim.quantity.value for claim in claims_of(entry.example)}


@pytest.mark.parametrize("entry", load_lexicon("scope", ScopeWord), ids=lambda e: e.id)
def test_scope_words_tell_totals_from_events(entry: ScopeWord) -> None:
    of_one = {"event", "site", "day", "bounded", "record", "saying", "one", "first-told"}
    told = Scope.INCIDENT if entry.kind in of_one else Scope.CUMULATIVE
    assert told in {claim.scope for claim in claims_of(entry.example)}


@pytest.mark.parametrize("entry", load_lexicon("contexts", ContextWord), ids=lambda e: e.id)
def test_context_words_stand_beside_a_harm_word(entry: ContextWord) -> None:
    parsed = DocumentAnalysis(entry.example)
    tree = parsed.tree(0)
    words = {t.lower_ for t in tree} | {t.lemma_.lower() for t in tree}
    phrases = {word for word in entry.words if word in words or word in entry.example.casefold()}
    assert phrases
    assert find_predicates(tree) or may_hold_harm(entry.example)
