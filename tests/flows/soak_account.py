"""The account of a soak: what the site sent, against what is in the warehouse."""

import json
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from urllib.request import Request, urlopen

from schemas.base import fingerprint
from warehouse import open_warehouse

COUNTS = """
select 'runs' as what, count(*) as number from runs
union all select 'pages', count(*) from pages
union all select 'documents, all versions', count(*) from documents
union all select 'documents, now', count(*) from documents where superseded is null
union all select 'claims, all', count(*) from claims
union all select 'claims, now', count(*) from current_claims
"""
REJECTIONS = """
select parse_path(input)[4] as page, reason, count(*) as number
from rejections
group by all
order by all
"""


def sent_versions(ledger: Path, root: str) -> dict[str, str]:
    """The page_id of each version that the site has sent in whole, with its path."""
    found = {}
    for line in ledger.read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["event"] == "sent":
            found[fingerprint(f"{root}{row['path']}", row["sha256"])] = row["path"]
    return found


def answers(ledger: Path) -> Counter[tuple[str, str]]:
    """How often each sort of page was answered in each way."""
    rows = (json.loads(line) for line in ledger.read_text("utf-8").splitlines())
    return Counter((row["path"].split("/")[1], row["event"]) for row in rows)


def flow_runs(api: str) -> Counter[str]:
    """How the flow runs ended, as Prefect tells."""
    found: Counter[str] = Counter()
    offset = 0
    while True:
        body = json.dumps({"limit": 200, "offset": offset}).encode()
        request = Request(f"{api}/flow_runs/filter", body, {"Content-Type": "application/json"})
        with urlopen(request, timeout=60) as answer:
            rows = json.load(answer)
        found.update(row["state_name"] for row in rows)
        offset += len(rows)
        if not rows:
            return found


def tell(title: str, rows: Iterable[object]) -> None:
    """Write a part of the account."""
    sys.stdout.write(f"\n{title}\n" + "".join(f"  {row}\n" for row in rows))


def account(folder: Path, root: str, api: str) -> None:
    """Hold the warehouse against the ledger, and tell."""
    versions = sent_versions(folder / "ledger.jsonl", root)
    with open_warehouse(folder / "tollcheck.duckdb", read_only=True) as connection:
        counts = connection.execute(COUNTS).fetchall()
        loaded = {row[0] for row in connection.execute("select page_id from pages").fetchall()}
        rejected = connection.execute(REJECTIONS).fetchall()
    tell("Flow runs", sorted(flow_runs(api).items()))
    tell("Answers of the site", sorted(answers(folder / "ledger.jsonl").items()))
    tell("In the warehouse", counts)
    tell("Rejections", rejected)
    sent = Counter(path.split("/")[1] for path in versions.values())
    tell(f"Versions sent: {len(versions)}", sorted(sent.items()))
    tell(f"Loaded: {len(loaded)}; never sent:", sorted(loaded - set(versions)))
    tell("Sent and not loaded", sorted(versions[name] for name in set(versions) - loaded))


if __name__ == "__main__":
    account(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
