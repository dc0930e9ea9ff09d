"""Widgets of the app: each shows one thing and emits one kind of message."""
