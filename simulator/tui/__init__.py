"""TUI: the Textual app — screens and widgets that show views and send requests.

A screen decides nothing and talks to no actor and no storage; what it needs comes from wiring.
It refuses markup from untrusted text and any state that is not a view.
"""
