"""Where the words of a source begin and end, in text that runs others into them.

Pages lose their stops and headings: "Show Caption Police say", "20 May 2014 Activists say",
"tens of others injured AFN reported". The speaker is the phrase that touches the cue.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

import regex

from extractors.attribution.cues.appeal_names import appeal_start
from extractors.attribution.cues.frame import CueFrame, Offsets
from extractors.attribution.speakers.speaker_roles import find_roles, head_match
from extractors.document.text import REGEX_TIMEOUT
from extractors.languages.context_words import words_of
from extractors.languages.pack import per_language
from extractors.languages.patterns import compile_pattern, pattern
from extractors.languages.speech_words import speech_words
from extractors.quantities.number_lexicon import number_words
from schemas import SpeakerKind

_LAYOUT = regex.compile(
    r"(?:.*\s[-–—•]|.*\||[^(]*\)|\([^()]*\)|\W+(?<!@))\s*(?=[\p{L}\d@])", regex.DOTALL
)
"""A page's place, byline or brackets: "KARVAT - ", "Ana Lal | "."""
_CLOSED = regex.compile(r"[,.!?…]['\"’”]\s+(?=\p{Lu})")
"""Where a quotation ends inside what looks like a phrase."""
_ACRONYM = regex.compile(r"\s(?=\p{Lu}{2,7}$)")
_LAST_WORD = regex.compile(r"[\p{L}'’.-]+$")
_CUT_NAME = regex.compile(r"(?:\p{Lu}[\p{L}\p{M}'’.-]*\s)+$")
_OUTLETS = frozenset({SpeakerKind.MEDIA, SpeakerKind.UN})


def bound_sources(text: str, frame: CueFrame) -> CueFrame | None:
    """Leave out of a cue's sources what is no part of them.

    Args:
        text: The document's text, cased as running text.
        frame: The cue.

    Returns:
        The cue with its sources as they are told; none where its only sources are no speakers.
    """
    found = [bound_source(text, source, frame.cue) for source in frame.sources]
    kept = tuple(source for source in found if source is not None)
    if kept == frame.sources:
        return frame
    return replace(frame, sources=kept) if kept else None


def bound_source(text: str, source: Offsets, cue: Offsets) -> Offsets | None:
    """Find where a source begins and ends.

    Args:
        text: The document's text, cased as running text.
        source: The words that the parse takes for it.
        cue: Its cue.

    Returns:
        Its bounds, or none where the words are no speaker's.
    """
    start, end = source
    follows = start >= cue[1]
    for cut in (*_ENDS, *(_INNER if not follows else ())):
        left, right = cut(text[start:end])
        start, end = start + left, start + right
    if follows and (splice := next(_openings(text[start:end]), None)):
        end = start + splice
    if start >= end or _says_nothing(text[start:end]):
        return None
    if text[start:end].isdigit() and text[end : cue[0]].strip(" %"):
        return None
    is_cut = follows or start > source[0]
    opens = appeal_start(text, start) if is_cut else _whole_name(text, start, end)
    return opens, _through_name(text, end, cue[0])


def _without_layout(words: str) -> Offsets:
    found = _LAYOUT.match(words)
    return found.end() if found else 0, len(words)


def _without_date(words: str) -> Offsets:
    before = pattern("date-before-source").match(words)
    start = before.end() if before else 0
    if _leads_on(words[start:].split(maxsplit=1)[0]) and words[start].islower() and start:
        start = 0
    after = pattern("date-after-source").search(words, start)
    end = after.start() if after else len(words)
    return start, len(words) if _leads_on(words[start:end].rsplit(maxsplit=1)[-1]) else end


def _without_clause(words: str) -> Offsets:
    before = pattern("pronoun-before-source").match(words)
    start = before.end() if before else 0
    after = pattern("relative-clause-of-source").search(words, start) or _occasion().search(
        words, start
    )
    if after and words[start : after.start()].casefold() in speech_words("stands-for-nobody"):
        return start, len(words)  # only the clause tells who they are: "those who fled"
    return start, after.start() if after else len(words)


def without_furniture(words: str) -> Offsets:
    """Leave out what pages write before a speaker: "Photos | Police", "Image 2 of 6 | Police"."""
    headings = ("heading-of-pictures", "tags-before-source")
    told = (pattern(each).match(words, timeout=REGEX_TIMEOUT) for each in headings)
    found = next(filter(None, told), None) or _furniture().match(words)
    return found.end() if found else 0, len(words)


def _without_harmed(words: str) -> Offsets:
    """Leave out a participle that a lost comma runs into a speaker: "wounded | reports"."""
    first, _, rest = words.partition(" ")
    ends = rest and first.casefold() in speech_words("harmed") and first.islower()
    is_speaker = ends and head_match(rest) is not None and len(rest.split()) == 1
    return len(first) + 1 if is_speaker else 0, len(words)


def _after_opening(words: str) -> Offsets:
    return next(reversed(list(_openings(words))), -1) + 1, len(words)


def _after_quotation(words: str) -> Offsets:
    """Leave out the end of what is quoted: "and mere rumours,” | Ana Lal"."""
    found = list(_CLOSED.finditer(words))
    return found[-1].end() if found else 0, len(words)


_ENDS: tuple[Callable[[str], Offsets], ...] = (
    _without_layout,
    _without_clause,
    _without_date,
    without_furniture,
    _without_harmed,
)


