"""Pairs of mentions of coded streams, as the linking compares them, with what the coders say."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import combinations

from evaluation.events.claims import Claims
from schemas import Claim, Document, Scope
from warehouse.linking.candidates import keys_of
from warehouse.linking.features import Weighed, measure, weigh
from warehouse.linking.mentions import find_mentions
from warehouse.linking.model import is_impossible
from warehouse.linking.places import Step
from warehouse.linking.read import CROWD
from warehouse.linking.records import LinkClaim, LinkDocument, Mention
from warehouse.linking.text_words import Frequencies, words_of


@dataclass(frozen=True, slots=True)
class LinkedPair:
    """Two mentions that share a key.

    Attributes:
        names: The mentions.
        measured: Their features.
        is_same: Whether the coders say that they are of one incident; null where they do not say.
        is_possible: Whether their days and places allow that they are of one event.
    """

    names: tuple[str, str]
    measured: tuple[float, ...]
    is_same: bool | None
    is_possible: bool


@dataclass(frozen=True, slots=True)
class LinkedStream:
    """A coded stream as the linking sees it.

    Attributes:
        name: The set.
        mentions: The mentions of all documents.
        incidents: The incident of each coded document.
        pairs: The pairs of mentions that share a key.
        fold_of: The half of the incidents in which each mention lies.
    """

    name: str
    mentions: tuple[Mention, ...]
    incidents: Mapping[str, str]
    pairs: tuple[LinkedPair, ...]
    fold_of: Mapping[str, int]

    @property
    def labelled(self) -> list[LinkedPair]:
        """The pairs that are weighed, with what the coders say."""
        return [pair for pair in self.pairs if pair.is_possible and pair.is_same is not None]

    @property
    def groups(self) -> list[list[str]]:
        """The documents of each coded incident."""
        found: dict[str, list[str]] = defaultdict(list)
        for document, incident in self.incidents.items():
            found[incident].append(document)
        return list(found.values())

    def folds(self, pair: LinkedPair) -> set[int]:
        """The halves of the incidents in which the mentions of a pair lie."""
        return {self.fold_of[name] for name in pair.names}


def read_stream(
    name: str, documents: Sequence[Document], claims: Claims, incidents: Mapping[str, str]
) -> LinkedStream:
    """Tell mentions and pairs of a stream as a warehouse that holds all of it does.

    Args:
        name: The set.
        documents: Its documents.
        claims: Their claims.
        incidents: The incident of each coded document.
    """
    sources = [link_document(document) for document in documents]
    counts = Counter(word for source in sources for word in set(words_of(source.whole)))
    frequencies = Frequencies(len(sources), counts)
    told = [
        find_mentions(s, link_claims(claims.get(s.document_id, ())), frequencies) for s in sources
    ]
    main = {mentions[0].mention_id: mentions[0].document_id for mentions in told if mentions}
    weighed = {m.mention_id: weigh(m, frequencies) for mentions in told for m in mentions}
    pairs = []
    for one, other in sharing_keys(weighed.values()):
        coded = [incidents.get(main.get(each, "")) for each in (one, other)]
        is_same = coded[0] == coded[1] if all(coded) else None
        measured = measure(weighed[one], weighed[other], frequencies)
        is_possible = not is_impossible(weighed[one].mention, weighed[other].mention)
        pairs.append(LinkedPair((one, other), measured, is_same, is_possible))
    mentions = tuple(each.mention for each in weighed.values())
    fold_of = {m.mention_id: half(incidents.get(m.document_id, m.document_id)) for m in mentions}
    return LinkedStream(name, mentions, incidents, tuple(pairs), fold_of)


def half(incident: str) -> int:
    """The half in which an incident lies, the same in every fit."""
    return sha256(incident.encode()).digest()[0] % 2


def link_document(document: Document) -> LinkDocument:
    """A document as the linking reads it."""
    published = document.published.date() if document.published else None
    return LinkDocument(
        document.document_id, document.title, document.text, published, document.outlet
    )


def link_claims(claims: Sequence[Claim]) -> list[LinkClaim]:
    """Claims of single events as the linking reads them."""
    return [link_claim(claim) for claim in claims if claim.scope is Scope.INCIDENT]


def link_claim(claim: Claim) -> LinkClaim:
    """A claim as the linking reads it."""
    event, victims, agent = claim.event, claim.victims, claim.agent
    return LinkClaim(
        claim_id=claim.claim_id,
        document_id=claim.document_id,
        start=claim.quantity.start,
        harm=claim.harm.value,
        value=claim.quantity.value,
        group=victims.group if victims else None,
        speaker=claim.attribution.speaker,
        evidence=claim.evidence.text,
        part_of=claim.part_of,
        repeats=claim.repeats,
        date_from=event.date_from,
        date_to=event.date_to,
        date_basis=event.date_basis.value if event.date_basis else None,
        where=event.where,
        agent=(agent.group or agent.text) if agent else None,
        when=event.when,
        path=tuple(Step(**place.model_dump(mode="json")) for place in event.place),
        named=tuple(each.name for each in victims.named) if victims else (),
    )


def sharing_keys(mentions: Iterable[Weighed]) -> Iterator[tuple[str, str]]:
    """Pairs of mentions of two documents that share a key."""
    filed: dict[str, list[Mention]] = defaultdict(list)
    for weighed in mentions:
        for key in keys_of(weighed):
            filed[key].append(weighed.mention)
    found = {
        (one.mention_id, other.mention_id)
        for group in filed.values()
        if len(group) <= CROWD
        for one, other in combinations(sorted(group, key=lambda each: each.mention_id), 2)
        if one.document_id != other.document_id
    }
    yield from sorted(found)
