from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractors.attribution import AttributionAnalysis, attribute, find_relations
from extractors.document.analysis import DocumentAnalysis
from schemas.yaml_text import parse_yaml

WORDS = st.sampled_from(
    [
        "said",
        '"two',
        "“",
        "”",
        "'",
        "‘",
        "’",
        "police:",
        "Lal,",
        "Lal’s",
        "[Lal]",
        "[begin",
        "recording]",
        "that",
        "denied",
        "he",
        "they",
        "who",
        ",",
        ".",
        "!",
        "?",
        "—",
        "-",
        "(",
        ")",
        "according",
        "to",
        "12",
        "died",
        "claim",
        "by",
        "of",
        "the",
        "a",
        "and",
        "while",
        "was",
        "quoted",
        "as",
        "saying",
        "\n",
        "\n\n",
        "MAYOR:",
        "Ünal",
        "公",
        "\u202e",
        "\x00",
        "😀",
        "told",
        "Radio",
        "Sol",
    ]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=40).map(" ".join)
CASES = parse_yaml((Path(__file__).parent / "speakers.yml").read_text("utf-8"))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_every_span_quotes_its_text(text: str) -> None:
    parsed = DocumentAnalysis(text)
    for relation in find_relations(AttributionAnalysis(parsed)):
        spans = [*relation.content, relation.source, relation.cue, *relation.hops]
        assert all(span.quotes(text) for span in spans if span is not None)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, st.data())
def test_every_figure_has_a_speaker_or_the_article(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(min_value=0, max_value=len(text) - 1))
    found = attribute(AttributionAnalysis(DocumentAnalysis(text)), start, start + 1)
    assert found
    assert all(each.source is None or each.source.quotes(text) for each in found)
    assert len({(each.source, each.stance) for each in found}) == len(found)


def test_style_of_quotation_marks_does_not_matter() -> None:
    straight = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
    for case in CASES:
        plain = case["text"].translate(straight)
        if plain == case["text"]:
            continue
        for said in case["says"]:
            start = plain.index(said["figure"])
            end = start + len(said["figure"])
            curly, flat = DocumentAnalysis(case["text"]), DocumentAnalysis(plain)
            assert [each.speaker for each in attribute(AttributionAnalysis(curly), start, end)] == [
                each.speaker for each in attribute(AttributionAnalysis(flat), start, end)
            ]
