from collections.abc import Callable

import pytest

from schemas import EventMention

Mentioned = Callable[..., EventMention]

LEAD = "Soldiers raided Camp Karvat in Dorel province on Monday.\n\n"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        # the gazetteer's places, and places that only the text knows
        ("A bomb killed {nine} people at a market in Maiduguri.", "Maiduguri"),
        ("{Two} farmers died in the village of Karvat, in Dorel district.", "Karvat"),
        ("{Two} farmers died in Karvat district, Dorel province.", "Karvat district"),
        ("{Two} farmers died near Karvat.", "Karvat"),
        ("{Two} farmers died in the Tolvan section of Nairobi.", "Tolvan"),
        ("{Nine} people died in northern Nigeria's Borno state.", "Borno state"),
        ("{Two} men died in the restive northern city of Kano, Nigeria.", "Kano"),
        ("{Two} guards died at Tolvan prison, 20 miles north of Nairobi.", "Tolvan prison"),
        ("{Two} guards died some 20 miles north of Nairobi.", "Nairobi"),
        # a count in the clause of a place that a text only compares with, or that somebody visits
        (
            "Police shot at a crowd on Saturday in Maiduguri, in the same region as the city of "
            "Kano, where {13} people died in a clash.",
            "Kano",
        ),
        ("Nine fled in Maiduguri, south of Kano, where {two} men were hurt.", "Maiduguri"),
        ("A bomb killed {nine} people in Maiduguri, where the mayor of Kano lives.", "Maiduguri"),
        # what befalls a place tells that an unknown name is one
        ("Doctors said {two} farmers died in the shelling of Karvat.", "Karvat"),
        ("{Two} farmers died in an air strike on Karvat.", "Karvat"),
        ("{Two} farmers died in a mudslide at Karvat on Monday.", "Karvat"),
        ("{Nine} people died when a ferry sank off Karvat.", "Karvat"),
        ("{Two} men died in the fire that Karvat had lit.", None),
        ("{Two} farmers died in the killing of Karvat.", None),
        # a part of the world is no place, and a country is no village
        ("{Two} of Southeast Asia's best divers died in Kano.", "Kano"),
        ("{Two} men died in the northern Nigeria village of Karvat.", "Karvat"),
        ("{Two} men died in a Nigeria village.", "Nigeria"),
        # so does its sort told behind it, and a lake beside it is none
        ("{Two} men of Karvat, a fishing village in the north, died.", "Karvat"),
        ("{Two} men died. The army closed Karvat, on the shores of Lake Tolvan.", "Karvat"),
        # a capital can stand for its state
        ("Accra's defence ministry said {two} men died in Karvat.", "Karvat"),
        ("Shells killed {two} men of the Accra troops in Karvat.", "Karvat"),
        ("Soldiers killed {two} men in Accra.", "Accra"),
        ("Shells hit Kano. Accra denies that {two} men died.", "Kano"),
        ("Shells hit Kano. Accra had put the dead at {nine}.", "Kano"),
        ("Shells hit Kano. Accra stands by its toll of {nine}.", "Kano"),
        ("Shells hit Kano. Clerks accuse Accra of hiding {nine} deaths.", "Kano"),
        ("Shells hit Accra. Police in Accra said {nine} died.", "Accra"),
        ("{Nine} died in Kano when rebels fought backers of the government in Accra.", "Kano"),
        (
            "Rebels who fight the government in Accra, police of the port of Kano say, shot {two}.",
            "Kano",
        ),
        # a line of the place of writing may end with a colon
        ("ACCRA: Shells killed {two} men in the town of Kano, Nigeria.", "Kano"),
        ("ACCRA: The army denied on Monday that its jets had killed {nine} farmers.", "Ghana"),
        ("ISLAMABAD (AFN) - Shells killed {two} men.", "Pakistan"),
        # nor is the place of what an event came after its own
        (
            "Jets hit a camp at Karvat in Ghana.\n\nIt came ten days after a raid in Kano.\n\n"
            "{Nine} men died.",
            "Ghana",
        ),
        # a mall is a place, however it is spelled
        ("{Nine} clerks died in a raid on the Tolvan mall.", "Tolvan mall"),
        # another happening is elsewhere
        (
            "Gunmen attacked a village.\n\nThe raid on Karvat began early.\n\nIn another attack "
            "six died in Dorel, a village 20 km north of Karvat.\n\n{Nine} were buried.",
            "Karvat",
        ),
        # a country's possessive that lost its apostrophe
        ("Air raids killed {nine} people in Nigerias Borno state.", "Borno state"),
        # who holds a place is no part of its name
        ("Air raids killed {nine} people in IS-held Maiduguri.", "Maiduguri"),
        ("Air raids killed {nine} people in a UN-backed village near Karvat.", "Karvat"),
        ("Mortars killed {nine} people in Kurdish-run Maiduguri.", "Maiduguri"),
        # a number or an article that opens the next sentence is no part of a name
        ("{One} police officer died at the scene.", None),
        ("A shell fell on a school in Maiduguri {Two} people died.", "Maiduguri"),
        ("{Two} people died in Zone Two in Maiduguri.", "Zone Two"),
        # a surname is no place, not even where its possessive lost its apostrophe
        ("The blast at Clinton killed {two} men. Ann Clintons father wept.", None),
        # a place that opens a sentence is the event's, but abroad
        (
            "A bomb killed five in Maiduguri.\n\nIn Kano, police said {two} men died.",
            "Kano",
        ),
        (
            "A bomb killed five in Maiduguri.\n\nIn Geneva, officials said {two} men died.",
            "Maiduguri",
        ),
        # not where somebody spoke
        ("The minister told reporters in Geneva that {40} people died in Sindh.", "Sindh"),
        ("Police captain Ade Bello from Kano state said {two} men died in Lagos.", "Lagos"),
        (
            "The senator, who spoke to journalists in nearby Kano, said {40} died in Maiduguri.",
            "Maiduguri",
        ),
        ("A senator in the National Assembly said {22} people died in Karachi.", "Karachi"),
        # not where something else happened, from which this is counted
        (
            "Police shot dead {three} men. It was the worst violence since the raid on Geneva "
            "in 1989. The shots were fired in the village of Karvat.",
            "Karvat",
        ),
        # not where somebody who speaks has an office
        ("The Monitor, based in Geneva, said {nine} men died.", None),
        ("The Monitor, headquartered in Geneva, said {nine} men died in Kano.", "Kano"),
        # not what a town is near to
        ("In Karvat, a town on the banks of the Niger river, raiders shot {two} men.", "Karvat"),
        ("In Karvat a hamlet near Kano raiders shot {two} men.", "Karvat"),
        # an agency's letters are no town
        ("SANA news agency said that {two} men died.", None),
        # "no injuries" of where the sentence before was
        (
            "A bomb killed two men in Kano. A hut in Maiduguri was hit on Monday. There were {no} "
            "injuries.",
            "Maiduguri",
        ),
        (LEAD + "It killed {two}, the leader said by telephone from Nairobi.", "Camp Karvat"),
        # the clause of the harm
        ("After the summit in Accra, {two} men were shot dead in Lagos.", "Lagos"),
        # a place named before
        (LEAD + "In the camp, {three} people were wounded.", "Camp Karvat"),
        (LEAD + "Doctors said {three} people were wounded.", "Camp Karvat"),
        (LEAD + "{Three} people were wounded in Dorel province, it said.", "Camp Karvat"),
        (LEAD + "In 2011 rebels killed {20} people in Kano.", "Kano"),
        # a capital without its name
        ("Gunmen killed {two} Ghanaian farmers in the capital.", "Accra"),
        ("Ghana mourned in Kano. {Two} men died in the Kenyan capital on Monday.", "Nairobi"),
        ("Ghana and Kenya mourned in Kano. {Two} men died in the capital.", "Kano"),
        ("Ghana mourned. {Two} men died in the capital of Sindh.", "Sindh"),
        (
            "Ghana mourned the dead of the city of Kumasi. In the capital {two} men were killed "
            "when a shell struck a school.",
            "Accra",
        ),
        (
            "Ghana mourned the dead of the city of Kumasi. In the capital, Monday's shells killed "
            "{two} men.",
            "Accra",
        ),
        ("Ghana mourned. In the capital of the north, Kumasi, {two} men died.", "Kumasi"),
        # "the city" is that of its sentence rather than one told before
        (
            "A bomb fell in the city of Kano. {Two} men in Maiduguri died as a shell hit the city.",
            "Maiduguri",
        ),
        # date lines: the town, or a capital's country
        ("JOS, Nigeria (AP) -- Gunmen killed {12} farmers Tuesday.", "Jos"),
        ("NAIROBI, Kenya (AP) -- Gunmen killed {12} farmers Tuesday.", "Kenya"),
        ("Ghanaian police said that {three} thieves had been shot.", "Ghana"),
        # headlines and capitals
        ("Kano Blast Kills {12} Traders In Search For Gold", "Kano"),
        ("GUNMEN KILLED {TWO} FARMERS IN AYACUCHO DEPARTMENT YESTERDAY.", "Ayacucho Department"),
        # names of other things
        ("In Congress, he said {two} soldiers had died in Operation Dorel.", None),
        ("The Interior Department counted {two} dead in Ramadan.", None),
    ],
)
def test_the_most_specific_place_of_the_harm(
    mention: Mentioned, text: str, where: str | None
) -> None:
    assert mention(text).where == where


