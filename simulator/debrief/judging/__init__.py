"""Judging: one yes/no question at a time put to an LLM, and what of its answer may be believed.

It complements the findings that code makes and never takes their place. Owned here: what a judge
is shown, fenced so that no sentence of the transcript can pass for anything else; and that every
quote it gives is found again by code, where it said, by whom it said. It refuses marks, feelings,
names of people, and an answer without its evidence. The words of the prompt and the call itself
are made elsewhere, behind the port `Judge`.
"""
