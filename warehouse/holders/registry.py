"""The registry of holders: names, bodies, their aliases and acronyms."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from schemas import SpeakerKind
from schemas.base import fingerprint
from warehouse.holders.bodies import bodies
from warehouse.holders.models import Alias, Assigned, Holder
from warehouse.holders.speaker_keys import (
    STATE,
    Speaker,
    any_order_key,
    country_of,
    first_words,
    has_name,
    identity_key,
    initials,
    introduced,
    is_common,
    is_common_body,
    is_keyed,
    is_medium,
    is_name,
    lookup_keys,
    names_within,
    office_key,
    unnamed,
)
from warehouse.holders.titles import title_of
from warehouse.originators.media import medium_key
from warehouse.speakers import name_key, words

SHORTENED = {
    SpeakerKind.NGO,
    SpeakerKind.UN,
    SpeakerKind.ARMED_GROUP,
    SpeakerKind.POLITICAL_PARTY,
}
"""Kinds whose bodies are called by the first words of their names."""


@dataclass
class Registry:
    """Holders and aliases known so far, and what a batch adds to them.

    Attributes:
        holders: By their identity.
        aliases: By their keys.
        decided: The holders of the keys that the user's file gives.
        new_holders: Identities of holders that are new or changed.
        new_aliases: Aliases to be written.
    """

    holders: dict[str, Holder] = field(default_factory=dict)
    aliases: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    decided: dict[str, str] = field(default_factory=dict)
    new_holders: set[str] = field(default_factory=set)
    new_aliases: list[Alias] = field(default_factory=list)

    def assign(self, speaker: Speaker) -> Assigned:
        """Find or enter the holder for whom somebody speaks."""
        holder = self.known(speaker) or self.entered(speaker)
        if holder is None:
            own = (
                fingerprint("holder", speaker.cluster_id, name_key(speaker.name))
                if speaker.speaker_id
                else f"document:{speaker.cluster_id}"
            )
            return Assigned(
                speaker.document_id,
                speaker.speaker_id,
                own,
                speaker.name,
                is_named=False,
                is_shared=False,
            )
        return Assigned(
            speaker.document_id,
            speaker.speaker_id,
            holder.holder_id,
            label_of(speaker, holder),
            is_named=speaker.is_named or is_name(holder.name),
            is_shared=True,
        )

    def known(self, speaker: Speaker) -> Holder | None:
        """The one holder that is called so, or whose name stands among the words."""
        for name in filter(None, (speaker.body, speaker.name)):
            if holder_id := self.decided.get(name_key(name)):
                return self.holders[self.resolved(holder_id)]
        for key in lookup_keys(speaker):
            if found := self.only(key):
                return found
        if is_keyed(speaker) or (office_key(speaker) and not speaker.is_named):
            return None
        for name in [*names_within(speaker), *introduced(speaker)]:
            found = self.only(name_key(name))
            if found and (len(words(name)) > 1 or found.kind == speaker.kind):
                return found
        return None

    def only(self, key: str) -> Holder | None:
        """The holder of an alias that no other holder has."""
        found = {self.resolved(name) for name in self.aliases.get(key, ())}
        return self.holders[found.pop()] if len(found) == 1 else None

    def resolved(self, holder_id: str) -> str:
        """The holder that this one was merged into, or itself."""
        seen = {holder_id}
        while (into := self.holders[holder_id].merged_into) and into not in seen:
            holder_id = into
            seen.add(into)
        return holder_id

    def entered(self, speaker: Speaker) -> Holder | None:
        """A new holder, where a name or a country tells who it is."""
        key = identity_key(speaker)
        if key is None:
            return None
        label = speaker.body or speaker.name
        made = Holder(
            holder_id=f"outlet:{medium_key(label)}" if is_medium(speaker) else fingerprint(key),
            name=label,
            kind=speaker.kind,
            country=country_of(speaker) if speaker.kind in STATE and speaker.body else None,
        )
        holder = self.holders.setdefault(made.holder_id, made)
        self.new_holders.add(holder.holder_id)
        self.call(holder, key, label, "name")
        if speaker.kind not in STATE and key != office_key(speaker):
            self.call(holder, name_key(label), label, "name")
        if (key := any_order_key(speaker)) is not None:
            self.call(holder, key, label, "name")
        return holder

    def call(self, holder: Holder, key: str, alias: str, origin: str) -> None:
        """Enter an alias of a holder."""
        if holder.holder_id not in self.aliases[key]:
            self.aliases[key].add(holder.holder_id)
            self.new_aliases.append(Alias(key, holder.holder_id, alias, origin))

    def learn(self, speaker: Speaker, holder_id: str) -> None:
        """Take up what a document calls a holder, and what its initials make of its name.

        A holder that was known only by such an alias is this one.
        """
        holder = self.holders.get(holder_id)
        if holder is None or holder.merged_into:
            return
        if speaker.is_named and (office := office_key(speaker)):
            self.hold_office(holder, office, speaker.name)
        for alias in introduced(speaker):
            if speaker.kind in STATE and (is_common(alias) or is_any_states(alias, speaker)):
                continue  # "Police" and "the Health Ministry" are what every text calls its own
            self.take_over(holder, name_key(alias), alias, "text")
        acronym = initials(holder.name)
        if acronym and speaker.kind != SpeakerKind.PERSON and not is_medium(speaker):
            self.take_over(holder, name_key(acronym), acronym, "initials")
        short = first_words(holder.name) if holder.kind in SHORTENED else None
        if short:
            self.take_over(holder, name_key(short), short, "name")

    def hold_office(self, holder: Holder, key: str, name: str) -> None:
        """Enter that a person had an office, and merge who was known by the office alone."""
        if (other := self.holders.get(fingerprint(key))) is not None:
            self.merge(other, holder)
        self.call(holder, key, name, "text")

    def take_over(self, holder: Holder, key: str, alias: str, origin: str) -> None:
        """Enter an alias, and merge the holder that has had nothing but it for a name."""
        for other_id in sorted(self.aliases.get(key, set()) - {holder.holder_id}):
            other = self.holders[other_id]
            if other.merged_into:
                continue
            is_bare = name_key(other.name) == key
            if is_bare and (origin == "text" or other.kind == holder.kind):
                self.merge(other, holder)
            elif origin == "text" and other.kind == holder.kind:
                self.merge_shorter(other, holder)
        self.call(holder, key, alias, origin)

    def merge_shorter(self, one: Holder, other: Holder) -> None:
        """Merge two that bear one alias where the name of the one is part of the other's.

        "Police" is a part of every police department's name.
        """
        if any(is_common(holder.name) or not has_name(holder.name) for holder in (one, other)):
            return
        names = [set(name_key(holder.name).split()) for holder in (one, other)]
        if names[0] < names[1]:
            self.merge(one, other)
        elif names[1] < names[0]:
            self.merge(other, one)

    def merge(self, gone: Holder, kept: Holder) -> None:
        """Fold a holder into another."""
        if self.resolved(kept.holder_id) != gone.holder_id and not gone.merged_into:
            self.holders[gone.holder_id] = replace(gone, merged_into=kept.holder_id)
            self.new_holders.add(gone.holder_id)


def resolve(speakers: Iterable[Speaker], registry: Registry) -> list[Assigned]:
    """Give each speaker of some documents its holder.

    Names are entered first and aliases learned, so that the order of the documents is no matter.
    """
    told = [placed(speaker) for speaker in speakers]
    # What most documents say first, since rarer words can hold these names; "the army" and "the
    # president" last, so that their holders are called by a name.
    times = Counter(each.body or each.name for each in told)
    for speaker in sorted(told, key=lambda each: (is_bare(each), -times[each.body or each.name])):
        if holder := registry.known(speaker) or registry.entered(speaker):
            registry.learn(speaker, holder.holder_id)
    return [registry.assign(speaker) for speaker in told]


def is_bare(speaker: Speaker) -> bool:
    """Whether a speaker's words name neither a person nor the country of an office."""
    is_office = not speaker.is_named and office_key(speaker) is not None
    return is_office or not has_name(speaker.body or speaker.name)


