"""Compiles the catalogues: `.po` files are written by people, `.mo` files are made, never kept.

One function does it for everyone: the build hook (so that a wheel and an editable install always
have them), `python hatch_build.py` (what `make i18n` runs) and the tests' own preparation.
"""

import os
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LOCALES = Path("simulator") / "i18n" / "locale"


def compile_catalogues(root: Path) -> list[Path]:
    """Compile every catalogue that is newer than its compiled form; returns those written."""
    written: list[Path] = []
    for source in sorted((root / LOCALES).glob("*/LC_MESSAGES/*.po")):
        compiled = source.with_suffix(".mo")
        if compiled.exists() and compiled.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            continue
        language = source.parent.parent.name
        with source.open("rb") as file:
            catalogue = read_po(file, locale=language, domain=source.stem, abort_invalid=True)
        # Readers see the old form or the new one, never half of it.
        partial = compiled.with_suffix(f".{os.getpid()}.part")
        with partial.open("wb") as file:
            write_mo(file, catalogue)
        partial.replace(compiled)
        written.append(compiled)
    return written


class CatalogueHook(BuildHookInterface[Any]):
    """Runs before every build, editable ones included."""

    PLUGIN_NAME = "catalogues"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        compile_catalogues(Path(self.root))


if __name__ == "__main__":
    compile_catalogues(Path(__file__).parent)
