"""Short reports of our own writing, so that the main job runs on a fresh machine.

They retell figures that were publicly reported of five events, in our own words and in indirect
speech. The outlets and most bylines are invented; the figures and who gave them are not.
"""
