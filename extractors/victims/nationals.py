"""Rules for victims told by their country: "six Tajiks", "Tajik citizens", "its citizens"."""

from extractors.languages.context_words import words_of
from extractors.victims.group_lexicon import demonyms, is_noun
from extractors.victims.group_phrases import countries_in, is_national
from extractors.victims.victim_groups import GroupContext, VictimPhrase
from schemas import SpeakerKind

_OF_STATE = frozenset({SpeakerKind.GOVERNMENT, SpeakerKind.OFFICIAL})
"""Kinds of speakers whose citizens can be a state's: an army's people are its soldiers."""


def by_citizenship(victims: VictimPhrase, context: GroupContext) -> str | None:
    """Citizens of a country, or of the state that speaks: "Tajik citizens", "its citizens"."""
    if any(is_noun("citizen", head) for head in victims.heads):
        countries = countries_in(victims, context) or _of_speaker(victims, context)
        return _called(countries)
    is_own = any(is_noun("resident", head) for head in victims.heads)
    return _called(_of_speaker(victims, context)) if is_own else None


def by_nation(victims: VictimPhrase, context: GroupContext) -> str | None:
    """Nationals, where nothing else is said of them: "six Nepalis", "Afghan men"."""
    if not (victims.is_open or is_national(victims, context)):
        return None
    return _called(countries_in(victims, context))


def _of_speaker(victims: VictimPhrase, context: GroupContext) -> tuple[str, ...]:
    """The country of a state that tells of its own: "its citizens"."""
    if victims.keys.isdisjoint(words_of("owner-group")) or context.speaker_kind not in _OF_STATE:
        return ()
    mentions = context.groups.find(context.said_by)
    return tuple(each.country for each in mentions if each.country)


def _called(countries: tuple[str, ...]) -> str | None:
    """What the nationals of the first country are called."""
    plurals = demonyms()[countries[0]].nationals if countries else ()
    return plurals[0] if plurals else None
