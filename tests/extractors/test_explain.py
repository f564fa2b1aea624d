"""Each number of a text is explained."""

from extractors import explain


def test_each_number_is_taken_or_refused_with_a_reason() -> None:
    text = "The mine killed 14 divers on 3 May. The firm has 600 workers. It lost two contracts."
    told = {each.text: (each.taken, each.reason) for each in explain(text)}
    assert told["14"] == (True, "object-kill")
    assert told["3"][0] is False
    assert "date" in told["3"][1]
    assert told["600"] == (False, "no word of harm in the sentence")
    assert told["two"] == (False, "no word of harm in the sentence")
    assert all(text[each.start : each.end] == each.text for each in explain(text))
