"""Regular inflection of English verbs and nouns."""

import regex


def inflect(base: str, is_verb: bool) -> tuple[str, ...]:
    """List the forms of a regular word, the base first.

    Args:
        base: A single word.
        is_verb: Whether it is a verb; otherwise it is a noun.
    """
    if not is_verb:
        return (base, _plural(base))
    if base.endswith("e"):
        return (base, base + "s", base + "d", base[:-1] + "ing")
    if regex.search(r"[^aeiou]y$", base):
        return (base, base[:-1] + "ies", base[:-1] + "ied", base + "ing")
    sibilant = "es" if regex.search(r"(?:s|x|z|ch|sh)$", base) else "s"
    double = base + base[-1] if regex.search(r"^[^aeiou]*[aeiou][bdgmnprt]$", base) else base
    return (base, base + sibilant, double + "ed", double + "ing")


def _plural(noun: str) -> str:
    if regex.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    if noun.endswith(("man", "woman")):
        return noun[:-2] + "en"
    return noun + ("es" if regex.search(r"(?:s|x|z|ch|sh)$", noun) else "s")
