"""One construction of harm a file; `registry.py` finds whatever stands here."""
