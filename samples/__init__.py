"""Short reports of our own writing, so that the main job runs on a fresh machine."""
