"""An event is called by the narrowest place that its documents agree on."""

import pytest

from warehouse.linking.places import Step
from warehouse.linking.records import Mention
from warehouse.linking.summary import agreed_place, name_of

COUNTRY = (Step("country", "Dorel", "iso:DO"),)
CITY = (Step("city", "Karvat", "own:karvat"), *COUNTRY)
CAMP = (Step("site", "Camp Melune", "own:karvat/melune"), *CITY)
ELSEWHERE = (Step("site", "Camp Melune", "own:orsund/melune"), Step("city", "Orsund", "own:orsund"))
OTHER = (Step("city", "Orsund", "own:orsund"), *COUNTRY)


@pytest.mark.parametrize(
    ("told", "agreed"),
    [
        ([CAMP, CAMP, COUNTRY, COUNTRY, COUNTRY], CAMP),
        ([CAMP, CITY, CITY], CITY),
        ([CAMP, OTHER, OTHER], OTHER),
        ([CITY, CITY, OTHER, OTHER], COUNTRY),
        ([CAMP, (), ()], CAMP),
        ([CAMP, ELSEWHERE, COUNTRY], CAMP),
        ([(), ()], ()),
    ],
)
def test_the_narrowest_place_that_no_majority_contradicts_names_the_event(told, agreed):
    mentions = [Mention(str(n), str(n), (str(n),), path=path) for n, path in enumerate(told)]
    assert tuple(agreed_place(mentions)) == tuple(agreed)


def mentions_of(*told):
    return [
        Mention(str(n), str(n), (str(n),), path=path, where=where)
        for n, (path, where) in enumerate(told)
    ]


def test_a_place_is_named_as_most_documents_name_it():
    told = mentions_of((CITY, "Karwat"), (CITY, "Karwat"), (CITY, "KARVAT CITY"), (CAMP, "Melune"))
    assert name_of(CITY[0], told) == "Karwat"


def test_a_place_that_documents_name_only_within_another_has_the_name_of_the_gazetteer():
    assert name_of(CITY[0], mentions_of((CAMP, "Melune"), (CITY, None))) == "Karvat"
