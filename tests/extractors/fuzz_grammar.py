"""A coverage-guided search for texts that break the grammars or make a span misquote.

Run by hand: `python -m tests.extractors.fuzz_grammar -max_total_time=600 CORPUS`.
"""

import sys

import atheris

with atheris.instrument_imports(include=["extractors"]):
    from extractors.constructions.zeros import find_zeros
    from extractors.document.text import fold, split_sentences
    from extractors.events.when.timex import find_times
    from extractors.events.where.place_mentions import find_place_names
    from extractors.quantities.numbers import find_numbers


def read(data: bytes) -> None:
    """Read a text with every grammar that needs no parse."""
    text = atheris.FuzzedDataProvider(data).ConsumeUnicodeNoSurrogates(1200)
    folded = fold(text)
    assert len(folded) == len(text)
    last = 0
    for sentence in split_sentences(text):
        assert last <= sentence.start < sentence.end <= len(text)
        last = sentence.end
        said = folded[sentence.start : sentence.end]
        for number in (*find_numbers(said), *find_zeros(said)):
            assert 0 <= number.start <= number.core_start < number.core_end <= number.end
            assert number.end <= len(said)
            assert number.value_to is None or (number.value or 0) < number.value_to
        for span in (
            *find_times(folded, sentence.start, sentence.end),
            *find_place_names(folded, sentence.start, sentence.end),
        ):
            assert sentence.start <= span.start < span.end <= sentence.end


if __name__ == "__main__":
    atheris.Setup(sys.argv, read)
    atheris.Fuzz()
