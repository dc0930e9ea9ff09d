"""Checks every actor's reply before a word of it is shown.

The director decides what may be known and yielded; an actor, above all an LLM, may still say more,
say less, or say it as no person would. The guard owns that rule: no reply leaves with a locked
fact in any wording, with a figure or a promise nobody granted, with the mentee's lines in it, out
of the role, in another language, in markup, or as a repetition. It gives a code, never a corrected
text: the caller asks again, or lets another speak.
"""

from simulator.practice.guard.checks import Guard, Refusal
from simulator.practice.guard.secrets import Secret, secrets_of, ungranted_of

__all__ = ["Guard", "Refusal", "Secret", "secrets_of", "ungranted_of"]
