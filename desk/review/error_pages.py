"""When something is in the way: say so, and keep what the reviewer filled in."""

from collections.abc import Callable

from fastapi import Response

from desk.desk_error import DeskError
from desk.review.call import Call
from warehouse import VerdictConflictError, WarehouseError, WarehouseLockedError

KEPT = {"csrf", "seen"}


class NotFoundError(DeskError):
    """What an address names does not exist, or no longer."""


def guarded(handler: Callable[[Call], Response], call: Call) -> Response:
    """Answer, or tell what is in the way; a form can be sent again as it was."""
    try:
        return handler(call)
    except VerdictConflictError as error:
        return trouble(call, 409, "Somebody else decided meanwhile", str(error))
    except WarehouseLockedError:
        words = "Another process is writing to the warehouse. Nothing of yours was recorded yet."
        return trouble(call, 503, "The warehouse is busy", words)
    except NotFoundError as error:
        return trouble(call, 404, "Nothing is there", str(error))
    except (DeskError, WarehouseError) as error:
        return trouble(call, 422, "That does not fit", str(error))


def trouble(call: Call, status: int, heading: str, words: str) -> Response:
    """A page that says what is wrong, with the form to be sent again."""
    is_form = call.request.method == "POST"
    kept = [
        (name, value)
        for name, values in call.form.items()
        for value in values
        if name not in KEPT and isinstance(value, str)
    ]
    claim = call.request.path_params.get("claim_id")
    return call.page(
        "trouble.html",
        status,
        heading=heading,
        words=words,
        address=call.request.url.path,
        resend=is_form and status == 503,
        seen=call.field("seen"),
        kept=kept,
        look=f"/claims/{claim}" if claim else "/",
    )
