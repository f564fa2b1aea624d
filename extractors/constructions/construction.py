"""What a construction of harm declares: its trigger, pattern, roles and examples.

A construction is one way in which English tells of people harmed. It is declared once, as data,
in a file of its own; the filter before the parse, the explanation of a number, the documentation
and the tests are read off the declarations.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extractors.constructions.casualties import Casualty
    from extractors.constructions.findings import Findings
    from extractors.constructions.harm_lexicon import HarmWord


class Actor(StrEnum):
    """What the one who acts in the clause of a harm word is to the harm.

    `agent`: did it ("gunmen killed five"); `loser`: suffered it in his own people ("the army lost
    five"); `bystander`: neither ("the ministry put the toll at five").
    """

    AGENT = "agent"
    LOSER = "loser"
    BYSTANDER = "bystander"


class Phase(IntEnum):
    """When a construction around a number reads: each phase takes the numbers that are left."""

    TOLLS = 1
    """Values of a noun of counting."""
    PARTS = 2
    """Parts and shares of what is counted by then."""
    REPEATS = 3
    """Figures that point back, and those whose harm word stands elsewhere."""
    NEIGHBOURS = 4
    """Numbers beside a harm word to which the parse does not tie them."""
    OUTCOMES = 5
    """How those fared who are counted by then."""
    NEXT_SENTENCE = 6
    """What the next sentence tells of the counts of this one."""


@dataclass(frozen=True, kw_only=True)
class Construction:
    """One way to tell of people harmed.

    Attributes:
        id: Its name; claims carry it in `rule`.
        meaning: What it is, in a few words.
        victims: Which role the victims have, in words.
        frame: The name by which its trigger words call it in `harms.yml` (`frame`); null for one
            without words of its own.
        entries: Entries of `harms.yml`, by id, whose words trigger it before their own frame.
        words: Harm words of its own, which `harms.yml` lacks.
        language: The language of its own words.
        context: Kinds of context words (`contexts.yml`) of which the pattern has one somewhere in
            the sentence, besides the trigger word; none where it has no need of any.
        is_counted: Whether it finds only who is told with a number, or that there was nobody.
        actor: What the subject or agent of the harm word is to the harm.
        examples: Sentences that it finds a count in.
        counter_examples: Sentences that look alike, in which it finds none.
        names_word: Whether `rule` names the harm word too ("object-kill").
        is_share: Whether its counts are taken out of those told before ("the dead include two").
        restates: Whether its counts are other figures for people told before.
        is_loose: Whether its counts are tied to the harm loosely, by nearness or by what follows
            from it, so that others outweigh it.
        victims_beneath: Whether victims named elsewhere must stand above the harm word in the
            tree ("the number of guards killed").
        subject_tells: Whether the subject of the clause tells of the count and is no victim ("the
            guards recorded five deaths").
    """

    id: str
    meaning: str
    victims: str
    frame: str | None = None
    entries: tuple[str, ...] = ()
    words: "tuple[HarmWord, ...]" = ()
    language: str = "en"
    context: tuple[str, ...] = ()
    is_counted: bool = False
    actor: Actor = Actor.BYSTANDER
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...] = ()
    names_word: bool = False
    is_share: bool = False
    restates: bool = False
    is_loose: bool = False
    victims_beneath: bool = False
    subject_tells: bool = False

    @property
    def triggers(self) -> frozenset[str]:
        """What of a harm word's entry triggers it; empty where it hangs on a count before."""
        own = (word.id for word in self.words)
        named = {f"id:{entry}" for entry in (*self.entries, *own)}
        return frozenset(named | ({f"frame:{self.frame}"} if self.frame else set()))

    def is_triggered_by(self, entry: "HarmWord") -> bool:
        """Whether the words of an entry trigger it."""
        return not self.triggers.isdisjoint({f"id:{entry.id}", f"frame:{entry.frame}"})

    def rule_for(self, word: str, *, implied: bool = False) -> str:
        """The name that claims carry.

        Args:
            word: Name of the harm word's entry.
            implied: Whether the victims are told without a number word.
        """
        named = f"{self.id}-{word}" if self.names_word else self.id
        return f"{named}-implicit" if implied else named


@dataclass(frozen=True, kw_only=True)
class HarmFrame(Construction):
    """A construction around a harm word: where the word has its victims.

    Attributes:
        fits: Whether a word of the frame stands in the form that the construction needs.
        find_heads: The heads of the phrases that name the victims of a harm word.
        counts_itself: Whether a number before the harm word counts victims ("five deaths").
        takes_before: Whether victims may stand before the word ("five wounded").
        takes_behind: Whether victims may stand behind the word ("killing five").
        takes_object: Whether the word has its victims as object, so that one with another object
            tells nothing of the number before it.
    """

    fits: "Callable[[Token, HarmWord, bool], bool]"
    find_heads: "Callable[[Token], Iterator[Token]]"
    counts_itself: bool = False
    takes_before: bool = False
    takes_behind: bool = False
    takes_object: bool = False


@dataclass(frozen=True, kw_only=True)
class CountPattern(Construction):
    """A construction around a number that no harm word has taken.

    Attributes:
        find: The counts it finds in what a sentence has told so far.
        phase: When it reads.
        after: Those of the same phase that read before it.
    """

    find: "Callable[[Findings], Iterable[Casualty]]"
    phase: Phase
    after: "tuple[CountPattern, ...]" = ()

    def read(self, findings: "Findings") -> "Findings":
        """Add what it finds."""
        return findings.adding(self.find(findings))
