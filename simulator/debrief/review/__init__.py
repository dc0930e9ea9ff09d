"""Review: what a mentor makes of a draft, as events of a stream of its own.

Accept, adjust, reject, add, comment, set an agenda, sign: each with its author, time and reason,
the draft's own verdict kept beside it. It refuses to change the talk, the draft or what was signed.
"""
