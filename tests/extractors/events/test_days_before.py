"""The days of what a text tells of before its event, or looks back on."""

import pytest

from tests.extractors.events.conftest import LEAD, Mentioned


@pytest.mark.parametrize(
    "text",
    [
        "Troops shelled Karvat on Sunday to avenge the deaths of {nine} guards.",
        LEAD + "The attack came in response to a raid that left {nine} guards dead.",
    ],
)
def test_revenge_is_taken_for_what_was_before(mention: Mentioned, text: str) -> None:
    found = mention(text)
    assert (found.date_from, str(found.date_to)) == (None, "2016-08-13")


def test_the_day_of_the_revenge_is_not_asked_where_the_deed_has_its_own(
    mention: Mentioned,
) -> None:
    found = mention(LEAD + "It was in response to the August 9 raid, which killed {two} rebels.")
    assert (found.when, str(found.date_from)) == ("August 9", "2016-08-09")


def test_who_acts_in_revenge_does_it_on_the_day_told(mention: Mentioned) -> None:
    found = mention("On Sunday, in retaliation for an ambush, troops killed {nine} rebels.")
    assert str(found.date_from) == "2016-08-14"


def test_another_happening_is_not_the_event_of_the_document(mention: Mentioned) -> None:
    text = "Gunmen raided Karvat on Monday. In another attack, on Thursday, six died."
    assert mention(f"{text} {{Nine}} herders were buried.").when == "Thursday"
    assert mention(f"{text}\n\n{{Nine}} herders of Karvat died.").when == "Monday"


def test_a_day_narrows_the_month_that_a_text_begins_with(mention: Mentioned) -> None:
    text = "Clerks spoke of a raid in July that killed dozens. The raid on July 4 was the worst."
    assert mention(f"{text}\n\n{{Nine}} clerks were buried.").when == "July 4"


def test_days_before_are_of_something_else(mention: Mentioned) -> None:
    found = mention(LEAD + "Days before, a raid on a camp killed {50} rebels.")
    assert (str(found.date_from), str(found.date_to)) == ("2016-08-07", "2016-08-13")
    again = mention(LEAD + "Earlier in the week, a raid in Dorel killed {two}. Nine fled.")
    assert again.when == "Earlier in the week"


def test_an_age_without_days_is_told_but_left_open(mention: Mentioned) -> None:
    found = mention(
        LEAD + "In the years after independence, rivals were hanged. {Two} died in jail."
    )
    assert (found.when, found.date_from, found.date_to) == ("the years after", None, None)


@pytest.mark.parametrize(
    ("text", "when", "first", "last"),
    [
        # the longer ago, the less sure is the day
        (
            "A week after the shooting at the gate, the mayor admits that {two} died.",
            "A week after",
            "2016-08-11",
            "2016-08-13",
        ),
        (
            "Five days after a bomb fell on a market, people search.\n\n{Nine} died, clerks say.",
            "Five days after",
            "2016-08-13",
            "2016-08-15",
        ),
        (
            "A year after Karvat, families ask why {nine} died",
            "A year after",
            "2015-08-04",
            "2015-09-03",
        ),
        (
            "Three years on, a town still counts its dead\n\nOfficially {nine} clerks died.",
            "Three years on",
            "2013-08-04",
            "2013-09-03",
        ),
        (
            "A year on, widows mourn\n\nBells rang on Tuesday, a year after the fire at a mill.\n\n"
            "The fire killed {nine}.",
            "A year on",
            "2015-08-04",
            "2015-09-03",
        ),
        (
            "Widows laid flowers on Tuesday, two years after the fire at a mill.\n\n"
            "The fire killed {nine}.",
            "two years after",
            "2014-08-04",
            "2014-09-03",
        ),
        (
            "Bells rang on the tenth anniversary of the bombing.\n\nIt killed {nine}.",
            "tenth anniversary",
            "2006-08-04",
            "2006-09-03",
        ),
        (
            "One year after the fire in Karvat\n\nCrowds marched for the {nine} clerks who "
            "died a year ago.",
            "a year ago",
            "2015-08-04",
            "2015-09-03",
        ),
        # but what happens after it has its own day
        (
            "A year after the fire, a blast killed {nine} clerks on Sunday.",
            "Sunday",
            "2016-08-14",
            "2016-08-14",
        ),
        (
            "A year after the fire, a blast hit a mill on Sunday.\n\n{Nine} died.",
            "Sunday",
            "2016-08-14",
            "2016-08-14",
        ),
        # and what it came after lies as long before it
        (
            LEAD + "The raid came ten days after a bomber killed {30} guards at a mill.",
            "Sunday",
            "2016-08-03",
            "2016-08-05",
        ),
        (
            LEAD + "The raid came less than ten days after a bomber killed {30} guards at a mill.",
            "Sunday",
            "2016-08-03",
            "2016-08-13",
        ),
        (
            "On Sunday, two weeks after rebels shot {30} guards, jets hit their camp.",
            "Sunday",
            "2016-07-30",
            "2016-08-01",
        ),
        (
            LEAD + "Police made two arrests four days after the bomb killed {nine} clerks.",
            "Sunday",
            "2016-08-14",
            "2016-08-14",
        ),
    ],
)
def test_the_time_that_has_passed_tells_the_day(
    mention: Mentioned, text: str, when: str, first: str, last: str
) -> None:
    found = mention(text)
    assert (found.when, str(found.date_from), str(found.date_to)) == (when, first, last)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        # the year told with a month goes on for its days
        (
            "Guards shot clerks in May last year.\n\nOn the first day, 27 May, {nine} died.",
            "2015-05-27",
        ),
        ("Guards shot clerks on 3 May 2009.\n\nOn May 4 another {nine} died.", "2009-05-04"),
        # but not for news, nor for other months
        ("A fire burned in August last year.\n\nOn August 15 {nine} clerks died.", "2016-08-15"),
        (
            "A judge heard guards on 5 May 2009.\n\nThey shot {nine} clerks on 4 May.",
            "2016-05-04",
        ),
        ("Guards shot clerks in May last year.\n\nOn 2 July {nine} died.", "2016-07-02"),
        # the same day is that of the deed, not of the report
        (
            "Guards shot clerks on 3 June.\n\nDoctors handed a report to the mayor on Monday. "
            "{Nine} died the same day at the mill.",
            "2016-06-03",
        ),
    ],
)
def test_a_day_takes_up_what_was_told_before(mention: Mentioned, text: str, first: str) -> None:
    assert str(mention(text).date_from) == first


def test_a_deed_told_with_its_month_dates_a_text_that_only_speaks_of_it(
    mention: Mentioned,
) -> None:
    text = (
        "The army on Tuesday rejected a report of {nine} deaths.\n\nIt had done no wrong, it said. "
        "Nobody fled. It had kept to the law.\n\nThe raid of March 2014 had freed a valley."
    )
    assert str(mention(text).date_from) == "2014-03-01"
    assert "2014" not in str(mention(text.replace("The raid of", "A lesser raid of")).date_from)
