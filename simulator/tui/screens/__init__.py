"""Screens of the app: thin over views; a screen asks the conversation and decides nothing."""
