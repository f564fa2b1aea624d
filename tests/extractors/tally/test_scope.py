"""A figure counts one event, or totals several."""

import pytest

from extractors import extract_claims
from schemas import Document, Scope

INCIDENT, CUMULATIVE = Scope.INCIDENT, Scope.CUMULATIVE


def scopes(text: str) -> dict[str, Scope]:
    claims = extract_claims(Document(document_id="tally", text=text)).claims
    return {claim.quantity.text: claim.scope for claim in claims}


@pytest.mark.parametrize(
    ("text", "figure", "scope"),
    [
        ("Since Sunday three clerks have been shot dead in Segou.", "three", CUMULATIVE),
        ("Since the truce took hold 41 herders have been killed.", "41", CUMULATIVE),
        ("Guards killed 12 smugglers in clashes in five provinces.", "12", CUMULATIVE),
        ("Guards killed 12 smugglers in clashes at the ford.", "12", INCIDENT),
        ("Nine bakers were killed in the deadliest raid since May 2009.", "Nine", INCIDENT),
        ("Two bakers were killed on Friday after quarrels in recent years.", "Two", INCIDENT),
        ("A raid on Kayes killed four, the latest in a string of raids.", "four", INCIDENT),
        ("From January 1 to June 30 the office counted 310 deaths.", "310", CUMULATIVE),
        ("Some 70,000 people have died, the mission says.", "Some 70,000", CUMULATIVE),
        ("The earthquake has killed 2,000 people.", "2,000", INCIDENT),
        ("The blast killed two, bringing the total number of dead to 38.", "two", INCIDENT),
        ("The blast killed two, bringing the total number of dead to 38.", "38", CUMULATIVE),
        ("Nine miners were killed in less than a week of strikes.", "Nine", CUMULATIVE),
        ("Nine miners were killed in less than a minute.", "Nine", INCIDENT),
        ("The office said 40 miners were killed in fighting in 1986.", "40", CUMULATIVE),
        ("Nine miners were killed in a clash in 1986.", "Nine", INCIDENT),
        ("Nine miners were killed during the dry month of March.", "Nine", CUMULATIVE),
        ("They marched against a crackdown in which 19 miners were killed.", "19", CUMULATIVE),
        ("Nine miners were killed in the second raid in less than two weeks.", "Nine", INCIDENT),
        ("At least 40 miners have been hurt in this bombing campaign.", "At least 40", CUMULATIVE),
        ("Rebels killed 90 guards when they overran the Karvat base last month.", "90", INCIDENT),
        ("Rebels killed 90 guards when they overran bases last month.", "90", CUMULATIVE),
        ("Troops killed 300 men in the town of Karvat in March.", "300", INCIDENT),
        ("Troops killed 300 men in the province of Dorel in March.", "300", CUMULATIVE),
        ("Troops killed 300 men in Karvat, a hill town, in March 2022.", "300", INCIDENT),
        ("Forty weavers died in air strikes in August on a village.", "Forty", INCIDENT),
        ("In May 60 weavers died in air strikes on the town.", "60", CUMULATIVE),
        ("Some 60 people have been killed this week at a protest camp.", "Some 60", INCIDENT),
        ("Fighting left 85 dead, the worst loss of life this year.", "85", INCIDENT),
        ("After two months of inquiry, the office verified 42 deaths.", "42", INCIDENT),
        ("After two months of raids, the office verified 42 deaths.", "42", CUMULATIVE),
        ("A second miner was confirmed dead, bringing the total to 25 dead.", "25", INCIDENT),
        ("Some 1,500 people perished following the coup.", "Some 1,500", CUMULATIVE),
        ("The shell killed 40 Vardish prisoners of war in a jail.", "40", INCIDENT),
        ("Forty of the prisoners died in the Vardish war.", "Forty", CUMULATIVE),
        ("A coordinated series of raids on the town left 90 dead.", "90", INCIDENT),
        ("Coordinated raids in several towns left 90 dead on Monday.", "90", CUMULATIVE),
        ("A string of raids in the city last Thursday left 90 dead.", "90", INCIDENT),
        ("A string of raids across the land last Thursday left 90 dead.", "90", CUMULATIVE),
        ("A series of raids in the city left 90 dead.", "90", CUMULATIVE),
        ("In the same incident, a series of air strikes, 40 died.", "40", INCIDENT),
        ("Sporadic clashes went on, a day after guards shot dead 57.", "57", INCIDENT),
        ("Sporadic clashes left 57 dead, a day after the rally.", "57", CUMULATIVE),
        # the month in which something was said is no period over which it counts
        ("The club had already said this month that 62 weavers died.", "62", INCIDENT),
        ("The club said in March that 62 weavers died at Karvat.", "62", INCIDENT),
        ("The club told reporters last week that 62 weavers died.", "62", INCIDENT),
        ("The club has maintained since the first day that 62 weavers died.", "62", INCIDENT),
        ("In March the club had said 62 weavers died at Karvat.", "62", INCIDENT),
        ("In March guards said to be drunk killed 62 weavers.", "62", CUMULATIVE),
        ("The club said on Friday that 62 weavers died this month.", "62", CUMULATIVE),
        ("The club said that in March 62 weavers died.", "62", CUMULATIVE),
        ("Guards killed 62 weavers this month, the club said.", "62", CUMULATIVE),
        # nor does an inquiry count the time that it took, or a march the whole country's dead
        ("A year-long inquiry found that guards killed 62 weavers.", "62", INCIDENT),
        ("A year-long feud killed 62 weavers.", "62", CUMULATIVE),
        ("The guild, which says 62 died, called for nationwide marches.", "62", INCIDENT),
        ("The guild says 62 weavers died nationwide.", "62", CUMULATIVE),
        ("The clash left one dead rebel and some war materiel behind.", "one", INCIDENT),
    ],
)
def test_scope_in_a_sentence(text: str, figure: str, scope: Scope) -> None:
    assert scopes(text)[figure] is scope


