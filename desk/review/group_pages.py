"""Groups of victims: what texts call them, and as which group they are counted."""

from fastapi import Response

from desk.cards import plain
from desk.review.call import Call
from desk.review.forms import FormError, words
from warehouse import VerdictKind
from warehouse.read_models.registry_rows import GroupLine

MOST_GROUPS = 300


def list_groups(call: Call) -> Response:
    """All names of victims, those with the most claims first."""
    typed = plain(call.query("q")).split()
    with call.store.reading() as reader:
        lines = list(reader.rows(GroupLine, order="claims desc, name"))
    found = [line for line in lines if all(word in plain(line.name) for word in typed)]
    groups = {line.name for line in lines if line.is_group}
    return call.page(
        "groups.html",
        lines=found[:MOST_GROUPS],
        left=max(len(found) - MOST_GROUPS, 0),
        groups=sorted(groups | {line.counted_as for line in lines if line.counted_as}),
        typed=call.query("q"),
        about=call.query("about"),
    )


def set_group(call: Call) -> Response:
    """Say as which group victims of a name are counted; a group of a new name is added."""
    name, group = words(call.fields(), "victim_group"), words(call.fields(), "into_victim_group")
    if not name or not group:
        raise FormError("Say what texts call them, and which group they are.")
    call.store.decide(VerdictKind.GROUP, call.reviewer, victim_group=name, into_victim_group=group)
    return call.go("/groups", f"“{name}” is counted as “{group}”, in texts to come, too.")
