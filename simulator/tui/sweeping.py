"""Sweeping: when Python looks for memory that can be freed.

While the program is being loaded there is nothing to free, and looking takes a good part of the
time until the first frame; what was loaded stays for good, and need not be looked at again while
somebody types. It never stays off: whoever holds it lets go in a `finally`.
"""

import gc


def hold() -> None:
    """Look no more until `let_go`."""
    gc.disable()


def let_go() -> None:
    """Look again, but not at what is there by now."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
