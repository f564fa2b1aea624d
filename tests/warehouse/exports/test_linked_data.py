"""Contracts, linked data, annotations and maps, each read by the format's own tools."""

import json

import msgspec_schemaorg.models as schemaorg
import pytest
from geojson_pydantic import FeatureCollection
from pyld import jsonld

from schemas import Claim
from warehouse.exports.export import export
from warehouse.exports.formats import ExportFormat

SCHEMA, OA = "https://schema.org/", "http://www.w3.org/ns/oa#"
TYPED = {"@vocab": OA, "id": "@id", "type": "@type"}


@pytest.fixture(scope="module")
def written(database, tmp_path_factory):
    folder = tmp_path_factory.mktemp("linked")

    def write(form: str):
        path = folder / form
        return path.read_text("utf-8"), export(database, ExportFormat(form), path)

    def once(form: str):
        export(database, ExportFormat(form), folder / form)
        return write(form)

    return once


def expanded(text: str, vocabulary: dict[str, str]) -> list[dict]:
    """The nodes of a document, its context replaced by one that needs no network."""
    return jsonld.flatten(json.loads(text) | {"@context": vocabulary})


def test_json_lines_are_claims_that_quote_their_document(written, source):
    text, count = written("jsonl")
    claims = [
        Claim.model_validate_json(line, context={"document": source}) for line in text.splitlines()
    ]
    assert count == len(claims) == 5
    assert {claim.quantity.value for claim in claims} == {4, 0, 9, 12, None}


def nodes_of(value):
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        for member in value.values():
            yield from nodes_of(member)
    elif isinstance(value, list):
        for member in value:
            yield from nodes_of(member)


def test_linked_data_use_the_words_of_schema_org(written):
    text, count = written("jsonld")
    graph = json.loads(text)["@graph"]
    assert count == 5
    for node in nodes_of(graph):
        known = getattr(schemaorg, node["@type"])
        assert node.keys() <= set(known.__struct_encode_fields__), node["@type"]
    flat = expanded(text, {"@vocab": SCHEMA})
    types = [kind.removeprefix(SCHEMA) for node in flat for kind in node.get("@type", [])]
    assert types.count("Claim") == 5
    assert types.count("NewsArticle") == types.count("Event") == 1


def test_only_what_a_person_has_rated_has_a_review(written):
    text, _ = written("jsonld")
    (review,) = [node for node in nodes_of(json.loads(text)) if node["@type"] == "ClaimReview"]
    assert review["author"] == {"@type": "Person", "name": "ana"}
    assert review["claimReviewed"] == "at least 4 killed (miners)"
    assert review["datePublished"] == "2031-05-04T12:00:00Z"
    assert review["reviewRating"]["alternateName"] == "Read as its source says it"
    assert "not whether it is true" in review["reviewAspect"]


def test_annotations_select_the_figure_by_words_and_place(written, source):
    text, count = written("annotations")
    page = json.loads(text)
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert count == len(page["items"]) == 5
    for item in page["items"]:
        quote, place = item["target"]["selector"]
        exact = source.text[place["start"] : place["end"]]
        assert quote["exact"] == exact
        assert quote["prefix"] + exact + quote["suffix"] in source.text
        assert source.text[: place["start"]].endswith(quote["prefix"])
    kinds = [kind for node in expanded(text, TYPED) for kind in node.get("@type", [])]
    for kind, times in {"Annotation": 5, "TextQuoteSelector": 5, "TextPositionSelector": 5}.items():
        assert kinds.count(OA + kind) == times
    people = [item["creator"] for item in page["items"] if item["creator"]["type"] == "Person"]
    assert people == [{"type": "Person", "name": "ana"}]


def test_a_map_has_events_where_they_lie(written):
    text, count = written("geojson")
    collection = FeatureCollection.model_validate_json(text)
    assert count == len(collection.features) == 1
    (feature,) = collection.features
    assert tuple(feature.geometry.coordinates) == (19.25, 41.5)
    assert feature.properties["level"] == "place"
    killed = next(c for c in feature.properties["comparisons"] if c["harm"] == "killed")
    assert killed["class"] == "conflict"
    assert killed["figures"][0] == "0"
