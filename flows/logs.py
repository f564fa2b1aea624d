"""What a run tells as it goes: log lines with run, document and rule, as text or as JSON."""

import json
import logging
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from flows.open_for_reading import PATIENCE, open_for_reading

if TYPE_CHECKING:
    from flows.settings import Settings

LOGGER = logging.getLogger("tollcheck")
REJECTED = """
select stage, input, document_id as document, reason, message
from rejections
where run_id = ?
order by input
"""
CLAIMED = """
select document_id as document, claim_id as claim, rule, harm, quantity_text as quantity, speaker
from claims
where run_id = ?
order by document_id, evidence_start
"""
ROWS = 1000


class Fields(logging.Formatter):
    """Writes a line's fields behind its event."""

    def format(self, record: logging.LogRecord) -> str:
        """One line of text."""
        moment = f"{datetime.fromtimestamp(record.created, UTC):%Y-%m-%d %H:%M:%S}"
        fields = " ".join(f"{name}={value!r}" for name, value in fields_of(record).items())
        return f"{moment} {record.levelname:<7} {record.getMessage()} {fields}".rstrip()


class JsonLines(logging.Formatter):
    """Writes a JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        """One line of JSON."""
        moment = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line = {"time": moment, "level": record.levelname, "event": record.getMessage()}
        return json.dumps(line | fields_of(record), ensure_ascii=False, default=str)


class StandardError(logging.Handler):
    """Writes to standard error as it stands now; who captures it may have put another there."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line."""
        sys.stderr.write(self.format(record) + "\n")


FORMATS: dict[str, type[logging.Formatter]] = {"text": Fields, "json": JsonLines}


def fields_of(record: logging.LogRecord) -> dict[str, object]:
    """What was told beside the event."""
    told: dict[str, object] = getattr(record, "told", {})
    return told


def log_event(event: str, level: int = logging.INFO, **told: object) -> None:
    """Log an event with its fields; what is null is left out."""
    fields = {name: value for name, value in told.items() if value is not None}
    LOGGER.log(level, event, extra={"told": fields})


def configure(settings: "Settings") -> None:
    """Have log lines written to standard error as the settings say."""
    LOGGER.propagate = False
    LOGGER.setLevel(settings.log_level)
    LOGGER.handlers = [logging.NullHandler()]
    if settings.log in FORMATS:
        handler = StandardError()
        handler.setFormatter(FORMATS[settings.log]())
        LOGGER.handlers = [handler]


def log_rows(database: Path, run_id: str) -> None:
    """Log each rejection of a run and, where the level asks for it, each claim with its rule."""
    asked = [("rejected", logging.WARNING, REJECTED), ("claimed", logging.DEBUG, CLAIMED)]
    asked = [each for each in asked if LOGGER.isEnabledFor(each[1])]
    if not asked or all(isinstance(each, logging.NullHandler) for each in LOGGER.handlers):
        return
    with open_for_reading(database, PATIENCE) as connection:
        for event, level, query in asked:
            found = connection.execute(query, [run_id])
            names = [column[0] for column in found.description or ()]
            while rows := found.fetchmany(ROWS):
                for row in rows:
                    told = dict(zip(names, row, strict=True))
                    log_event(event, level, run=run_id, **told)
