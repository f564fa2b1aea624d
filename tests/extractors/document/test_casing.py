"""Capitals are undone in one place: of sentences by a dictionary, of names by their titles."""

import pytest

from extractors.document.casing import is_in_capitals, restore_case, restore_names
from extractors.document.vocabulary import load_vocabulary


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("FIVE MINERS DIED ON 2 OCTOBER IN RUDA.", "Five miners died on 2 October in Ruda."),
        ("FIVE MINERS DIED ON A TUESDAY.", "Five miners died on a Tuesday."),
        ("THE RAID MAY GO ON, MINERS SAID.", "The raid may go on, miners said."),
        ("Blast Kills Five Miners in Northern Ruda", "Blast kills five miners in northern Ruda"),
        ("Five miners died in Ruda.", "Five miners died in Ruda."),
    ],
)
def test_a_sentence_is_written_as_running_text(text: str, written: str) -> None:
    assert restore_case(text, load_vocabulary()) == written


def test_words_after_a_title_are_names_wherever_they_stand() -> None:
    shouted = "COL OSCAR BLAST SAID BLAST AND THE (FMB) LEFT."
    cased = "Col oscar blast said blast and the (fmb) left."
    restored = restore_names(shouted, cased, [(0, 3)])
    assert restored == "Col Oscar Blast said Blast and the (FMB) left."


def test_a_document_in_capitals_is_told_by_its_letters() -> None:
    assert is_in_capitals("FIVE MINERS DIED IN RUDA, the mayor said.")
    assert not is_in_capitals("Five MINERS died.")
    assert not is_in_capitals("12 34")
