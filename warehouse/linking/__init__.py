"""Which claims of which documents speak of the same event: incremental, and with its reasons."""
