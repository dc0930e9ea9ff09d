"""The published JSON Schema of a debrief: made from the shapes, and from nothing else.

`python -m simulator.reports.schema FILE` writes it; the one that is published stands with the
documentation, and a test holds the two together.
"""

import json
import sys
from pathlib import Path
from typing import Any

from pydantic import BaseModel, create_model

from simulator.reports.data import Report
from simulator.reports.measured import shape

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def published() -> type[BaseModel]:
    """The shape of a report, with that of its measures in place."""
    fields: dict[str, Any] = {"measures": (shape(), ...)}
    model: type[BaseModel] = create_model("Debrief", __base__=Report, **fields)
    return model


def schema() -> str:
    """The text of `debrief.schema.json`."""
    model = published()
    made = model.model_json_schema(by_alias=True, mode="serialization")
    made["description"] = (Report.__doc__ or "").strip()
    return json.dumps({"$schema": _DIALECT, **_open(made)}, indent=1, ensure_ascii=False) + "\n"


def _open(part: Any) -> Any:
    """Without generated titles, and open to the keys that a later program adds."""
    if isinstance(part, list):
        return [_open(one) for one in part]
    if not isinstance(part, dict):
        return part
    return {
        key: {name: _open(one) for name, one in value.items()}
        if key == "properties"
        else _open(value)
        for key, value in part.items()
        if not (key == "title" and isinstance(value, str))
        and not (key == "additionalProperties" and value is False)
    }


def main() -> None:
    """Write the schema to the file that is named, or to standard output."""
    if len(sys.argv) > 1:
        Path(sys.argv[1]).write_text(schema(), encoding="utf-8")
    else:
        sys.stdout.write(schema())


if __name__ == "__main__":
    main()
