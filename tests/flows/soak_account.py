"""The account of a soak: what was sent, against what is in the warehouse."""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from schemas.base import fingerprint
from warehouse import open_warehouse

BIN = Path(sys.executable).parent
COUNTS = """
select 'runs' as what, count(*) as number from runs
union all select 'pages', count(*) from pages
union all select 'documents, all versions', count(*) from documents
union all select 'documents, now', count(*) from documents where superseded is null
union all select 'claims, all', count(*) from claims
union all select 'claims, now', count(*) from current_claims
"""
CLAIMS = """
select document_id, harm, value, modifier, coalesce(speaker, ''), evidence_text, event_where,
    cast(event_date_from as varchar)
from current_claims
"""
REJECTIONS = """
select input as page, reason, count(*) as number
from rejections
group by all
order by all
"""


def sent_versions(ledger: Path) -> dict[str, str]:
    """The page_id of each version that was sent in whole, with its address."""
    found = {}
    for line in ledger.read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["event"] == "sent":
            found[fingerprint(row["address"], row["sha256"])] = row["address"]
    return found


def answers(ledger: Path) -> Counter[tuple[str, str]]:
    """How often each sort of page was answered in each way."""
    rows = (json.loads(line) for line in ledger.read_text("utf-8").splitlines())
    return Counter((sort(row["address"]), row["event"]) for row in rows)


def sort(address: str) -> str:
    """The sort of page that an address names."""
    split = urlsplit(address)
    local = split.hostname == "127.0.0.1"
    return split.path.split("/")[1] if local else str(split.hostname)


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


def run_undisturbed(folder: Path) -> Path:
    """Read all that was sent in one run that nothing happens to; the warehouse that it makes."""
    database = folder / "undisturbed.duckdb"
    command = [BIN / "tollcheck", "run", folder / "sent.warc.gz", "--db", database, "--quiet"]
    outside = folder / "elsewhere"
    outside.mkdir(exist_ok=True)
    subprocess.run(command, cwd=outside, check=True)
    return database


def current_claims(database: Path) -> set[tuple[object, ...]]:
    """What is claimed now, without what differs from run to run."""
    with open_warehouse(database, read_only=True) as connection:
        return set(connection.execute(CLAIMS).fetchall())


def account(folder: Path, api: str) -> None:
    """Hold the warehouse against the ledger and against an undisturbed run, and tell."""
    database = folder / "tollcheck.duckdb"
    versions = sent_versions(folder / "ledger.jsonl")
    with open_warehouse(database, read_only=True) as connection:
        counts = connection.execute(COUNTS).fetchall()
        loaded = {row[0] for row in connection.execute("select page_id from pages").fetchall()}
        rejected = connection.execute(REJECTIONS).fetchall()
    tell("Flow runs", sorted(flow_runs(api).items()))
    tell("Answers of the site", sorted(answers(folder / "ledger.jsonl").items()))
    tell("In the warehouse", counts)
    tell("Rejections", rejected)
    sent = Counter(map(sort, versions.values()))
    tell(f"Versions sent: {len(versions)}", sorted(sent.items()))
    tell(f"Loaded: {len(loaded)}; never sent:", sorted(loaded - set(versions)))
    tell("Sent and not loaded", sorted(versions[name] for name in set(versions) - loaded))
    here, undisturbed = current_claims(database), current_claims(run_undisturbed(folder))
    tell(f"Claims now: {len(here)}; not in the undisturbed run:", sorted(here - undisturbed))
    tell("In the undisturbed run only", sorted(undisturbed - here))


if __name__ == "__main__":
    account(Path(sys.argv[1]), sys.argv[2])
