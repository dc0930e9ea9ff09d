"""The JSON schema of an exchange file, for programs that check one before they read it.

`python -m simulator.transcripts.exchange.schema FILE` writes it; the one that is published stands
with the documentation, and a test holds the two together.
"""

import json
import sys
from pathlib import Path

from simulator.transcripts.exchange.form import Rehearsal

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> str:
    """The text of `rehearsal.schema.json`."""
    whole = {"$schema": _DIALECT, **Rehearsal.model_json_schema()}
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def main(path: Path) -> None:
    """Write the schema to `path`."""
    path.write_text(schema(), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
