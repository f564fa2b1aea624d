"""A title's last part that names its outlet tells nothing of the event."""

import pytest

from warehouse.linking.records import LinkDocument


@pytest.mark.parametrize(
    ("title", "outlet", "headline"),
    [
        ("Two shot in Dorel - post7.com-Karvat News, Weather", "post7.com", "Two shot in Dorel"),
        (
            "Two shot in Dorel | Local | Valley Post",
            "valley-post.co.uk",
            "Two shot in Dorel | Local",
        ),
        ("Two shot in Dorel - Reuters", "reuters", "Two shot in Dorel"),
        ("Two shot in Dorel - police", "post7.com", "Two shot in Dorel - police"),
        ("Two shot - one dead", None, "Two shot - one dead"),
        ("Valley Post", "Valley Post", "Valley Post"),
        (None, "Valley Post", ""),
    ],
)
def test_a_headline_leaves_its_outlet_out(
    title: str | None, outlet: str | None, headline: str
) -> None:
    assert LinkDocument("d", title, "Text.", None, outlet).headline == headline
