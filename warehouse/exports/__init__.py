"""What the warehouse holds, for other programs and for people without SQL."""
