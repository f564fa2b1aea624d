"""The table of constructions for `docs/constructions.md`, written from the declarations."""

from collections.abc import Iterator

from extractors.constructions.construction import Actor, Construction
from extractors.constructions.harm_lexicon import harm_words
from extractors.constructions.registry import constructions

_HEAD = """# Constructions of harm

The ways in which a text tells of people harmed, in the order in which a sentence is read. Each is
declared in a file of `extractors/constructions/declared/`; this page is written from the
declarations by `python -m extractors.constructions.docs > docs/constructions.md`.
"""
_ACTORS = {
    Actor.AGENT: "who did it",
    Actor.LOSER: "who suffered it in their own people",
    Actor.BYSTANDER: "nobody of the harm",
}


def write_page() -> str:
    """The page of all constructions, in Markdown."""
    return "\n".join([_HEAD, *(_section(each) for each in constructions())])


def _section(construction: Construction) -> str:
    return "\n".join(_lines(construction))


def _lines(construction: Construction) -> Iterator[str]:
    named = f" ({construction.frame})" if construction.frame not in {None, construction.id} else ""
    yield f"## {construction.id}{named}\n"
    yield f"{construction.meaning[0].upper()}{construction.meaning[1:]}.\n"
    yield f"- Triggers: {_triggers(construction)}"
    if construction.context or construction.is_counted:
        yield f"- In the sentence besides: {_needs(construction)}"
    yield f"- Victims: {construction.victims}"
    yield f"- The one who acts: {_ACTORS[construction.actor]}"
    yield from (f"- Found: {text}" for text in construction.examples)
    yield from (f"- Not found: {text}" for text in construction.counter_examples)
    yield ""


def _triggers(construction: Construction) -> str:
    if not construction.triggers:
        return "a number beside a harm word or a count"
    triggering = (each for each in harm_words() if construction.is_triggered_by(each))
    return ", ".join(word for each in triggering for word in each.words)


def _needs(construction: Construction) -> str:
    kinds = " or ".join(f"`{kind}`" for kind in construction.context)
    words = [f"a word of {kinds} (`contexts.yml`)"] if kinds else []
    return ", and ".join([*words, *(["a number or a negation"] if construction.is_counted else [])])


if __name__ == "__main__":
    print(write_page(), end="")  # noqa: T201 - a command
