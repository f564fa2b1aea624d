"""The stories of the soak's site: pages with one claim each."""

SYLLABLES = ("bar", "ced", "dol", "fen", "gor", "hul", "jas", "kel", "lom", "mar", "nev", "osk")
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>
<meta property="article:published_time" content="2026-03-04T08:00:00Z"></head>
<body><nav>Home Sport Weather</nav><article><h1>{title}</h1><p>{text}</p>
<p>The road to {town} was closed for hours, and the market did not open.</p></article></body></html>
"""


def town(number: int) -> str:
    """A name for a place that no other number has."""
    first, second = divmod(number, len(SYLLABLES))
    return f"{SYLLABLES[first % len(SYLLABLES)]}{SYLLABLES[second]}a".title()


def story(number: int, dead: int) -> bytes:
    """A page with one claim."""
    text = f"Police in {town(number)} said {dead} people were killed when a hillside gave way."
    return PAGE.format(
        title=f"Landslide near {town(number)}", text=text, town=town(number)
    ).encode()
