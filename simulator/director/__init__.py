"""Director: decides what the persona thinks, knows and yields, and says why. It finds no words.

Pure functions from a state and a reading to a decision; the stance is bounded, what was granted
stays granted, every change carries its reason. It refuses clocks, files, randomness of its own,
and any wording of the persona's lines.
"""
