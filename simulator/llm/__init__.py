"""LLM: the only room that imports litellm, and only when a session asks for it.

Client, persona actor, judge and coach belong here, each behind a port of a lower room. Foreign
errors are mapped to the error tree at this one seam; one deadline covers a whole turn; a stream
that ends early is interrupted, not done. It refuses hidden retries, deciding anything the
director decides, and sending what was not named to the mentee first.
"""
