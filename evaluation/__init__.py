"""Quality and speed, measured against gold and peers."""
