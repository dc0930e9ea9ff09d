"""What the linear recogniser learns from, and the script that trains it; nothing here is shipped.

The lines stand in `training/en` and `training/fr`, one utterance a line, readable by anyone. The
invariant: the shipped weights follow from these lines and the lock alone.
"""
