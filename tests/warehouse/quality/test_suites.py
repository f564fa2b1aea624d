"""Every expectation on a column fails on the row that breaks it, and names that row."""

from datetime import datetime

import pandas as pd
import pytest

from warehouse import open_warehouse
from warehouse.quality.catalogue import KEYS, suites
from warehouse.quality.expectations import Validator
from warehouse.quality.sql_checks import read_frame

LATE, EARLY = datetime(2999, 1, 1), datetime(1400, 1, 1)  # noqa: DTZ001 -- as frames have them
BROKEN = {
    "claims_are_named": {"claim_id": None},
    "harms_are_known": {"harm": "annoyed"},
    "modifiers_are_known": {"modifier": "odd"},
    "bases_are_known": {"basis": "odd"},
    "stances_are_known": {"stance": "shrugs"},
    "speaker_kinds_are_known": {"speaker_kind": "parrot"},
    "quotations_are_known": {"quotation": "odd"},
    "scopes_are_known": {"scope": "odd"},
    "groups_are_known": {"victim_group": "divers"},
    "values_are_counts": {"value": -1},
    "ranges_are_ordered": {"value": 9, "value_to": 8},
    "quantities_have_a_place": {"quantity_start": 7, "quantity_end": 7},
    "claims_have_evidence": {"evidence_length": 0},
    "event_days_are_ordered": {"event_date_to": datetime(2011, 1, 1)},  # noqa: DTZ001
    "event_days_are_plausible": {"event_date_from": EARLY},
    "confidences_are_probabilities": {"confidence": 1.5},
    "confidences_are_given": {"confidence": None},
    "extractors_are_versions": {"extractor": "new"},
    "documents_are_named": {"document_id": None},
    "documents_have_text": {"text_length": 0},
    "languages_are_codes": {"language": "Welsh"},
    "publications_are_plausible": {"published": LATE},
    "documents_are_dated": {"published": None},
    "speakers_have_names": {"name_length": 900},
    "kinds_of_speakers_are_known": {"kind": "parrot"},
    "events_have_labels": {"label_length": 0},
    "events_are_ordered": {"date_to": EARLY},
}
TWICE = {"claims_have_one_row"}


@pytest.fixture(scope="module")
def validator():
    return Validator("run-1", None)


@pytest.mark.parametrize("suite", suites())
def test_a_broken_row_fails_its_expectation(suite, sound_file, validator):
    with open_warehouse(sound_file, read_only=True) as connection:
        frame = read_frame(connection, suite)
    key = KEYS[suite]
    names = [check.name for check in suites()[suite]]
    broken = [
        frame.iloc[0].to_dict() | {key: name} | BROKEN[name] for name in names if name in BROKEN
    ]
    twins = [frame.iloc[0].to_dict() | {key: name} for name in names if name in TWICE] * 2
    frame = pd.concat([frame, pd.DataFrame(broken + twins).astype(frame.dtypes)])
    found = validator.columns(suite, frame, ["miners"])
    assert found.keys() == set(names)
    for name, outcome in found.items():
        assert not outcome.passed, name
        assert outcome.failed >= 1
        assert outcome.checked == len(frame)
        nameless = BROKEN.get(name, {}).get(key, "") is None
        assert nameless or name in outcome.failing_ids
