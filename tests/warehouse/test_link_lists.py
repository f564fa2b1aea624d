"""Lists of links to other stories are left out of what tells of an event."""

import pytest

from warehouse.linking.link_lists import without_link_lists

STORY = "Two men were shot on Elm Street.\n"
LINKS = "+ Mayor opens a bridge in Karvat\n\n+ Burglars take a parrot\n"


def test_a_list_of_titles_is_left_out():
    text = f"{STORY}MORE FROM THE POST\n{LINKS}The men are stable.\n"
    assert without_link_lists(text, [0]) == f"{STORY}MORE FROM THE POST\nThe men are stable.\n"


@pytest.mark.parametrize(
    "text",
    [
        f"{STORY}- one line with a mark\n",
        f"{STORY}- The men were brothers.\n- They lived in Karvat.\n",
        f"{STORY}- a dash\n+ and a cross\n",
        STORY,
        "",
    ],
)
def test_other_lines_stay(text):
    assert without_link_lists(text, [0]) == text


def test_a_list_that_counts_people_stays():
    text = f"{STORY}- Karvat: 5 dead\n- Dorel: 12 dead\n"
    assert without_link_lists(text, [0, text.index("12")]) == text


def test_a_long_text_of_marks_is_read_once():
    assert without_link_lists("+ a\n" * 200_000, [0]) == "+ a\n" * 200_000
