"""Views: what a screen shows, folded from events into plain records, in the reader's language.

The app and the plain mode show the same views, so neither can know more than the other. It
refuses Textual, Rich, storage and decisions: a view is a function of what was recorded.
"""
