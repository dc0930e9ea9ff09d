"""The plain mode: the whole of the program line by line, for a screen reader, a pipe or a script.

One line per event, each with a label or as a full sentence; no box drawing, no colour, no spinner,
no cursor movement, no columns. It is the accessible front end, and the second one that keeps the
core honest: everything it says comes from the same events and views as the app's screens.
"""

from simulator.cli.plain.channel import Channel
from simulator.cli.plain.talk import PlainPractice

__all__ = ["Channel", "PlainPractice"]
