"""The published schemas are fresh, and agree with what ships."""

import json

import jsonschema  # type: ignore[import-untyped]
import pytest

from simulator.config import shipped
from simulator.library.schema import persona_schema, scenario_schema
from simulator.library.yamlfile import read_yaml

SHELF = shipped()
PUBLISHED = {
    SHELF.scenarios: (SHELF.scenarios / "scenario.schema.json", scenario_schema()),
    SHELF.personas: (SHELF.personas / "persona.schema.json", persona_schema()),
}


@pytest.mark.parametrize("folder", PUBLISHED, ids=lambda folder: folder.name)
def test_the_published_schema_is_the_one_the_models_give(folder: object) -> None:
    path, text = PUBLISHED[folder]  # type: ignore[index]

    assert path.read_text(encoding="utf-8") == text, "run python -m simulator.library.schema"


@pytest.mark.parametrize("folder", PUBLISHED, ids=lambda folder: folder.name)
def test_the_schema_accepts_what_ships_and_refuses_a_slip(folder: object) -> None:
    path, text = PUBLISHED[folder]  # type: ignore[index]
    schema = json.loads(text)
    files = [one for one in path.parent.glob("*.yaml") if one.name.count(".") == 1]
    for file in files:
        data = read_yaml(file).data
        jsonschema.validate(data, schema)
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({**data, "slip": 1}, schema)

    assert files


def test_fields_are_explained_where_the_source_explains_them() -> None:
    schema = json.loads(scenario_schema())

    assert (
        schema["$defs"]["Fact"]["properties"]["note"]["description"]
        == "For author and mentor only."
    )
