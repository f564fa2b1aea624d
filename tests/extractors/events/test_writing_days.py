"""Days that the writing of a text gives: its date line, its publication, or neither."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from extractors.document.text import fold
from extractors.events.when.calendar import one_day
from extractors.events.when.document_creation_time import read_document_creation_time
from schemas import DatePrecision, Document, EventMention
from schemas.terms import DateBasis

Mentioned = Callable[..., EventMention]

LEAD = "A bomb killed nine people at a market in Maiduguri on Sunday, police said.\n\n"


def test_where_no_day_is_told_the_days_before_the_writing_remain(mention: Mentioned) -> None:
    found = mention("{Two} miners died.")
    assert (found.when, found.date_basis) == (None, DateBasis.DATELINE)
    assert (str(found.date_from), str(found.date_to)) == ("2016-08-16", "2016-08-19")


def test_what_followed_may_have_been_long_after(mention: Mentioned) -> None:
    found = mention("A guard was sentenced. He shot {two} miners.")
    assert (found.date_from, str(found.date_to)) == (None, "2016-08-19")


def test_nothing_is_made_up_where_not_even_the_writing_is_dated(mention: Mentioned) -> None:
    found = mention("{Two} miners died.", None)
    assert (found.when, found.date_from, found.date_to, found.date_basis) == (None,) * 4


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("{Two} miners died on Monday.", DateBasis.STATED),
        (LEAD + "Doctors said {30} others were wounded.", DateBasis.CONTEXT),
        ("Police said on Thursday that {two} miners had died.", DateBasis.DATELINE),
    ],
)
def test_what_the_days_rest_on_is_told(mention: Mentioned, text: str, basis: DateBasis) -> None:
    assert mention(text).date_basis is basis


def test_no_day_is_after_the_writing(mention: Mentioned) -> None:
    found = mention("A fire at the old mine by the river killed {two} miners on August 20, 2016.")
    assert (found.date_from, found.date_to, found.date_basis) == (None, None, None)


def test_the_date_that_opens_a_text_outweighs_the_given_publication() -> None:
    document = Document(
        document_id="x",
        text="Fri Jul 1 2016 Mine caves in. Two miners died on Thursday.",
        published=datetime(2012, 11, 13, tzinfo=UTC),
        published_precision=DatePrecision.DAY,
    )
    created = read_document_creation_time(document, fold(document.text))
    assert created.written == one_day(date(2016, 7, 1))
    assert created.is_doubted


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("LAGOS, May 4, 2012 (AP) -- {Two} men died Tuesday.", None, "2012-05-01"),
        ("Accra, Ghana (May 4, 2012) - {Two} men died yesterday.", None, "2012-05-03"),
        ("LIMA, 2 OCT 88 (EFE) -- {Two} men died yesterday.", None, "1988-10-01"),
        ("Release 2012-05-17\nACCRA, Ghana (May 4) - {Two} men died today.", None, "2012-05-04"),
        ("LAGOS, May 4 -- {Two} men died Tuesday.", "2012-05-06", "2012-05-01"),
        # a text that others posted later was written when its own date line says
        ("{Two} men died today.\nHarbour Post - May 4, 2012", "2012-05-05", "2012-05-04"),
        # unless that is no date of writing
        ("{Two} men died today.\nUpdated May 2, 2012", "2012-05-05", "2012-05-05"),
        ("{Two} men died today.\nMay 4, 1998", "2012-05-05", "2012-05-05"),
    ],
)
def test_days_count_from_when_the_text_was_written(
    mention: Mentioned, text: str, published: str | None, day: str
) -> None:
    found = mention(text, published)
    assert (str(found.date_from), str(found.date_to)) == (day, day)


def test_without_any_date_of_writing_days_stay_open(mention: Mentioned) -> None:
    found = mention("{Two} men died on Tuesday.", None)
    assert (found.when, found.date_from, found.date_to) == ("Tuesday", None, None)


def test_today_in_a_text_that_names_the_day_before_its_posting(mention: Mentioned) -> None:
    found = mention(
        "{Two} men died today.\n\nThe consul had come on Thursday, and found it calm.", "2016-08-19"
    )
    assert (str(found.date_from), str(found.date_to)) == ("2016-08-18", "2016-08-19")
