"""Transcripts: the durable memory of sessions, in one SQLite file of the workspace.

Events are appended and never changed; a hash chain per session proves it; the one sanctioned
deletion leaves a tombstone. Files are readable by their owner alone. It refuses to interpret
what it stores and to start a write it cannot finish.
"""
