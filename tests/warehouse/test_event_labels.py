"""An event is called by the narrowest place that its documents agree on."""

import pytest

from warehouse.linking.mentions import Mention
from warehouse.linking.places import Step
from warehouse.linking.summary import agreed_place

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
