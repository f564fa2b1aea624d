"""Every entry of the lexicons fires on its example."""

import pytest

from extractors.attribution import AttributionAnalysis, Force, Polarity, Relation, find_relations
from extractors.attribution.cues.cue_lexicon import Cue, cue_index
from extractors.attribution.cues.hedging import Hedge, find_hedge
from extractors.attribution.speakers.speaker_roles import SpeakerRole, find_roles
from extractors.document.analysis import DocumentAnalysis
from extractors.languages.en.parser import load_parser
from extractors.languages.lexicon import load_lexicon
from extractors.languages.speech_words import SpeechWord, speech_words

CUES = [cue for cue in load_lexicon("cues", Cue) if cue.part not in {"label", "verdict", "mute"}]
VERDICTS = [cue for cue in load_lexicon("cues", Cue) if cue.part == "verdict"]
MUTES = [
    pytest.param(cue, word, id=word)
    for cue in load_lexicon("cues", Cue)
    if cue.part == "mute"
    for word in cue.words
]
LABELS = [cue for cue in load_lexicon("cues", Cue) if cue.part == "label"]


def name(entry: Cue | SpeakerRole | Hedge) -> str:
    return entry.id


def relations_of(text: str) -> tuple[Relation, ...]:
    return find_relations(AttributionAnalysis(DocumentAnalysis(text)))


@pytest.mark.parametrize("cue", CUES, ids=name)
def test_cue_fires(cue: Cue) -> None:
    relations = relations_of(cue.example)
    fired = [relation for relation in relations if relation.rule == cue.id]
    assert fired, [relation.rule for relation in relations]
    assert {relation.polarity for relation in fired} == {cue.polarity}
    # What a cue talks about without telling it is presupposed: "discussed the raid".
    assert {relation.force for relation in fired} in ({cue.force}, {Force.PRESUPPOSES})
    assert all((relation.hedge is not None) == cue.hedge for relation in fired)


@pytest.mark.parametrize("cue", VERDICTS, ids=name)
def test_verdict_denies(cue: Cue) -> None:
    relations = relations_of(cue.example)
    assert any(relation.polarity is Polarity.DENIES for relation in relations)


@pytest.mark.parametrize(("cue", "word"), MUTES)
def test_what_says_nothing_is_no_source(cue: Cue, word: str) -> None:
    noun = next(each for each in cue.words if each in cue.example)
    text = cue.example.replace(noun, word)
    assert not [
        relation
        for relation in find_relations(AttributionAnalysis(DocumentAnalysis(text)))
        if relation.source
    ]


@pytest.mark.parametrize("cue", LABELS, ids=name)
def test_label_is_no_speaker(cue: Cue) -> None:
    label = cue.example.split("]", maxsplit=1)[0].split(":", maxsplit=1)[0].strip("[").lower()
    assert label in cue.words
    assert all(word in cue_index().labels for word in cue.words)
    sources = [relation.source for relation in relations_of(cue.example)]
    assert not any(source and source.text.lower() == label for source in sources)


@pytest.mark.parametrize("role", load_lexicon("roles", SpeakerRole), ids=name)
def test_role_fires(role: SpeakerRole) -> None:
    assert role in [match.role for match in find_roles(role.example)]


@pytest.mark.parametrize("hedge", load_lexicon("hedges", Hedge), ids=name)
def test_hedge_fires(hedge: Hedge) -> None:
    tree = load_parser()(hedge.example)
    figure = next(token for token in tree if token.lower_ in {"two", "no"})
    found = find_hedge(tree, figure.idx, figure.idx + len(figure), 0, len(hedge.example))
    assert found is not None
    assert any(found.lower() in {word, *word.split()} for word in hedge.words)


@pytest.mark.parametrize(
    "entry", load_lexicon("speech", SpeechWord), ids=lambda e: f"{e.kind}-{e.id}"
)
def test_words_of_speech_stand_in_their_example(entry: SpeechWord) -> None:
    tree = load_parser()(entry.example)
    told = {form for token in tree for form in (token.lower_, token.lemma_.lower())}
    assert told & set(entry.words)
    assert set(entry.words) <= speech_words(entry.kind or entry.id)


def test_kinds_of_speech_words_are_known() -> None:
    with pytest.raises(KeyError):
        speech_words("nonsense")
