"""Invented news texts to review, shaped like those of a stream of news.

A stream of 361 news texts has 6.4 claims a text, in 4.3 sentences of 27 words with 1.5 claims each,
and 289 words in all. These have 2.9 claims a text, in 1.9 sentences of 28.5 words with 1.5 claims
each, and 266 words in all: 100 claims of 35 texts, which is more changes of text than there.
"""

from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

SHAPES = ("pair", "singles") * 5 + ("pair and single",) * 20 + ("two pairs",) * 5
"""The sentences with claims of each text: five, five, twenty and five texts with 2, 2, 3 and 4."""
PLACES = ("Velmar", "Orsk", "Tarn", "Karvat", "Lomir", "Besh", "Dorvin")
VICTIMS = ("dockers", "weavers", "villagers", "soldiers", "miners")
OFFICERS = ("Odo Fenn", "Ivar Mell", "Tilo Brandt", "Rasim Oder", "Yusuf Karn", "Pavel Stroh")
DOCTORS = ("Ilse Marrow", "Nadia Welk", "Hana Sorel", "Mira Dunst", "Lena Ostrow")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
PAIR = (
    "Police captain {officer} told reporters at the edge of the market on {day} that {first} "
    "{victims} had been killed and {second} wounded in the explosion at {place}."
)
SINGLE = (
    "The director of the town hospital, {doctor}, said in a statement late in the evening that "
    "at least {third} {victims} had died in the explosion on {day}."
)
OTHER_PAIR = (
    "A spokesman for the provincial governor, {officer_2}, later put the toll of the explosion "
    "at {third} {victims} killed and {fourth} wounded, after a visit to the hospital in the town."
)
SCENERY = (
    "The market square lay under a layer of glass and dust, and shopkeepers swept what was left "
    "of their windows into heaps while relatives waited behind a rope for news.",
    "Witnesses spoke of a flash and a long rumble that shook the houses along the river, and of "
    "smoke that hung over the bridge until the wind turned towards the hills.",
    "The cause of the explosion was not clear, and officials from the capital were on their way "
    "to the town to look at what was left of the building and its cellar.",
    "Schools and shops stayed closed, the road to the station was blocked by lorries, and trains "
    "were sent around the town while engineers looked at the embankment.",
    "Neighbours had complained about the warehouse in letters to the council, which had promised "
    "an inspection before the summer and had then put it off without a word.",
    "The council met behind closed doors in the evening, and its speaker left the hall by a side "
    "door without answering questions about who had signed the permits.",
    "In the streets behind the harbour people carried mattresses and kettles out of their houses, "
    "since nobody could say whether the walls would stand through the night.",
)


def write_review_texts(folder: Path) -> None:
    """Write the texts into a folder, a file each."""
    for number, text in enumerate(review_texts()):
        (folder / f"{number:02}.txt").write_text(text, "utf-8")


def review_texts() -> Iterator[str]:
    """The texts, each of its own figures and speakers."""
    for number, shape in enumerate(SHAPES):
        words = words_of(number)
        scenery = list(islice(cycle(SCENERY), number % len(SCENERY), number % len(SCENERY) + 7))
        sentences = {
            "pair": (PAIR,),
            "singles": (SINGLE, SINGLE_BY_POLICE),
            "pair and single": (PAIR, SINGLE),
            "two pairs": (PAIR, OTHER_PAIR),
        }[shape]
        told = [sentence.format(**words) for sentence in sentences]
        paragraphs = [told[0], *scenery[:3], *told[1:], *scenery[3:]]
        head = "Explosion in {place}\n\n{upper}, {date} May 2031 (Orsk Press) -- "
        yield head.format(**words) + "\n\n".join(paragraphs) + "\n"


SINGLE_BY_POLICE = (
    "Police captain {officer}, who spoke to reporters at the edge of the market on {day}, said "
    "that {first} {victims} had been killed in the explosion at {place}, most likely by gas."
)


def words_of(number: int) -> dict[str, object]:
    """What a text fills its sentences with."""
    first = 11 + number
    return {
        "place": PLACES[number % len(PLACES)],
        "upper": PLACES[number % len(PLACES)].upper(),
        "victims": VICTIMS[number % len(VICTIMS)],
        "officer": OFFICERS[number % len(OFFICERS)],
        "officer_2": OFFICERS[(number + 3) % len(OFFICERS)],
        "doctor": DOCTORS[number % len(DOCTORS)],
        "day": DAYS[number % len(DAYS)],
        "date": 1 + number % 28,
        "first": first,
        "second": 2 * first,
        "third": first + 3,
        "fourth": 2 * first + 5,
    }
