"""Bounds of every figure under every policy."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from schemas import Modifier
from warehouse.ask import first_row
from warehouse.columns import BOUNDS, insert_rows
from warehouse.figures import Figure

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from warehouse.policies import Policy

UNBOUNDED = """
select policies.policy, figures.figure_id, figures.value, figures.value_to, figures.modifier,
    figures.word
from figures
cross join (select unnest(?) as policy) as policies
where not exists (
    from bounds where bounds.policy = policies.policy and bounds.figure_id = figures.figure_id
)
order by policies.policy, figures.figure_id
"""


def refresh_bounds(connection: "DuckDBPyConnection", policies: "Sequence[Policy]") -> None:
    """Give each figure its bounds under each policy; a changed policy starts anew."""
    for policy in policies:
        renew_policy(connection, policy)
    named = {policy.policy: policy for policy in policies}
    rows = []
    for name, figure_id, value, value_to, modifier, word in connection.execute(
        UNBOUNDED, [sorted(named)]
    ).fetchall():
        figure = Figure(value=value, value_to=value_to, modifier=Modifier(modifier), word=word)
        low, high = named[name].bounds(figure)
        rows.append({"policy": name, "figure_id": figure_id, "low": low, "high": high})
    insert_rows(connection, rows, BOUNDS)


def renew_policy(connection: "DuckDBPyConnection", policy: "Policy") -> None:
    """Enter a policy, and forget the bounds of one whose rules have changed."""
    rules = policy.model_dump_json(include={"modifiers", "words"})
    known = first_row(connection, "select rules from policies where policy = ?", [policy.policy])
    if known == (rules,):
        return
    connection.execute("delete from bounds where policy = ?", [policy.policy])
    connection.execute(
        "insert into policies (policy, description, provenance, rules) values (?, ?, ?, ?) "
        "on conflict do update set description = excluded.description, "
        "provenance = excluded.provenance, rules = excluded.rules",
        [policy.policy, policy.description, policy.provenance, rules],
    )
