"""A document's text, sentences and parse."""
