"""File names: which file is a definition, and which is the translation of which."""

from pathlib import Path
from typing import get_args

from simulator.config import Language

SUFFIX = ".yaml"
LANGUAGES: tuple[Language, ...] = get_args(Language)


def split(path: Path) -> tuple[Path, Language | None]:
    """The base file of `path`, and the language if `path` is a translation of it."""
    for language in LANGUAGES:
        ending = f".{language}{SUFFIX}"
        if path.name.endswith(ending):
            return path.with_name(path.name.removesuffix(ending) + SUFFIX), language
    return path, None


def translation_path(base: Path, language: str) -> Path:
    """Where the translation of `base` into `language` stands."""
    return base.with_name(f"{base.name.removesuffix(SUFFIX)}.{language}{SUFFIX}")


def definition_files(folder: Path) -> list[Path]:
    """The files of `folder` that should hold a definition or a translation, in order."""
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.glob(f"*{SUFFIX}") if path.is_file())
