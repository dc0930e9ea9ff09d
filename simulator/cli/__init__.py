"""CLI: the `simulator` command, its sub-commands, output formats and exit codes.

Everything a screen does has a command. The door to heavy rooms opens only when a command needs
it: `--help` and `check` load neither Textual nor litellm. It refuses to decide or to store.
"""
