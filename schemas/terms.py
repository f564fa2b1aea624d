"""The closed vocabularies of a claim."""

from enum import StrEnum


class Harm(StrEnum):
    """What was done to the victims.

    `casualties` means killed and wounded not told apart; injured counts as wounded; arrested,
    captured and taken into custody count as detained.
    """

    KILLED = "killed"
    WOUNDED = "wounded"
    DETAINED = "detained"
    MISSING = "missing"
    CASUALTIES = "casualties"


class Modifier(StrEnum):
    """How the words around a number bound it or doubt it."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    NEARLY = "nearly"
    RANGE = "range"
    VAGUE = "vague"


class Basis(StrEnum):
    """What a number rests on in the text."""

    NUMERAL = "numeral"
    WORD = "word"
    VAGUE = "vague"
    ZERO = "zero"
    ARTICLE = "article"
    NAMED = "named"
    PLURAL = "plural"

    @property
    def is_explicit(self) -> bool:
        """Whether the text counts, rather than names or implies, the victims."""
        return self not in {Basis.ARTICLE, Basis.NAMED, Basis.PLURAL}


class SpeakerKind(StrEnum):
    """What sort of speaker stands behind a claim."""

    GOVERNMENT = "government"
    MILITARY = "military"
    POLICE = "police"
    ARMED_GROUP = "armed_group"
    MEDICAL = "medical"
    WITNESS = "witness"
    NGO = "ngo"
    UN = "un"
    MEDIA = "media"
    OFFICIAL = "official"
    POLITICAL_PARTY = "political_party"
    COURT = "court"
    RELATIVES = "relatives"
    ORGANISATION = "organisation"
    PERSON = "person"
    ARTICLE = "article"


class Stance(StrEnum):
    """Whether the speaker holds the figure, or rejects a specific figure other than zero."""

    ASSERTS = "asserts"
    DENIES = "denies"


class Quotation(StrEnum):
    """How the speaker's words reach the reader."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    NONE = "none"


class Scope(StrEnum):
    """Whether a figure counts one event, or totals more than one."""

    INCIDENT = "incident"
    CUMULATIVE = "cumulative"


class VagueNumber(StrEnum):
    """The size that a vague number word tells; a number-word policy gives each its bounds."""

    SOME = "some"
    COUPLE = "couple"
    FEW = "few"
    SEVERAL = "several"
    NUMBER = "number"
    MANY = "many"
    TENS = "tens"
    DOZENS = "dozens"
    SCORES = "scores"
    HUNDREDS = "hundreds"
    THOUSANDS = "thousands"
    TENS_OF_THOUSANDS = "tens_of_thousands"
    HUNDREDS_OF_THOUSANDS = "hundreds_of_thousands"
    MILLIONS = "millions"
    MOST = "most"
    PLURAL = "plural"
    UNSPECIFIED = "unspecified"


class PlaceLevel(StrEnum):
    """How wide a place is, from the narrowest to the widest."""

    SITE = "site"
    DISTRICT = "district"
    CITY = "city"
    COUNTY = "county"
    PROVINCE = "province"
    COUNTRY = "country"


class DateBasis(StrEnum):
    """What the days of an event rest on.

    `stated`: words beside the claim date it. `context`: another sentence of the document does.
    `dateline`: only the day on which the document was written limits it.
    """

    STATED = "stated"
    CONTEXT = "context"
    DATELINE = "dateline"


class DatePrecision(StrEnum):
    """How much of a date is known."""

    MINUTE = "minute"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class Stage(StrEnum):
    """Where in the pipeline something was rejected."""

    READ = "read"
    INTAKE = "intake"
    EXTRACT = "extract"
    VALIDATE = "validate"
    LOAD = "load"


class RunStatus(StrEnum):
    """How a run of the pipeline stands."""

    RUNNING = "running"
    COMPLETED = "completed"
    FAILED = "failed"


class AgentSide(StrEnum):
    """On which side somebody fights who is said to have done a harm."""

    STATE = "state"
    """A government and its forces, or those of an alliance of states."""
    ARMED_GROUP = "armed_group"


class VictimAttribute(StrEnum):
    """What the victims' words tell of them besides their number."""

    CIVILIAN = "civilian"
    COMBATANT = "combatant"
    SECURITY_FORCES = "security_forces"
    OFFICIAL = "official"
    JOURNALIST = "journalist"
    MEDIC = "medic"
    WOMEN = "women"
    CHILDREN = "children"
    ELDERLY = "elderly"
    FOREIGNERS = "foreigners"
