"""Headlines, without the labels that copying from a browser glues to them."""

from intake.text.site_words import search


def trim_title(text: str) -> str:
    """Take off labels: "Top NewsFerry sinks off Cebu Exclusive" is "Ferry sinks off Cebu".

    A label before the headline is known by the missing space; one after it by its capital in a
    headline that is otherwise written like a sentence.
    """
    if match := search("label-before-title", text):
        text = text[match.end() :]
    if match := search("label-after-title", text):
        text = text[: match.start()]
    return text.strip()