def test_a_period_is_carried_over_to_the_next_sentence() -> None:
    text = "Since May 90 guards have been killed. Twelve clerks were killed as well."
    assert scopes(text) == {"90": CUMULATIVE, "Twelve": CUMULATIVE}


@pytest.mark.parametrize(
    "following",
    ["On Friday twelve clerks were killed.", "A bomb attack killed twelve clerks."],
)
def test_a_sentence_with_a_day_or_an_event_of_its_own_is_not_of_the_period(following: str) -> None:
    assert scopes(f"Since May 90 guards have been killed. {following}")["twelve"] is INCIDENT


def test_a_number_told_in_the_perfect_counts_what_goes_on_for_days() -> None:
    goes_on = "The shelling of Karvat went on for the tenth day in a row."
    text = f"{goes_on} More than 90 people have been killed in air strikes."
    assert scopes(text)["More than 90"] is CUMULATIVE
    assert scopes(f"{goes_on} A shell killed nine people on Friday.")["nine"] is INCIDENT
    assert scopes(f"{goes_on} Nine people were killed.")["Nine"] is INCIDENT


def test_two_figures_of_one_clause_have_one_scope() -> None:
    text = "Since May 90 guards have been killed. Twelve clerks were killed and 13 others hurt."
    assert set(scopes(text).values()) == {CUMULATIVE}


def test_two_figures_joined_by_and_have_one_scope() -> None:
    text = "In that war, which lasted six weeks, 3,800 northern and 2,900 southern guards died."
    assert set(scopes(text).values()) == {CUMULATIVE}


def test_the_first_news_of_an_event_does_not_go_on_with_a_period() -> None:
    first = "The army initially reported that 13 clerks were killed and 14 others wounded."
    text = f"The war has killed 12,000 people over the past decade. {first}"
    assert scopes(text) == {"12,000": CUMULATIVE, "13": INCIDENT, "14": INCIDENT}
