"""Version of the extraction: it changes whenever the same text may give other claims."""

EXTRACTOR_VERSION = "0.1.0"