def _after_place(words: str) -> Offsets:
    """Leave out a place that a lost comma runs into a speaker: "the area of the mine | AFN man"."""
    head, *rest = _placed().split(words, maxsplit=1)
    roles = find_roles(words) if rest and not head else []
    if not roles or roles[-1].end != len(words):
        return 0, len(words)
    start = roles[-1].start
    for role in reversed(roles[:-1]):
        start = role.start if not words[role.end : start].strip() else start
    named = _CUT_NAME.search(words[:start])
    return named.start() if named else start, len(words)


_INNER = (_after_quotation, _after_opening, _after_place)


def _openings(words: str) -> Iterator[int]:
    """Where a phrase of its own begins inside what looks like one."""
    for match in pattern("second-article").finditer(words):
        before = _LAST_WORD.search(words[: match.start()])
        last = before.group() if before is not None else ""
        if last and not _leads_on(last) and not pattern("participle-ending").search(last):
            yield match.start()
    yield from (match.start() for match in _state_media().finditer(words))
    yield from _after_person(words)
    yield from (m.start() for m in _ACRONYM.finditer(words) if _is_apart(words, m.start()))


def _after_person(words: str) -> Iterator[int]:
    """Where a clause about somebody begins: "the man | police" say shot two.

    "The official agency" is one body.
    """
    roles = find_roles(words)
    if [each.end for each in roles[1:]] != [len(words)]:
        return
    person, body = roles
    is_told = person.number == "person" and person.role.weight == 1
    is_told = is_told and person.text.casefold() not in speech_words("of-the-state")
    if is_told and words[person.end : body.start] == " " and body.number == "group":
        yield person.end


def _leads_on(word: str) -> bool:
    """Whether a word belongs to what follows it: a preposition."""
    return word.casefold() in speech_words("leads-on")


def _is_apart(words: str, place: int) -> bool:
    """Whether an acronym is another's than what stands before it: "injured | AFN"."""
    before, short = words[:place], words[place + 1 :]
    roles = find_roles(short)
    last = before.split()[-1]
    if _leads_on(last) or last.endswith(("'s", "’s")):
        return False
    if last[:1].isupper() and short.casefold() in speech_words("heads-name"):
        return False  # "the rebels' Al-Furat TV"
    touching = find_roles(before)
    if touching and touching[-1].end == len(before):
        return last[:1].isupper() and touching[-1].role.kind is not SpeakerKind.MEDIA
    is_outlet = bool(roles) and roles[0].role.kind in _OUTLETS
    return is_outlet and (last.islower() or head_match(before) is not None)


def _says_nothing(words: str) -> bool:
    """Whether words can be no speaker: a number, a headline's count, "some in hospital"."""
    parts = words.split()
    if pattern("only-dates").fullmatch(words) or words.casefold() in speech_words(
        "stands-for-nobody"
    ):
        return True
    if len(parts) < 2:
        return False
    if pattern("place-preposition").match(words) or _is_share(parts):
        return True
    counted = parts[0].isdigit() or parts[0].casefold() in number_words()
    named = parts[1].strip(",.").casefold()
    harmed = counted and (named in speech_words("harmed") or named in words_of("others"))
    return harmed or bool(pattern("partitive-some").match(words))


def _is_share(parts: list[str]) -> bool:
    """Whether words end as a share does: "a 33 per cent"."""
    return parts[-2].casefold() in words_of("rate-preposition") and parts[
        -1
    ].casefold() in speech_words("measure")


def _through_name(text: str, end: int, cue: int) -> int:
    """Where a name ends that an abbreviation parts from its office: "head of the HWM (HWM) Lal"."""
    rest = text[end:cue]
    is_parted = text[end - 1] == ")" and rest[:1] == " " and rest[-1:] == " "
    is_name = is_parted and pattern("proper-name").fullmatch(rest.strip()) is not None
    return end + len(rest.rstrip()) if is_name else end


def _whole_name(text: str, start: int, end: int) -> int:
    """Where a name begins of which only its last word was taken: "Ruda News | Network"."""
    if text[start:end].casefold() not in speech_words("heads-name"):
        return appeal_start(text, start)
    before = _CUT_NAME.search(text, max(0, start - 60), start)
    if before is None:
        return start
    name = before.group()
    dated = pattern("date-before-source").match(name)
    first = before.start() + (dated.end() if dated else 0)
    leading = _LAST_WORD.search(text[:first].rstrip())
    if leading is not None and not dated and leading.group().casefold() in speech_words("placing"):
        return start
    return first


@per_language
def _placed() -> "regex.Pattern[str]":
    places = "|".join(map(regex.escape, speech_words("sort-of-place")))
    return compile_pattern("sort-of-place-opens", place=places)


@per_language
def _furniture() -> "regex.Pattern[str]":
    words = "|".join(sorted(map(regex.escape, speech_words("furniture")), key=len, reverse=True))
    return regex.compile(rf"(?:(?i:{words})(?:\s+|:|$))+")


@per_language
def _occasion() -> "regex.Pattern[str]":
    words = "|".join(sorted(map(regex.escape, speech_words("occasion")), key=len, reverse=True))
    return compile_pattern("occasion-after-source", occasion=words)


@per_language
def _state_media() -> "regex.Pattern[str]":
    places = "|".join(map(regex.escape, speech_words("sort-of-place")))
    state = "|".join(map(regex.escape, speech_words("of-the-state")))
    return regex.compile(rf"(?<=\b(?:{places}))\s(?=(?:{state})(?:-\w+)?\s)")
