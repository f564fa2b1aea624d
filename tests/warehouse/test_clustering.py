from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest

from warehouse.linking.clustering import Block, average_linkage
from warehouse.linking.intervals import Interval
from warehouse.linking.mentions import days_told, written_on
from warehouse.linking.model import is_impossible
from warehouse.linking.places import Step
from warehouse.linking.records import LinkClaim, Mention, Wording

ALIKE = {
    ("first", "other"): 0.9,
    ("other", "second"): 0.9,
    ("first", "third"): 0.8,
    ("second", "third"): 0.8,
    ("other", "third"): 0.8,
}
"""Probabilities of two tellings of one document, each with those of two other documents."""
APART = {"first": "a", "second": "a", "other": "b"}
"""The documents of tellings."""


def clusters(blocks: list[Block], pairs: dict[tuple[str, str], float]) -> list[tuple[str, ...]]:
    """The members of the clusters that are found."""
    return sorted(b.members for b in average_linkage(blocks, pairs, threshold=0.35, unlike=0.1))


def told_in(documents: dict[str, str], event_ids: dict[str, str | None]) -> list[Block]:
    """One block a telling."""
    return [
        Block((name,), event_ids.get(name), frozenset({document}))
        for name, document in documents.items()
    ]


def test_two_tellings_of_a_document_come_together_where_others_are_like_both() -> None:
    blocks = told_in({**APART, "third": "c"}, {})
    assert clusters(blocks, ALIKE) == [("first", "other", "second", "third")]


def test_two_tellings_of_a_document_stay_apart_where_a_single_text_is_like_both() -> None:
    pairs = {("first", "other"): 0.9, ("other", "second"): 0.8}
    assert clusters(told_in(APART, {}), pairs) == [("first", "other"), ("second",)]


def test_two_tellings_of_a_document_stay_apart_where_nothing_is_like_both() -> None:
    blocks = told_in({**APART, "third": "c"}, {})
    pairs = {("first", "other"): 0.9, ("first", "third"): 0.9, ("other", "third"): 0.9}
    assert clusters(blocks, pairs) == [("first", "other", "third"), ("second",)]


def test_an_undated_text_brings_no_event_of_another_time_with_it() -> None:
    """A text like both lies between one of last year and two of this year."""
    blocks = told_in({"old": "a", "undated": "b", "new": "c", "newer": "d"}, {})
    pairs = {
        ("old", "undated"): 0.9,
        ("new", "undated"): 0.8,
        ("newer", "undated"): 0.8,
        ("new", "newer"): 0.95,
    }
    linked = average_linkage(blocks, pairs, threshold=0.35, unlike=0.1)
    assert len(linked) == 1
    apart = [("new", "old"), ("newer", "old")]
    linked = average_linkage(blocks, pairs, threshold=0.35, unlike=0.1, apart=apart)
    assert sorted(block.members for block in linked) == [("new", "newer"), ("old", "undated")]


@pytest.mark.parametrize(
    ("days", "fact", "events"),
    [
        ((3, 3, 5, 5), None, 2),
        # a day more or less, one report with a day of its own, a figure that both tell
        ((3, 3, 4, 4), None, 1),
        ((3, 3, 5, None), None, 1),
        ((3, 3, 5, 5), "31 killed", 1),
    ],
)
def test_reports_that_agree_on_a_day_are_of_no_other_day(
    days: tuple[int | None, ...], fact: str | None, events: int
) -> None:
    """Two reports of Friday's raid, and two of Sunday's raid on the same city in like words."""
    blocks = [
        Block(
            (name,),
            None,
            frozenset({name}),
            days=frozenset({(name, date(2016, 6, day))} if day else ()),
            facts=frozenset({fact} if fact else ()),
        )
        for name, day in zip("abcd", days, strict=True)
    ]
    pairs = dict.fromkeys(combinations("abcd", 2), 0.6)
    pairs |= {("a", "b"): 0.95, ("c", "d"): 0.95}
    assert len(average_linkage(blocks, pairs, threshold=0.35, unlike=0.1)) == events


def test_a_document_that_a_person_parted_stays_parted() -> None:
    blocks = told_in({**APART, "third": "c"}, {"first": "decided"})
    parted = [members for members in clusters(blocks, ALIKE) if {"first", "second"} <= {*members}]
    assert not parted


