"""Journeys: the order of screens that somebody walks through, from the first to the last.

Each is a coroutine that takes the app, shows a screen, waits for what it returns and goes on. A
screen knows nothing of the one before it or after it. The app loads a journey when it is begun.
"""
