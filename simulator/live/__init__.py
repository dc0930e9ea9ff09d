"""Live: what a mentor may do to a running session, as events of that session.

Pausing, marking a moment, whispering and stepping in belong here, each with its author and always
visible to the mentee at that moment. It refuses silent watching, changing what was already said,
and any path to the persona's state that the director does not decide.
"""
