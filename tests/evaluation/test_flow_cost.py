"""What whole runs cost: the documents they read, and how growth is told."""

from evaluation.flow_cost import Cost, FlowCost, make_documents
from extractors import extract_batch


def test_few_of_the_documents_tell_of_harm() -> None:
    documents = list(make_documents(100))
    assert len({document.document_id for document in documents}) == 100
    telling = [extraction for extraction in extract_batch(documents) if extraction.claims]
    assert len(telling) == 10


def test_growth_compares_what_a_document_adds() -> None:
    fixed = Cost(documents=10, seconds=30.0, processor=5.0, megabytes=300.0)
    small = Cost(documents=1_010, seconds=99.0, processor=7.0, megabytes=300.0)
    large = Cost(documents=10_010, seconds=99.0, processor=27.0, megabytes=300.0)
    cost = FlowCost(fixed, (small, large), {1: small, 2: fixed})
    assert cost.a_thousand(small) == 2.0
    assert cost.growth == 1.1
    assert cost.gain == 3.3
