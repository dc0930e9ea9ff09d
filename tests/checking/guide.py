"""The samples of the authoring guide, as files in a workspace of their own.

A sample changes the scenario, persona or translation that the guide starts from. Without a mode
its keys are laid over that file, records of a list by their id; other modes stand in the fence.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from simulator.library import texts
from simulator.library.new import new_persona, new_scenario
from simulator.library.texts import Leaf, Record, Records
from simulator.reading.moves import Language

ROOT = Path(__file__).parent.parent.parent
GUIDES = {
    language: ROOT / "docs" / name
    for language, name in (("en", "authoring.md"), ("fr", "authoring.fr.md"))
}
_SECTION = re.compile(r"^### `([a-z0-9-]+)`$", re.MULTILINE)
_FENCE = re.compile(r"^```(?P<info>[^\n]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Sample:
    """One fenced sample: what it shows, and how it becomes a file."""

    code: str
    is_bad: bool
    flags: tuple[str, ...]
    text: str

    @property
    def mode(self) -> str:
        return next((flag for flag in self.flags if "=" not in flag), "")

    def also(self) -> set[str]:
        """Codes that cannot but come with this one."""
        listed = next((f.split("=")[1] for f in self.flags if f.startswith("also=")), "")
        return set(filter(None, listed.split(",")))

    def number(self, name: str) -> int:
        return int(next((f.split("=")[1] for f in self.flags if f.startswith(f"{name}=")), "1"))


def sections(language: str) -> dict[str, str]:
    """Code → what the guide says of it."""
    parts = _SECTION.split(GUIDES[language].read_text(encoding="utf-8"))
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def samples(language: str) -> list[Sample]:
    """Every sample of every code, in the order of the guide."""
    return list(_samples(sections(language)))


def _samples(said: dict[str, str]) -> Iterator[Sample]:
    for code, text in said.items():
        for fence in _FENCE.finditer(text):
            _, kind, *flags = fence["info"].split()
            yield Sample(code, kind == "bad", tuple(flags), fence["text"])


def plain(text: str) -> Any:
    return YAML(typ="safe", pure=True).load(text)


@cache
def _scenario(language: Language) -> Any:
    return plain(new_scenario("two-weeks", language))


@cache
def _persona(name: str, language: Language = "en") -> Any:
    return plain(new_persona(name, language))


def write(sample: Sample, folder: Path) -> Path:
    """Writes the sample and all it stands among; the path to check."""
    scenarios, personas = folder / "scenarios", folder / "personas"
    scenarios.mkdir()
    personas.mkdir()
    _dump(personas / "alex.yaml", _persona("alex"))
    _dump(personas / "alex.fr.yaml", translation_of("alex", _persona("alex", "fr"), texts.PERSONA))
    _dump(personas / "jordan.yaml", _persona("jordan"))
    _dump(personas / "team-manager.yaml", _persona("team-manager"))
    manager = translation_of("team-manager", _persona("alex", "fr"), texts.PERSONA)
    _dump(personas / "team-manager.fr.yaml", manager)
    (personas / "broken.yaml").write_text("id: broken\nlanguage: en\n", encoding="utf-8")
    scenario = scenarios / "two-weeks.yaml"
    if sample.mode in {"whole", "text", "escaped"} or "escaped" in sample.flags:
        _write_text(sample, scenario)
        return scenario
    match sample.mode:
        case "persona":
            _dump(personas / "alex.yaml", _laid_over(_persona("alex"), sample))
            return personas / "alex.yaml"
        case "translation":
            base = translation_of("alex", _persona("alex", "fr"), texts.PERSONA)
            _dump(personas / "alex.fr.yaml", {**base, **plain(sample.text)})
            return personas / "alex.fr.yaml"
        case "orphan":
            _dump(personas / "jamie.fr.yaml", plain(sample.text))
            return personas / "jamie.fr.yaml"
        case "scenario-translation":
            scenario.write_text(new_scenario("two-weeks"), encoding="utf-8")
            over = translation_of("two-weeks", _scenario("fr"), texts.SCENARIO)
            _dump(scenarios / "two-weeks.fr.yaml", {**over, **plain(sample.text)})
            return scenarios / "two-weeks.fr.yaml"
        case "french":
            base = {**_scenario("fr"), "cast": [{"persona": "alex"}]}
            _dump(scenario, _laid_over(base, sample))
            return scenario
        case _:
            _dump(scenario, _laid_over(_scenario("en"), sample))
            return scenario


def _write_text(sample: Sample, path: Path) -> None:
    *first, last = sample.text.splitlines()
    text = "\n".join([*first, *[last] * sample.number("repeat"), ""])
    if "whole" not in sample.flags:
        keys = set(re.findall(r"^([a-z-]+):", text, re.MULTILINE))
        blocks = re.split(r"^(?=[a-z-]+:)", new_scenario("two-weeks"), flags=re.MULTILINE)
        kept = [block for block in blocks if block.split(":")[0] not in keys]
        text = "".join(kept) + text
    raw = text.encode()
    if "escaped" in sample.flags:
        raw = re.sub(rb"\\x(..)", lambda found: bytes([int(found[1], 16)]), raw)
        raw = re.sub(rb"\\u(....)", lambda found: chr(int(found[1], 16)).encode(), raw)
    path.write_bytes(raw)


def _laid_over(base: dict[str, Any], sample: Sample) -> dict[str, Any]:
    result = dict(base)
    for key, value in plain(sample.text).items():
        under = base.get(key)
        if isinstance(value, dict) and isinstance(under, dict):
            merged = {**under, **value}
            if "goals" in value:
                merged["goals"] = _by_id(under["goals"], value["goals"])
            result[key] = merged
        elif isinstance(value, list) and value and isinstance(value[0], dict) and "id" in value[0]:
            result[key] = _by_id(under or [], value)
        else:
            result[key] = value
    return result


def _by_id(under: list[Any], over: list[Any]) -> list[Any]:
    items = {item["id"]: item for item in under}
    for item in over:
        items[item["id"]] = {**items.get(item["id"], {}), **item}
    return list(items.values())


def translation_of(name: str, data: dict[str, Any], tree: Record) -> dict[str, Any]:
    return {"overlays": name, "language": "fr", **_texts_of(data, tree)}


def _texts_of(data: dict[str, Any], tree: Record | Records) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, part in tree.parts.items():
        value = data.get(key)
        if not value:
            continue
        if isinstance(part, Leaf):
            found[key] = value
        elif isinstance(part, Record):
            found[key] = _texts_of(value, part)
        else:
            found[key] = [{"id": item["id"], **_texts_of(item, part)} for item in value]
    return {key: value for key, value in found.items() if value}


def _dump(path: Path, data: Any) -> None:
    """JSON is YAML too, and quicker to write."""
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")
