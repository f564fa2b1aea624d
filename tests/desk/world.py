"""Invented reports of two fires, with figures that disagree."""

from datetime import UTC, date, datetime
from pathlib import Path

from schemas import Batch, Claim, Document, EventMention, Modifier, Span, SpeakerKind, Stance
from tests.warehouse.examples import claim, document, extraction, run, span
from warehouse import load_batch

GAZETTE = (
    "Fire in the port of Velmar.\n\n"
    "The harbour office said 12 dockers died in the fire at Velmar on Friday. "
    "A union leader, Ilse Marrow, said at least 20 dockers died. "
    "Mayor Odo Fenn denied the 20 deaths. "
    "It was reported that 31 dockers were hurt."
)
COURIER = (
    "No deaths at Velmar, says owner.\n\n"
    "The owner of the port said that not a single docker died in the fire at Velmar. "
    "Doctors counted 14 dead dockers."
)
LATER = "A year of fires.\n\nThe blaze at Orsk on 9 May killed 3 weavers, the sheriff said."
GROUP = "dockers"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def told(
    source: Document, sentence: str, words: str, value: int, speaker: str, **more: object
) -> Claim:
    """A claim whose evidence is one sentence."""
    made = claim(source, words, value, speaker=speaker, group=GROUP, where="Velmar", **more)
    start = source.text.index(sentence)
    evidence = Span.of(source.text, start, start + len(sentence))
    return made.model_copy(update={"evidence": evidence})


def reports() -> list[tuple[Document, list[Claim]]]:
    """The documents with their claims."""
    gazette = document(
        GAZETTE,
        title="Fire in the port of Velmar",
        outlet="Velmar Gazette",
        url="https://gazette.example/fire",
    )
    courier = document(
        COURIER,
        title="No deaths at Velmar, says owner",
        outlet="Orsk Courier",
        published=datetime(2031, 5, 5, tzinfo=UTC),
    )
    later = document(LATER, title="A year of fires", outlet="Orsk Courier", published=None)
    first = "The harbour office said 12 dockers died in the fire at Velmar on Friday."
    second = "A union leader, Ilse Marrow, said at least 20 dockers died."
    third = "Mayor Odo Fenn denied the 20 deaths."
    owner = "The owner of the port said that not a single docker died in the fire at Velmar."
    denial = told(gazette, third, "20 deaths", 20, "Mayor Odo Fenn", stance=Stance.DENIES)
    return [
        (
            gazette,
            [
                told(gazette, first, "12", 12, "The harbour office"),
                told(
                    gazette,
                    second,
                    "at least 20",
                    20,
                    "Ilse Marrow",
                    kind=SpeakerKind.PERSON,
                    modifier=Modifier.AT_LEAST,
                ),
                denial,
                told(
                    gazette,
                    "It was reported that 31 dockers were hurt.",
                    "31",
                    31,
                    "It",
                    harm="wounded",
                    confidence=0.4,
                ),
            ],
        ),
        (
            courier,
            [
                told(courier, owner, "not a single", 0, "The owner of the port"),
                told(courier, "Doctors counted 14 dead dockers.", "14", 14, "Doctors"),
            ],
        ),
        (
            later,
            [
                claim(later, "3", 3, speaker="the sheriff", group="weavers").model_copy(
                    update={
                        "event": EventMention(
                            where="Orsk", date_from=date(2031, 5, 9), date_to=date(2031, 5, 9)
                        )
                    }
                )
            ],
        ),
    ]


def build(path: Path) -> None:
    """Make the warehouse."""
    told_ = reports()
    batch = Batch(
        documents=[source for source, _ in told_],
        extractions=[extraction(source, claims) for source, claims in told_],
    )
    load_batch(path, run(), batch)


def many(documents: int, each: int, extractor: str, *, wider: bool = False) -> Batch:
    """Documents with many claims.

    Args:
        documents: How many documents.
        each: How many claims in each.
        extractor: Version of the extractor.
        wider: Whether the extractor also takes the noun for a part of the figure, so that each
            claim has other spans and another name.
    """
    sources, extractions = [], []
    for number in range(documents):
        place = f"Shaft {LETTERS[number]}"
        numbers = range(100 + number * each, 100 + (number + 1) * each)
        lines = [f"{n} miners died at {place}, a foreman said." for n in numbers]
        source = document("\n".join(lines), title=f"Reports from {place}")
        claims = [
            claim(
                source, f"{n} miners" if wider else f"{n}", n, where=place, extractor=extractor
            ).model_copy(update={"evidence": span(source.text, line)})
            for n, line in zip(numbers, lines, strict=True)
        ]
        sources.append(source)
        extractions.append(extraction(source, claims))
    return Batch(documents=sources, extractions=extractions)
