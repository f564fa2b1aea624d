"""Streams of invented reports about known events, as extraction would deliver them.

The reports repeat what makes linking hard: places spelled differently or named by their province,
dates a day off or missing, background mentions of older events, reports of two events, undated
pages, syndicated copies, figures that move.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from random import Random

from evaluation.stream_claims import ROLES, Telling, claim_of
from evaluation.stream_world import Happening, World, make_world
from schemas import (
    DatePrecision,
    Document,
    EventMention,
    Extraction,
    Harm,
    Modifier,
    Span,
    Stance,
)
from schemas.base import fingerprint


@dataclass(frozen=True)
class StreamReport:
    """An invented document with its claims and the event of each.

    Attributes:
        document: The text.
        extraction: Its claims.
        truth: Label of the event of each claim.
    """

    document: Document
    extraction: Extraction
    truth: dict[str, str]


def stream(
    events: int = 200, documents: int = 2_000, seed: int = 7, days: int = 730
) -> Iterator[StreamReport]:
    """Invent reports in the order of their publication.

    Args:
        events: How many events there are.
        documents: How many reports.
        seed: The same seed gives the same stream.
        days: Over how many days the events happen.
    """
    world = make_world(events, seed, days)
    random = Random(seed + 1)  # noqa: S311 -- invented data, no secret
    for number, (event, published) in enumerate(schedule(world, random, documents)):
        yield write(world, random, event, published, number)


def schedule(world: World, random: Random, documents: int) -> list[tuple[Happening, datetime]]:
    """Say which event each report is about and when it appears; big events have more reports."""
    weights = [random.paretovariate(1.3) for _ in world.happenings]
    plan = [(event, moment(random, event)) for event in world.happenings]
    more = random.choices(world.happenings, weights, k=max(documents - len(plan), 0))
    plan += [(event, moment(random, event)) for event in more]
    return sorted(plan[:documents], key=lambda item: (item[1], item[0].label))


def moment(random: Random, event: Happening) -> datetime:
    """When a report of an event appears: mostly within hours, sometimes within days."""
    hours = min(random.expovariate(1 / 30), 24 * 9)
    start = datetime(event.last.year, event.last.month, event.last.day, 10, tzinfo=UTC)
    return start + timedelta(hours=int(hours))


def write(
    world: World, random: Random, event: Happening, published: datetime, number: int
) -> StreamReport:
    """Write one report."""
    outlet = random.choice(world.outlets)
    agency = random.choice(world.agencies) if random.random() < 0.3 else None
    title = f"{event.kind.name.capitalize()} in {event.place.name}"
    tellings = list(main_part(world, random, event, published))
    tellings += background_part(world, random, event, published)
    text = f"{title}\n\n"
    parts = []
    for telling in tellings:
        parts.append((len(text), telling))
        text += telling.text + " "
    text += f"({outlet}, report {number})"
    dated = random.random() > 0.05
    document = Document(
        document_id=fingerprint(text),
        text=text,
        title=title,
        agency=agency,
        outlet=outlet,
        published=published if dated else None,
        published_precision=DatePrecision.MINUTE if dated else None,
        url=f"https://{outlet.split()[0].lower()}.example/{number}",
    )
    claims = [claim_of(document, start, telling) for start, telling in parts]
    return StreamReport(
        document=document,
        extraction=Extraction(document_id=document.document_id, claims=tuple(claims)),
        truth={
            claim.claim_id: telling.label for claim, (_, telling) in zip(claims, parts, strict=True)
        },
    )


def main_part(
    world: World, random: Random, event: Happening, published: datetime
) -> Iterator[Telling]:
    """Sentences about the event that the report is about, rarely about a second one."""
    for key in random.sample(sorted(event.figures), min(len(event.figures), random.randint(1, 4))):
        yield tell(world, random, event, key, published.date())
    if random.random() < 0.05:
        today = published.date()
        others = [o for o in world.between(today - timedelta(days=7), today) if o is not event]
        if others:
            other = random.choice(others)
            yield tell(world, random, other, min(other.figures), published.date())


def background_part(
    world: World, random: Random, event: Happening, published: datetime
) -> Iterator[Telling]:
    """A sentence about an older event, at the same place or against the same group."""
    if random.random() > 0.15:
        return
    other = world.older(random, event, published.date() - timedelta(days=45))
    if other is not None and other is not event:
        key = random.choice([key for key in sorted(other.figures) if key[0] == "killed"])
        yield tell(world, random, other, key, None)


def tell(
    world: World, random: Random, event: Happening, key: tuple[str, str], published: date | None
) -> Telling:
    """Write one sentence; without a publication date it is a background mention by month."""
    harm, group = key
    value, modifier, words = figure(random, event.figures[key])
    where = place_words(random, event)
    mention = when(random, event, published).model_copy(update={"where": where})
    index = random.randrange(len(ROLES))
    speaker = random.choice(world.people) if published and random.random() < 0.6 else None
    people = "people" if random.random() < 0.15 else f"members of the {group}"
    color = ", ".join(random.sample([*event.kind.words, *event.details], 3))
    dated = f"{mention.when} " if mention.when else ""
    text = f"{words} {people} were {harm} {dated}in the {event.kind.name}"
    text += f" at {where}" if where else ""
    text += f" ({color})"
    text += f", the {ROLES[index]} {speaker} said." if speaker else "."
    return Telling(
        label=event.label,
        text=text,
        figure=Span.of(text, 0, len(words)),
        source=Span.of(text, text.index(speaker), text.index(speaker) + len(speaker))
        if speaker
        else None,
        value=value,
        modifier=modifier,
        harm=Harm(harm),
        group=None if people == "people" else group,
        speaker=speaker,
        role=index,
        stance=Stance.DENIES if speaker and random.random() < 0.03 else Stance.ASSERTS,
        mention=mention,
    )


def figure(random: Random, true: int) -> tuple[int, Modifier, str]:
    """A figure as somebody gives it: right, lower, higher, or a bound."""
    value = max(1, round(true * random.choice((1, 1, 1, 0.6, 0.8, 1.3, 2))))
    modifier = random.choice((Modifier.EXACT, Modifier.EXACT, Modifier.AT_LEAST, Modifier.ABOUT))
    prefix = {Modifier.AT_LEAST: "At least ", Modifier.ABOUT: "About "}.get(modifier, "")
    return value, modifier, f"{prefix}{value}"


def place_words(random: Random, event: Happening) -> str | None:
    """The place as a report names it: not at all, by its province, misspelled, or well."""
    chance = random.random()
    if chance < 0.12:
        return None
    if chance < 0.22:
        return f"{event.place.province} province"
    if chance < 0.30:
        name = event.place.name
        cut = random.randrange(2, len(name))
        return name[: cut - 1] + name[cut:]
    return event.place.name


def when(random: Random, event: Happening, published: date | None) -> EventMention:
    """The date as a report tells it: open, a day off, or right; background only by month."""
    if published is None:
        if random.random() < 0.4:
            return span_of_days(event.first.strftime("on %d %B %Y"), event.first, event.first)
        first = event.first.replace(day=1)
        last = (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
        return span_of_days(first.strftime("in %B %Y"), first, last)
    chance = random.random()
    if chance < 0.15:
        return EventMention()
    day = random.choice((event.first, event.last))
    if chance < 0.23:
        day += timedelta(days=random.choice((-1, 1)))
    return span_of_days(day.strftime("on %A"), day, day)


def span_of_days(words: str, first: date, last: date) -> EventMention:
    """A mention of an interval."""
    return EventMention(when=words, date_from=first, date_to=last)
