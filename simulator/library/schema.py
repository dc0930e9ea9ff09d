"""The published JSON Schemas of scenario and persona files, for editors that complete and check.

Made from the models and from nothing else, so that an editor and the program agree; run as
`python -m simulator.library.schema` it writes them beside the shipped definitions. What the schema
cannot say (references, leaks, reachability) stays with `simulator check`.
"""

import ast
import inspect
import json
from pathlib import Path
from types import ModuleType
from typing import Any

from simulator.config import Shelf, shipped
from simulator.library import conditions, persona, scenario
from simulator.library.conditions import kebab
from simulator.library.persona import Pattern, Persona, Situation
from simulator.library.scenario import Scenario
from simulator.reading.moves import Move, Signal

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def scenario_schema() -> str:
    """The text of `scenario.schema.json`."""
    return _text(Scenario.model_json_schema(by_alias=True))


def persona_schema() -> str:
    """The text of `persona.schema.json`."""
    schema = Persona.model_json_schema(by_alias=True)
    triggers = sorted(str(one) for kind in (Move, Signal, Pattern) for one in kind)
    tables = schema["$defs"]["Temperament"]["properties"]
    for name in ("trust", "tension"):
        tables[name]["propertyNames"] = {"enum": triggers}
    schema["properties"]["lines"]["propertyNames"] = {"enum": sorted(map(str, Situation))}
    schema["properties"]["levels"]["propertyNames"] = {"enum": ["1", "2", "3"]}
    return _text(schema)


def _text(schema: dict[str, Any]) -> str:
    notes = _notes(conditions) | _notes(persona) | _notes(scenario)
    for name, definition in (*schema["$defs"].items(), (schema["title"], schema)):
        for key, about in definition.get("properties", {}).items():
            if note := notes.get(f"{name}.{key}"):
                about["description"] = note
    plain = {"$schema": _DIALECT, **_plain(schema)}
    return f"{json.dumps(plain, indent=1, ensure_ascii=False)}\n"


def _notes(module: ModuleType) -> dict[str, str]:
    """What the source says right under each field: `Fact.if-guessed` → its sentence."""
    notes: dict[str, str] = {}
    for record in ast.parse(inspect.getsource(module)).body:
        if not isinstance(record, ast.ClassDef):
            continue
        for field, after in zip(record.body, record.body[1:], strict=False):
            if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
                match after:
                    case ast.Expr(value=ast.Constant(value=str(note))):
                        name = kebab(field.target.id.rstrip("_"))
                        notes[f"{record.name}.{name}"] = inspect.cleandoc(note)
                    case _:
                        continue
    return notes


def _plain(part: Any) -> Any:
    """Without generated titles, and without the null that a file never writes."""
    if isinstance(part, list):
        return [_plain(one) for one in part]
    if not isinstance(part, dict):
        return part
    kept = {
        key: {name: _plain(one) for name, one in value.items()}
        if key == "properties"
        else _plain(value)
        for key, value in part.items()
        if not (key == "title" and isinstance(value, str))
        and not (key == "default" and value is None)
    }
    choices = [one for one in kept.get("anyOf", ()) if one != {"type": "null"}]
    if len(choices) == 1:
        del kept["anyOf"]
        return {**choices[0], **kept}
    return kept


def publish(shelf: Shelf) -> None:
    """Write each schema beside the definitions that name it."""
    for folder, name, text in (
        (shelf.scenarios, "scenario", scenario_schema()),
        (shelf.personas, "persona", persona_schema()),
    ):
        folder.mkdir(parents=True, exist_ok=True)
        Path(folder, f"{name}.schema.json").write_text(text, encoding="utf-8")


def main() -> None:
    """Publish the schemas beside the shipped definitions."""
    publish(shipped())


if __name__ == "__main__":
    main()
