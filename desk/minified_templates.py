"""Templates without what HTML lets one leave out: a large report has many pages.

Only markup of ours is shortened, when a template is loaded; what pages quote is never touched.
The rules are those of the HTML standard, 13.1.2.4 Optional tags and 13.1.2.3 Attributes.
"""

import re

CODE = re.compile(r"(\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\})", re.DOTALL)
BLOCKS = (
    "article|aside|blockquote|body|caption|details|div|dl|dd|dt|fieldset|figcaption|figure|footer|"
    "form|h1|h2|h3|head|header|html|li|link|main|meta|nav|ol|p|section|summary|table|tbody|td|th|"
    "thead|title|tr|ul"
)
"""Elements beside which a line end shows nothing."""
SPACE_BEFORE = re.compile(rf"\s*\n\s*(?=</?(?:{BLOCKS})\b)")
SPACE_AFTER = re.compile(rf"(</?(?:{BLOCKS})\b[^<>]*>)\s*\n\s*")
ENDS_P = "blockquote|details|div|dl|figure|form|h1|h2|h3|ol|p|section|table|ul"
HOLDS_P = "article|aside|blockquote|details|div|figure|footer|form|li|main|section|td"
END_OF_P = re.compile(rf"</p>(?=<(?:{ENDS_P})\b|</(?:{HOLDS_P})>)")
IMPLIED = re.compile(r"</(?:dd|dt|li|option|tbody|td|th|thead|tr|body|html|head)>|<(?:head|body)>")
TAG = re.compile(r"<[a-z](?:\{[%{].*?[%}]\}|[^<>{}])*>")
PLAIN = (
    r"[\w./#:+-]|\{\{ (?:root|file|csv|loop\.index|claim\.quantity_start|anchor\(\w+\)"
    r"|(?:document|event|outlet|speaker)_page\([\w.]+\)) \}\}"
)
"""What is safe without quotes: letters of ours, numbers, and names of pages, which we make."""
QUOTED = re.compile(rf'(?<=[\w-]=)"((?:{PLAIN})+)"(?=[\s>]|\{{%)')


def minified(template: str) -> str:
    """A template of the same pages, shorter.

    Args:
        template: Its source: markup, and code in braces, which stays as it is.
    """
    template = TAG.sub(lambda tag: QUOTED.sub(r"\1", tag[0]), template)
    parts = CODE.split(template)
    return "".join(
        part if number % 2 else minified_markup(part) for number, part in enumerate(parts)
    )


def minified_markup(markup: str) -> str:
    """Markup without needless line ends and implied tags."""
    markup = SPACE_AFTER.sub(r"\1", SPACE_BEFORE.sub("", markup))
    return IMPLIED.sub("", END_OF_P.sub("", markup))