def placed(speaker: Speaker) -> Speaker:
    """A speaker whose body is known: of a ministry that nothing places, only the person is."""
    if speaker.speaker_id and is_common_body(speaker.body or speaker.name):
        speaker = unnamed(speaker)
    names = [name_key(name) for name in (speaker.name, speaker.body) if name]
    world_body = next((bodies()[name] for name in names if name in bodies()), None)
    if world_body:
        kind = SpeakerKind(world_body.kind)
        return replace(speaker, body=world_body.name, kind=kind, body_key=None)
    if speaker.is_named and speaker.body and speaker.kind in STATE and not country_of(speaker):
        return replace(speaker, body=None, aliases=(), body_key=None)
    return speaker


def label_of(speaker: Speaker, holder: Holder) -> str:
    """What a row calls a holder: "Ana Brink (Hill Relief)" where a person speaks for a body."""
    if not speaker.speaker_id:
        return holder.name if speaker.body else speaker.name
    names = {name_key(each) for each in (holder.name, speaker.body or "", *speaker.aliases)}
    own = name_key(speaker.name)
    whole = name_key(holder.name)
    is_part = set(own.split()) <= set(whole.split())
    is_body = own in names or is_part or whole in own or bodies().get(own) is not None
    # Where harm was done does not say whose army tells of it.
    title = title_of(holder) if speaker.country == holder.country else holder.name
    if not speaker.is_named or speaker.body is None or is_body:
        return title
    return f"{speaker.name} ({title})"


def is_any_states(alias: str, speaker: Speaker) -> bool:
    """Whether an alias tells an office alone, which each state has: "the Health Ministry"."""
    return set(name_key(alias).split()) <= set((speaker.body_key or "").split())
