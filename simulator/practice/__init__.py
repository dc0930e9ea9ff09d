"""Practice: one session as it happens — events, the conversation loop, retry, and the guard.

A session is the fold of its recorded decisions; nothing is read or decided again. The mentee's
line is appended before the actor is called, and each event before it is shown. This room names
the ports (actor, journal, clock, ids) and refuses to know who stands behind them.
"""
