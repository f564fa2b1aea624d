"""Number-word policies: how words and modifiers become bounds, as data."""

import math
import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path

import yaml
from pydantic import field_validator

from schemas import Modifier
from schemas.base import Contract
from schemas.yaml_text import parse_yaml
from warehouse.figures import Figure, number_words

FOLDER = Path(__file__).parent
SHIPPED = ("strict", "acled", "airwars")
TERM = re.compile(r"(?P<factor>\d+(?:\.\d+)?)?(?P<name>[nm])(?P<offset>[+-]\d+)?")

Bound = int | str | None
Pair = tuple[Bound, Bound]


class PolicyError(ValueError):
    """A policy's file does not say what it should."""


class Policy(Contract):
    """How words and modifiers become a low and a high.

    A bound is a number, or a term such as `n`, `n+1`, `0.9n` or `m`, where n is the number said
    and m the end of a range; null leaves the side open.

    Attributes:
        policy: Name, as it stands in derived rows.
        description: What it is for.
        provenance: Where its rules come from.
        modifiers: Low and high for numbers.
        words: Low and high for vague words.
    """

    policy: str
    description: str
    provenance: str
    modifiers: Mapping[Modifier, Pair]
    words: Mapping[str, Pair] = {}

    @field_validator("modifiers", "words")
    @classmethod
    def _terms_are_known(cls, pairs: Mapping[str, Pair]) -> Mapping[str, Pair]:
        for name, pair in pairs.items():
            for term in pair:
                if isinstance(term, str) and TERM.fullmatch(term) is None:
                    raise ValueError(f"{name}: {term!r} is no number and no term like 0.9n or n+1")
        return pairs

    @field_validator("words")
    @classmethod
    def _words_are_known(cls, words: Mapping[str, Pair]) -> Mapping[str, Pair]:
        unknown = sorted(words.keys() - number_words().keys())
        if unknown:
            raise ValueError(f"unknown word classes {unknown}; known: {sorted(number_words())}")
        return words

    def bounds(self, figure: Figure) -> tuple[int | None, int | None]:
        """Low and high of a figure.

        Returns:
            A null high is open-ended; both null: the policy does not say.
        """
        if figure.value is None:
            pair = self.words.get(figure.word or "unspecified")
        else:
            pair = self.modifiers.get(figure.modifier)
        if pair is None:
            return None, None
        low = evaluate(pair[0], figure, math.floor)
        high = evaluate(pair[1], figure, math.ceil)
        return max(low or 0, 0), high


def evaluate(term: Bound, figure: Figure, rounded: Callable[[float], int]) -> int | None:
    """Value of one side of a pair."""
    if term is None or isinstance(term, int):
        return term
    found = TERM.fullmatch(term)
    assert found is not None
    number = figure.value_to if found["name"] == "m" else figure.value
    if number is None:
        return None
    product = round(float(found["factor"] or 1) * number, 6)
    return rounded(product) + int(found["offset"] or 0)


def read_policy(file: Path) -> Policy:
    """Read a policy from YAML.

    Raises:
        PolicyError: The file is missing, is no YAML, or breaks a rule.
    """
    try:
        return Policy.model_validate(parse_yaml(file.read_text("utf-8")))
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise PolicyError(f"{file} is no number-word policy: {error}") from error


@cache
def shipped_policies() -> tuple[Policy, ...]:
    """The policies that come with the warehouse."""
    return tuple(read_policy(FOLDER / f"{name}.yml") for name in SHIPPED)


def all_policies(files: Iterable[Path] = ()) -> tuple[Policy, ...]:
    """The shipped policies and the user's; a user's policy may not take a shipped name.

    Raises:
        PolicyError: A name is taken.
    """
    policies = list(shipped_policies())
    for file in files:
        policy = read_policy(file)
        if any(policy.policy == known.policy for known in policies):
            raise PolicyError(f"{file}: the name {policy.policy!r} is taken")
        policies.append(policy)
    return tuple(policies)
