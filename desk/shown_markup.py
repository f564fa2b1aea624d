"""Markup of a page without what a copy of it, which runs and loads nothing, does not show."""

import re
from collections.abc import Iterator

HIDDEN = ("script", "style", "svg", "noscript", "template", "iframe")
UNSHOWN = re.compile(rf"<(?:!--|({'|'.join(HIDDEN)})(?=[\s/>]))", re.IGNORECASE)
"""Begins a comment or an element that a copy does not show."""
ENDS = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in HIDDEN}
END_OF_COMMENT = re.compile("--!?>")


def shown_markup(markup: str) -> str:
    """Markup without comments, scripts, styles and pictures; what is not closed has no end.

    Pages may be hostile, so each part is looked for once, from where the last one ended.
    """
    return "".join(_shown_parts(markup))


def _shown_parts(markup: str) -> Iterator[str]:
    end = 0
    while opening := UNSHOWN.search(markup, end):
        yield markup[end : opening.start()]
        closing = _end_of(opening, markup)
        if closing is None:
            return
        end = closing
    yield markup[end:]


def _end_of(opening: re.Match[str], markup: str) -> int | None:
    """Where a part that is not shown ends; null where it is not closed."""
    if opening[1] is None:
        # The standard lets a comment end with its own hyphens: `<!-->`.
        closed = END_OF_COMMENT.search(markup, opening.start() + 2)
        return closed.end() if closed else None
    tag = ENDS[opening[1].lower()].search(markup, opening.end())
    end = markup.find(">", tag.end()) if tag else -1
    return end + 1 if end >= 0 else None
