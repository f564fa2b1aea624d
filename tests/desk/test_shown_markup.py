"""What a copy of a page shows, found in one pass over markup that may be hostile."""

import pytest

from desk.shown_markup import shown_markup

MANY = 500_000


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("<p>12 died<!-- <p>13 --></p>", "<p>12 died</p>"),
        ("a<script>if (1 < 2) {}</script>b", "ab"),
        ("a<SCRIPT type=module>x</Script\n>b", "ab"),
        ("a<style>p {}</style foo>b<svg/><path/></svg>c", "abc"),
        ("a<script>'<!--'</script>b", "ab"),
        ("a<!-- <script> -->b", "ab"),
        ("a<!-->b<!--->c<!-- x --!>d", "abcd"),
        ("a<!-- one -- two > three -->b", "ab"),
        ("a<template><template>x</template>y</template>b", "ay</template>b"),
        ("a<script>x</scripted>y</script>b", "ab"),
        ("<svg-icon>a</svg-icon><scripture>b", "<svg-icon>a</svg-icon><scripture>b"),
        ("a<!-- never closed <p>b</p>", "a"),
        ("a<script src=x>b</script", "a"),
        ("a<script", "a<script"),
        ("a</script>b-->c", "a</script>b-->c"),
        ("", ""),
    ],
)
def test_what_a_copy_does_not_show_is_left_out(markup: str, shown: str) -> None:
    assert shown_markup(markup) == shown


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("<!--" * MANY, ""),
        ("<script" * MANY, "<script" * MANY),
        ("<script>" * MANY, ""),
        ("<script></script" * MANY, ""),
        ("<svg>" * MANY + "</svg" + " " * MANY, ""),
        ("<script></script>" * MANY, ""),
        ("<!---->" * MANY, ""),
        ("<!--<script>" * MANY + "-->b", "b"),
    ],
    ids=range(8),
)
def test_a_hostile_page_takes_one_pass(markup: str, shown: str) -> None:
    """Where each part were looked for to the end of the text, these would take hours."""
    assert shown_markup(markup) == shown
