"""The days of a count, by the words that date it."""

import pytest

from tests.extractors.events.conftest import LEAD, Mentioned


@pytest.mark.parametrize(
    ("text", "when", "first", "last"),
    [
        # the clause of the harm, not the clause of saying
        ("The mayor said on Thursday that {two} miners died on Tuesday.", "Tuesday", "16", "16"),
        ("The mayor said in a report on Thursday that {two} died on Monday.", "Monday", "15", "15"),
        ("On Tuesday {two} miners died, the mayor said on Thursday.", "Tuesday", "16", "16"),
        ("Police said Wednesday {three} men were shot dead last night.", "last night", "18", "18"),
        (
            "{Four} men died on Monday and {{two}} were hurt on Wednesday.".replace(
                "{{two}}", "two"
            ),
            "Monday",
            "15",
            "15",
        ),
        ("Four men died on Monday and {two} were hurt on Wednesday.", "Wednesday", "17", "17"),
        ("Some {40} people were also hurt in the Tuesday clash.", "Tuesday", "16", "16"),
        # a name is no month
        (LEAD + "{Two} more deaths were confirmed by Jan Maro.", "Sunday", "14", "14"),
        # not from when something is counted
        (
            LEAD + "It killed {nine}, the worst attack since the war began three years ago.",
            "Sunday",
            "14",
            "14",
        ),
        (
            LEAD + "It killed {nine}. Since the truce between the two armies in the north came "
            "into effect on Friday, rebels had broken it ten times.",
            "Sunday",
            "14",
            "14",
        ),
        # a number in brackets is no year
        (LEAD + "Topic: Markets (1881). Doctors said {30} were wounded.", "Sunday", "14", "14"),
        # nor is one that counts people, or the houses of a street
        (LEAD + "Between 1000 and {1800} people were wounded.", "Sunday", "14", "14"),
        (LEAD + "The ministry counted {1900} unarmed civilians.", "Sunday", "14", "14"),
        (LEAD + "The blast left {1953} wounded.", "Sunday", "14", "14"),
        (LEAD + "{Two} men died in the 1900 block of Mill Road.", "Sunday", "14", "14"),
        # nor the day of another happening: before it, outlived, or brought in behind the news
        (
            "Gunmen shot men in Karvat on August 14.\n\n"
            "The massacre came after an attack on August 2.\n\nElders counted {50} dead.",
            "August 14",
            "14",
            "14",
        ),
        (
            LEAD + "The blast came after an attack on August 2 in which three men died. It left "
            "{30} wounded.",
            "Sunday",
            "14",
            "14",
        ),
        (
            "Some {60} people have been killed in Karvat, elders said on Monday.\n\n"
            "On August 2, a camp lost 40 men in an attack.",
            "Monday",
            "12",
            "15",
        ),
        (LEAD + "{One} of the dead had escaped a similar raid on August 2.", "Sunday", "14", "14"),
        ("A clerk who survived a raid on Monday mourns {nine} weavers.", "Monday", "15", "15"),
        (
            "A guard was charged with a raid on a mill in August.\n\nOn August 3, {nine} weavers "
            "died in a raid on the mill.\n\nThe mayor mourned the nine.",
            "August 3",
            "03",
            "03",
        ),
        (
            "A guard was charged with a raid on a mill in August.\n\nOn August 3, nine weavers "
            "died in a raid on the mill.\n\nDoctors treated {two} men.",
            "August 3",
            "03",
            "03",
        ),
        (
            LEAD + "Shells fell in the last two weeks. They wounded {two} men, the mayor said.",
            "the last two weeks",
            "05",
            "19",
        ),
        (
            LEAD + "The mayor talked to reporters on Monday, one day after a raid that ended with "
            "{nine} deaths.",
            "Sunday",
            "14",
            "14",
        ),
        # a day on which nobody spoke, or a statement went out
        (
            LEAD + "The army declined to comment on Tuesday. It lost {two} men.",
            "Sunday",
            "14",
            "14",
        ),
        (
            "The toll stands at {nine}, the club said in a note sent to members on Tuesday.",
            "Tuesday",
            "13",
            "16",
        ),
        (
            "The rebels said they did last week's attack. It left {nine} dead.",
            "last week",
            "08",
            "14",
        ),
        ("On the day of the raid, Monday, the army said it lost {nine} men.", "Monday", "15", "15"),
        (
            "Clashes went on on Tuesday, the day after guards shot {nine} men.",
            "Tuesday",
            "15",
            "15",
        ),
        ("On Tuesday, the day after the rally, guards shot {nine} men.", "Tuesday", "16", "16"),
        # a happening taken up again in another paragraph keeps its day
        (
            "On August 10, guards carried out a night raid on the fair.\n\nThe band played when "
            "they launched the raid, which killed {nine}.\n\nAn attack on August 13 killed four.",
            "August 10",
            "10",
            "10",
        ),
        # nor does one of another happening, or what goes on without end
        (
            LEAD + "Elsewhere on Thursday, a guard died in a bombing in Kano.\n\n"
            "The attack killed {nine} people, doctors said.",
            "Sunday",
            "14",
            "14",
        ),
        (
            LEAD + "On Thursday guards were hurt in a bombing.\n\nThe fighting left {nine} dead.",
            "Sunday",
            "14",
            "14",
        ),
        # a sentence without a date has that of its paragraph, or of the document's event
        (LEAD + "Doctors said {30} others were wounded.", "Sunday", "14", "14"),
        (LEAD + "A first blast came on Monday. It left {two} guards dead.", "Monday", "15", "15"),
        # what had happened before dates nothing that follows
        (
            "A bomb exploded on Monday. Troops had executed five men on Sunday. {Two} men died.",
            "Monday",
            "15",
            "15",
        ),
        # nor does another happening of the kind
        (
            "A bomb exploded on Monday. A similar blast on Sunday left five men dead. {Two} men "
            "died in hospital.",
            "Monday",
            "15",
            "15",
        ),
        (LEAD + "The last attack on the mine on August 5 killed {two}.", "August 5", "05", "05"),
        # the day before an expression that counts from it
        (
            LEAD + "Gunmen had killed {six} farmers two days earlier.",
            "two days earlier",
            "12",
            "12",
        ),
        # a line that says little but a date dates the writing
        (
            "By Ada Orme\nAugust 18, 2016\n\nTwo miners died in Orsk on August 13.\n\n"
            "Doctors said {30} others were hurt.",
            "August 13",
            "13",
            "13",
        ),
        # nor the day on which bodies were found, or a toll stood or rose
        (LEAD + "Three bodies were found on Thursday. {Two} were children.", "Sunday", "14", "14"),
        (LEAD + "Until Thursday the toll had stood at {eight}.", "Sunday", "14", "14"),
        (LEAD + "The toll from the blast rose to {30} on Thursday.", "Sunday", "14", "14"),
        (LEAD + "On Thursday, the death toll rose to {30}.", "Sunday", "14", "14"),
        # nor of a statement, however it is told
        (
            LEAD + "{Nobody} died there, he said in a statement read on air on Thursday.",
            "Sunday",
            "14",
            "14",
        ),
        (LEAD + "On Tuesday the mayor added that it left {30} wounded.", "Sunday", "14", "14"),
        (
            LEAD + "In a televised address late on Tuesday the king said three guards had fallen. "
            "{Five} raiders had been shot dead, he said.",
            "Sunday",
            "14",
            "14",
        ),
        (LEAD + "The bishop confirmed {one} death on Tuesday evening.", "Sunday", "14", "14"),
        (
            LEAD + "The miners' report, submitted on Tuesday, lists {nine} dead.",
            "Sunday",
            "14",
            "14",
        ),
        (
            LEAD + "The clinic handed its findings to the mayor on Tuesday. It counts {30} "
            "wounded.",
            "Sunday",
            "14",
            "14",
        ),
        (
            LEAD + "The army on Tuesday denounced as biased a report of {30} deaths.",
            "Sunday",
            "14",
            "14",
        ),
        (
            LEAD + "The hospital on Tuesday raised the toll from the blast to {30}.",
            "Sunday",
            "14",
            "14",
        ),
        (LEAD + "The clerks revised their figure to {30} on Tuesday.", "Sunday", "14", "14"),
        (LEAD + "The toll rose overnight to {30}.", "Sunday", "14", "14"),
        (
            LEAD + "On Wednesday, the mayor spoke of 12 dead. A day earlier he had put them at "
            "{nine}.",
            "Sunday",
            "14",
            "14",
        ),
        (
            LEAD + "The governor declined to back the figure up on Tuesday. {Nine} died, "
            "clerks had told him.",
            "Sunday",
            "14",
            "14",
        ),
        (
            LEAD + "The town began three days of mourning on Tuesday. {Two} were children.",
            "Sunday",
            "14",
            "14",
        ),
        # who says what they saw on a day tells of that day
        ("On Tuesday two {men} were reported shot.", "Tuesday", "16", "16"),
        ("The army said its attack on Tuesday killed {nine}.", "Tuesday", "16", "16"),
        # a day that owns its deed, or its prayers, bounds nothing
        ("{Nine} clerks were killed by Tuesday's blast at a mill.", "Tuesday", "16", "16"),
        ("Gunmen killed {nine} clerks in Karvat after Friday prayers.", "Friday", "19", "19"),
        # a day is a name in "Friday of rage"
        (
            LEAD + 'The party, which says {nine} died, called for a "Friday of Rage".',
            "Sunday",
            "14",
            "14",
        ),
        (LEAD + "On Tuesday there were 12. {Nine} of them were clerks.", "Sunday", "14", "14"),
        (LEAD + "Clerks raised the count again on Tuesday: {30} hurt.", "Sunday", "14", "14"),
        (
            "In August the mayor had said {nine} died.\n\nThe raid was on 3 August.",
            "3 August",
            "03",
            "03",
        ),
        # nor what is still to come, or the deaths of some who were wounded
        (LEAD + "Unions called a march for Friday. {Nine} died.", "Sunday", "14", "14"),
        (LEAD + "Two died of their wounds overnight. {Nine} are dead.", "Sunday", "14", "14"),
        (LEAD + "{Two} died of their wounds on Tuesday.", "Tuesday", "16", "16"),
        (
            "A clerk died on Tuesday from wounds suffered in Sunday's blast.\n\n{Nine} fell.",
            "Sunday",
            "14",
            "14",
        ),
        (
            LEAD + "It hit a wake for a man who had died in a crash the night before. {Nine} fell.",
            "Sunday",
            "14",
            "14",
        ),
        (
            "A clerk died at a hospital on Tuesday after being shot on Monday.\n\n{Nine} fell.",
            "Monday",
            "15",
            "15",
        ),
        # nor of an agreement, an anniversary or a way to hospital
        (LEAD + "It left {30} hurt and broke a truce signed on Thursday.", "Sunday", "14", "14"),
        (LEAD + "On Thursday the town paid tribute to {nine} bakers.", "Sunday", "14", "14"),
        (LEAD + "{Four} wounded bakers were flown out on Thursday.", "Sunday", "14", "14"),
        (
            "The toll from a blast a day earlier rose to {30} on Thursday.",
            "a day earlier",
            "17",
            "17",
        ),
        # but that of the attack since which somebody is missing
        (
            "{Nine} guards are missing since rebels stormed the base on Monday.",
            "Monday",
            "15",
            "15",
        ),
        # a day before a noun belongs to it, a verb of saying or not
        ("The mayor said the August 8 raid on a clinic killed {nine}.", "August 8", "08", "08"),
        # the dot of an abbreviation ends no date
        ("{Nine} miners died in the early hours of Aug. 12.", "Aug. 12", "12", "12"),
        # what was said by then had happened in the days before
        ("On Thursday officials had said the raid killed {two}.", "Thursday", "15", "18"),
        ("On Thursday, the ministry revealed that {two} had died.", "Thursday", "15", "18"),
        ("The mayor said on Thursday that {two} miners had died.", "Thursday", "15", "18"),
        ("Wednesday's report spoke of {two} dead.", "Wednesday", "14", "17"),
        # not the days of what followed
        (
            "{Two} men died in a fire on Tuesday. The owner was arrested on Thursday.",
            "Tuesday",
            "16",
            "16",
        ),
        (
            "The owner was charged on Thursday.\n\nThe fire broke out on Tuesday. {Two} men died.",
            "Tuesday",
            "16",
            "16",
        ),
        # nor a stamp of the page
        (
            "Posted: Friday, August 19, 2016\n\n{Two} men died in a fire on Tuesday.",
            "Tuesday",
            "16",
            "16",
        ),
    ],
)
def test_the_words_that_date_the_harm_are_chosen(
    mention: Mentioned, text: str, when: str, first: str | None, last: str
) -> None:
    found = mention(text)
    assert found.when == when
    assert str(found.date_to) == f"2016-08-{last}"
    assert found.date_from is None if first is None else str(found.date_from) == f"2016-08-{first}"


@pytest.mark.parametrize(
    ("text", "when", "first", "last"),
    [
        (
            LEAD + "In March 2009, similar raids led to the deaths of {12} farmers.",
            "March 2009",
            "2009-03-01",
            "2009-03-31",
        ),
        (
            LEAD + "In July two men died in raids, and in February {79} were killed.",
            "February",
            "2016-02-01",
            "2016-02-29",
        ),
        (
            LEAD + "The sect has killed {5,000} people since 2010.",
            "since 2010",
            "2010-01-01",
            "2016-08-19",
        ),
        (
            LEAD + "He fled in the 1980s after {two} of his brothers were killed.",
            "1980s",
            "1980-01-01",
            "1989-12-31",
        ),
    ],
)
def test_background_has_its_own_date(
    mention: Mentioned, text: str, when: str, first: str, last: str
) -> None:
    found = mention(text)
    assert (found.when, str(found.date_from), str(found.date_to)) == (when, first, last)
