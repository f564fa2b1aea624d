"""The templates, with everything escaped that is not markup of ours."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from desk import claim_sentence, event_summary, links, maps, wording
from desk.marks import sentence, visible
from desk.minified_templates import minified

if TYPE_CHECKING:
    from jinja2 import Environment

ROOM = Path(__file__).parent
ISOLATED = Markup("<bdi>"), Markup("</bdi>")
NAVIGATION = (
    ("index.html", "Overview"),
    ("events.html", "Events"),
    ("speakers.html", "Speakers"),
    ("outlets.html", "Outlets"),
    ("documents.html", "Documents"),
    ("quality.html", "Quality"),
)


@cache
def environment() -> "Environment":
    """The templates with the words that they use."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined  # noqa: PLC0415 -- pages only

    made = Environment(
        loader=FunctionLoader(template),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(words_of_templates())
    return made


def words_of_templates() -> dict[str, object]:
    """What templates call: functions that put rows into words, links and pictures."""
    return {
        "anchor": links.anchor,
        "as_written": wording.as_written,
        "bounds": wording.bounds,
        "class_meaning": lambda kind: wording.CLASSES[kind][1],
        "class_name": lambda kind: wording.CLASSES[kind][0],
        "coordinates": maps.coordinates,
        "counted": wording.counted,
        "day": wording.day,
        "differing": claim_sentence.differing,
        "document_page": links.document_page,
        "event_page": links.event_page,
        "extremes": event_summary.extremes,
        "grade_meaning": lambda grade: wording.GRADES[grade],
        "group_name": wording.group_name,
        "harm_name": lambda harm: wording.HARMS.get(harm, harm),
        "input_name": links.input_name,
        "instant": wording.instant,
        "kind_name": wording.kind_name,
        "locator_map": maps.locator_map,
        "navigation": NAVIGATION,
        "outlet_page": links.outlet_page,
        "parts_of": claim_sentence.parts_of,
        "precision": maps.precision,
        "safe_url": links.safe_url,
        "sentence": sentence,
        "short": wording.shortened,
        "show": show,
        "slug": links.slug,
        "span_of_days": wording.span_of_days,
        "speaker_page": links.speaker_page,
        "standing_name": lambda standing: wording.STANDINGS.get(standing, standing),
        "versus": wording.versus,
        "victims_of": claim_sentence.victims_of,
        "visible": visible,
        "where": maps.where,
    }


def template(name: str) -> tuple[str, str, None]:
    """A template's source, as short as it can be, and its file."""
    path = ROOM / "templates" / name
    return minified(path.read_text("utf-8")), str(path), None


def show(text: str) -> Markup:
    """Text of others: escaped, and kept from changing the direction of what surrounds it."""
    if text.isascii():
        # No letter of ASCII is written from right to left.
        return visible(text)
    return ISOLATED[0] + visible(text) + ISOLATED[1]
