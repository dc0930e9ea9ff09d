"""Actors: the embedded offline actor, which words the director's decisions without any network.

It speaks in the persona's voice with the scenario's own lines, does not repeat itself, and gives
the same words for the same seed. It refuses to decide, to reveal what a direction does not hold,
and to leave the machine.
"""