def claim(first: date | None, last: date | None, basis: str) -> LinkClaim:
    """A claim of some days."""
    return LinkClaim(
        "claim",
        "document",
        0,
        "killed",
        4,
        None,
        None,
        "Four died.",
        None,
        None,
        first,
        last,
        basis,
    )


def test_a_texts_own_date_line_outweighs_a_publication_far_from_all_that_it_tells() -> None:
    reposted = claim(date(2016, 6, 17), date(2016, 6, 20), "dateline")
    assert written_on([reposted], date(2015, 8, 6)) == date(2016, 6, 20)


def test_a_publication_near_a_day_that_is_told_is_right() -> None:
    said = claim(None, date(2016, 1, 4), "dateline")
    news = claim(date(2016, 6, 19), date(2016, 6, 19), "stated")
    assert written_on([said, news], date(2016, 6, 20)) == date(2016, 6, 20)


def test_a_sentence_of_two_figures_tells_its_days_once() -> None:
    fresh = claim(date(2020, 5, 8), date(2020, 5, 8), "stated")
    old = claim(date(2020, 4, 1), date(2020, 4, 1), "context")
    claims = [fresh, old, replace(old, claim_id="third")]
    assert days_told(claims) == fresh.interval
    other = replace(old, claim_id="fourth", evidence="Another sentence.")
    assert days_told([*claims, other]) == old.interval


def report(day: int, figures: set[str], outlet: str, site: str) -> Mention:
    """What an outlet published on a day of June about a site."""
    return Mention(
        mention_id=f"{outlet} {day}",
        document_id=f"{outlet} {day}",
        claim_ids=(),
        published=date(2020, 6, day),
        outlet=outlet,
        interval=Interval(date(2020, 6, 1), date(2020, 6, day), is_stated=False),
        path=(Step("site", site, site),),
        figures=frozenset(figures),
    )


def test_what_one_outlet_tells_weeks_later_with_other_figures_is_another_event() -> None:
    first = report(2, {"4 killed"}, "The Ledger", "Karvat mine")
    later = report(24, {"7 killed"}, "The Ledger", "Dorel mill")
    assert is_impossible(first, later)
    assert not is_impossible(first, replace(later, outlet="The Courier"))
    assert not is_impossible(first, replace(later, published=date(2020, 6, 9)))
    assert not is_impossible(first, replace(later, figures=frozenset({"4 killed", "7 killed"})))
    assert not is_impossible(first, replace(later, figures=frozenset({"7 wounded"})))


def test_an_outlet_that_names_the_site_again_may_have_another_figure() -> None:
    first = report(2, {"4 killed"}, "The Ledger", "Karvat mine")
    later = report(24, {"7 killed"}, "The Ledger", "Dorel mill")
    naming = replace(later, wording=Wording(names=frozenset({"karvat", "mine"})))
    assert not is_impossible(first, naming)


def news(day: int, figure: str, site: str) -> Mention:
    """What a text told of a site on the day after."""
    told = report(day, {figure}, f"The {site} Ledger", site)
    days = Interval(date(2020, 6, day), date(2020, 6, day))
    return replace(told, published=date(2020, 6, day + 1), interval=days)


def test_news_of_two_days_at_two_places_is_of_two_events() -> None:
    mine, mill = news(2, "18 killed", "Karvat mine"), news(3, "12 killed", "Dorel mill")
    assert is_impossible(mine, mill)
    assert not is_impossible(mine, replace(mill, interval=mine.interval))
    assert not is_impossible(mine, replace(mill, path=mine.path))
    assert not is_impossible(mine, replace(mill, figures=mine.figures))
    assert not is_impossible(mine, replace(mill, published=date(2020, 8, 1)))
    naming = replace(mill, wording=Wording(names=frozenset({"karvat", "mine"})))
    assert not is_impossible(mine, naming)


def test_the_day_of_another_event_in_a_text_is_not_its_own() -> None:
    sunday, friday = news(7, "4 wounded", "Karvat club"), news(5, "5 wounded", "Karvat club")
    assert not is_impossible(sunday, friday)
    both = replace(sunday, other_days=frozenset({date(2020, 6, 5)}))
    assert is_impossible(both, friday)
    assert is_impossible(friday, both)
    saturday = replace(sunday, other_days=frozenset({date(2020, 6, 6)}))
    assert not is_impossible(saturday, news(6, "5 wounded", "Karvat club"))
