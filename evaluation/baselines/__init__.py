"""What people use today: the yardsticks that every score stands beside."""
