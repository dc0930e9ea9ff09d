"""Checking: rules about a scenario that need its dynamics — reachability and play-tests.

Shape and references are checked by the library; here stand the rules that ask whether a fact can
be earned, a concession reached, an ending arrived at, and the one door through which whole folders
are checked. It refuses to word its findings: a rule gives a code, a position and values.
"""

from simulator.checking.paths import check_paths

__all__ = ["check_paths"]
