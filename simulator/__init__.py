"""Simulator: rehearse a negotiation, a conflict or a difficult conversation before the real one.

Code decides what the persona thinks, knows and yields; the actor only finds the words; the
transcript remembers everything; the debrief shows its evidence; a human has the last word.

Each room says in its own docstring what it is for and what it refuses. Imports point down only:

    cli → tui → wiring → actors | llm | transcripts | reports → prompts | views → checking
    → playtest → live | debrief → practice → director → library → reading
    → config | i18n | text → errors

Nothing happens at import here or anywhere below.
"""

__version__ = "0.1.0"
