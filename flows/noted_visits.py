"""How visits to addresses on the web and in storage ended, noted while what they give passes by."""

from collections.abc import Iterable, Iterator

from schemas import Page, Rejection
from warehouse.operations import Visited


def noted(
    given: str, items: Iterable[Page | Rejection], visited: list[Visited]
) -> Iterator[Page | Rejection]:
    """Pass on what is read at an address, and note how that ended.

    Args:
        given: The address.
        items: What is read there, as it comes.
        visited: Where the visit is noted; one that gave rejections alone has failed.
    """
    is_new, failure = False, None
    for item in items:
        if isinstance(item, Page):
            is_new = True
        else:
            failure = item
        yield item
    if failure and not is_new:
        visited.append(Visited(given, "failed", failure.reason, failure.message))
    else:
        visited.append(Visited(given, "new" if is_new else "unchanged"))
