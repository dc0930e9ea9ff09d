"""What a terminal sends, where it takes more than Textual to understand it.

Alt+Enter is Escape and Enter at once wherever a terminal has no way of its own to say it; Textual
then hears Enter alone, and a line would be said that was only to be broken.
"""

from collections.abc import MutableMapping
from typing import Any, cast

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual.keys import Keys

ALT_ENTER = "\x1b\r"


def understand_alt_enter() -> None:
    """Take Alt+Enter for Ctrl+J, which begins a new line as well."""
    known = cast("MutableMapping[str, Any]", ANSI_SEQUENCES_KEYS)
    known.setdefault(ALT_ENTER, (Keys.ControlJ,))
