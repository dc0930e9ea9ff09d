"""New definitions to start from: commented, valid and playable before a word of them is changed.

The templates are package data, one per kind and language. A name becomes the id; one that cannot
be an id is refused here, so that no caller can write outside its folder by name.
"""

import re
from importlib import resources

from simulator.errors import UsageError
from simulator.reading.moves import Language

_ID = re.compile(r"[a-z0-9-]{1,64}")


def new_scenario(name: str, language: Language = "en") -> str:
    """The text of a new scenario file with the id `name`; raises UsageError for a bad name."""
    return _filled("scenario", "my-scenario", name, language)


def new_persona(name: str, language: Language = "en") -> str:
    """The text of a new persona file with the id `name`; raises UsageError for a bad name."""
    return _filled("persona", "my-persona", name, language)


def _filled(kind: str, placeholder: str, name: str, language: Language) -> str:
    if not _ID.fullmatch(name):
        raise UsageError("bad-name", name=name)
    template = resources.files("simulator.library") / "templates" / f"{kind}.{language}.yaml"
    text = template.read_text(encoding="utf-8")
    return text.replace(f"id: {placeholder} ", f"id: {name} ", 1)
