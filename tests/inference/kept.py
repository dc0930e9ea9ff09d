"""Where the inference server and its network are kept: beside the environment that made them.

Both are made by `make test-llm` and are never part of the project. The server's name carries the
version that is locked, so that another lock is another server. Nothing here needs more than Python.
"""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
HOME = ROOT / ".venv" / "inference"
LOCK = ROOT / "requirements-llm.txt"
SOURCES = "llama-cpp-python"
"""The package whose source distribution holds the server's sources."""


def locked(lock: Path = LOCK) -> str:
    """The version of the sources in `lock`."""
    (version,) = re.findall(rf"^{SOURCES}==(\S+)", lock.read_text(encoding="utf-8"), re.MULTILINE)
    return str(version)


SERVER = HOME / f"llama-server-{locked()}"
NETWORK = HOME / "network.gguf"
