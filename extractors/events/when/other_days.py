"""Days of another happening than the one that a text is about."""

from extractors.document.analysis import DocumentAnalysis
from extractors.document.text import Sentence, time_limit
from extractors.events.other_happenings import opens_another
from extractors.events.when.calendar import DateInterval, shift
from extractors.events.when.dated import WEEK
from extractors.events.when.timex import TimeExpression
from extractors.events.where.place_kinds import happening_pattern
from extractors.languages.patterns import pattern


def recalls(folded: str, sentence: Sentence, time: TimeExpression) -> bool:
    """Whether a day is that of another happening.

    "The last attack on the mine, in May"; "the massacre came after an attack on 5 May".

    Args:
        folded: The folded text.
        sentence: The sentence of the day.
        time: The day.
    """
    if pattern("recalled-time").fullmatch(folded, time.start, time.end):
        return True
    before = folded[sentence.start : time.start]
    limit = time_limit(before)
    return any(
        happening_pattern(name).search(before, timeout=limit) is not None
        for name in ("recalled-happening", "came-after-another")
    )


def is_of_late_death(folded: str, sentence: Sentence, time: TimeExpression) -> bool:
    """Whether a day is that on which somebody died later: "died of their wounds overnight"."""
    return pattern("late-death-before").search(folded[sentence.start : time.start]) is not None


def is_escaped(folded: str, sentence: Sentence, time: TimeExpression) -> bool:
    """Whether a day is that of what somebody outlived: "he had escaped a similar raid in May"."""
    before = folded[sentence.start : time.start]
    outlives = happening_pattern("outlived-happening")
    return outlives.search(before, timeout=time_limit(before)) is not None


def is_of_digression(
    parsed: DocumentAnalysis,
    sentence: Sentence,
    days: DateInterval,
    written: DateInterval | None,
) -> bool:
    """Whether an old day is that of an attack which news brings in behind its lead.

    "At least 60 people have been killed in Karvat. On April 15, a camp lost 40 men in an attack."
    The attack is told as new to the reader, and lies more than a week before the writing.

    Args:
        parsed: The document.
        sentence: The sentence of the day.
        days: The day.
        written: When the document was written.
    """
    first = written.start if written else None
    if not sentence.stops or first is None or days.end is None or days.end >= shift(first, -WEEK):
        return False
    text = parsed.folded_sentence(sentence.index)
    introduced = happening_pattern("in-a-happening")
    return introduced.search(text, timeout=time_limit(text)) is not None


def takes_up_happening(folded: str, sentence: Sentence) -> bool:
    """Whether a sentence goes on with a happening told before: "when they launched the raid"."""
    taken_up = happening_pattern("happening-taken-up")
    return taken_up.search(folded, sentence.start, sentence.end) is not None


def introduces_happening(folded: str, sentence: Sentence) -> bool:
    """Whether a sentence brings in a happening: "the army carried out a night raid".

    It does not where it turns to others: "Elsewhere on Monday two died in a bombing".
    """
    if opens_another(folded, sentence):
        return False
    brought_in = happening_pattern("indefinite-happening")
    return brought_in.search(folded, sentence.start, sentence.end) is not None
