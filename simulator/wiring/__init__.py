"""Wiring: settings in, everything a front end needs out; the one place where adapters meet the core.

`House` is a workspace put together; its mentor's desk and its post stand beside it. Nothing is
built at import, and the offline path never loads an LLM library.
"""

from simulator.wiring.house import House
from simulator.wiring.machine import private
from simulator.wiring.staging import StageBuild

__all__ = ["House", "StageBuild", "private"]