def test_background_of_no_known_place_gets_none(mention: Mentioned) -> None:
    assert mention(LEAD + "In the 1970s, {two} of his brothers were killed.").where is None


def test_people_elsewhere_do_not_move_the_event(mention: Mentioned) -> None:
    text = LEAD + "The clash recalled the war in Syria, which has killed {200,000} people."
    assert mention(text).where == "Syria"


@pytest.mark.parametrize(
    ("text", "path"),
    [
        # states by their abbreviation, counties of two states, and a part of a town
        ("{Two} men died in Marion County, Ohio.", ["Marion County", "Ohio", "United States"]),
        ("{Two} men died in Marion County, Ind.", ["Marion County", "Indiana", "United States"]),
        ("{Two} men died in Marion County.", []),
        (
            "TOLEDO, Ohio -- {Two} men died on Prouty Lane.",
            ["Prouty Lane", "Toledo", "Lucas County", "Ohio", "United States"],
        ),
        (
            "CHICAGO -- {Two} men died on the West Side.",
            ["West Side", "Chicago", "Cook County", "Illinois", "United States"],
        ),
        (
            "{Two} men died in South Philadelphia.",
            ["South Philadelphia", "Philadelphia", "Philadelphia County", "Pennsylvania",
             "United States"],
        ),
        # a part of a town whose name is also an old one of another town
        (
            "{Two} men died in the Feltonville section of Philadelphia.",
            ["Feltonville", "Philadelphia", "Philadelphia County", "Pennsylvania",
             "United States"],
        ),
        # a camp that only the text knows, and a place of its name elsewhere
        (
            "{Two} men died at Camp Liberty in Diyala province, Iraq.",
            ["Camp Liberty", "Diyālá", "Iraq"],
        ),
        ("Georgian troops fled. {Two} men died in Georgia.", ["Georgia"]),
        ("{Two} men died in Atlanta, Georgia.",
         ["Atlanta", "Fulton County", "Georgia", "United States"]),
        # the country in the name of a body of exiles is not where they are
        (
            "Iraqi troops shot {two} men in Camp Karvat, the Herders' Organization of Iran said.",
            [],
        ),
        # another spelling of a province
        ("{Two} men died in Raqa province, Syria.", ["Ar Raqqah", "Syria"]),
        # the town of the police, not the one where somebody is from or was taken to
        (
            "Chicago police said a Felton man shot {two} men. They died at Mercy Hospital in Gary.",
            ["Chicago", "Cook County", "Illinois", "United States"],
        ),
        ("Shells struck Karvat hospital in Homs, Syria, killing {two} men.",
         ["Karvat hospital", "Homs", "Ḩimş", "Syria"]),
    ],
)  # fmt: skip
def test_the_path_of_the_places_around_the_harm(
    mention: Mentioned, text: str, path: list[str]
) -> None:
    assert [step.name for step in mention(text).place] == path


def test_another_spelling_is_no_place_of_a_country_told_less(mention: Mentioned) -> None:
    text = (
        "Shells killed {nine} people in Mayssar, a district of Aleppo in Syria. "
        "Syrian and Russian warplanes bombed Idlib and the Golan Heights; the U.S. protested."
    )
    assert "United States" not in [step.name for step in mention(text).place]
