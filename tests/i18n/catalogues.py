"""The catalogues as they are written, and the ids that the source asks for."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po

ROOT = Path(__file__).parent.parent.parent
SOURCE = ROOT / "simulator"


@cache
def entries(language: str, domain: str) -> dict[str, tuple[str, ...]]:
    """Id → its wordings: one, or the singular and the plural."""
    path = SOURCE / "i18n" / "locale" / language / "LC_MESSAGES" / f"{domain}.po"
    with path.open("rb") as file:
        catalogue = read_po(file, locale=language, abort_invalid=True)
    return {
        message.id if isinstance(message.id, str) else message.id[0]: (message.string,)
        if isinstance(message.string, str)
        else tuple(message.string or ())
        for message in catalogue
        if message.id and not message.fuzzy
    }


@cache
def trees() -> tuple[tuple[Path, ast.Module], ...]:
    """Every module of the program, parsed."""
    return tuple(
        (path, ast.parse(path.read_text(encoding="utf-8"))) for path in sorted(SOURCE.rglob("*.py"))
    )


@cache
def literals() -> frozenset[str]:
    """Every string written out in the program."""
    return frozenset(
        node.value
        for _, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


@cache
def composed() -> tuple[re.Pattern[str], ...]:
    """The ids that the source puts together: f-strings, each hole standing for one part of an id.

    A hole at the start stands for an id that is itself written out: it is the group `head`.
    """
    return tuple(
        re.compile(pattern)
        for path, tree in trees()
        if path.name != "errors.py"  # it composes `error.` with every code there is
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr) and (pattern := _pattern(node))
    )


def _pattern(node: ast.JoinedStr) -> str:
    first, *rest = node.values
    parts = [
        re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"[^.\s]+"
        for part in rest
    ]
    if isinstance(first, ast.Constant):
        head = str(first.value)
        return re.escape(head) + "".join(parts) if re.match(r"[a-z-]+[.-]", head) else ""
    return rf"(?P<head>[\w.-]+){''.join(parts)}" if parts[:1] and parts[0][:2] == r"\." else ""


def is_used(wording: str) -> bool:
    """Whether the source names the id, or puts it together."""
    code = wording.removeprefix("error.").removesuffix(".hint")
    if {wording, code} & literals():
        return True
    found = (pattern.fullmatch(one) for one in (wording, code) for pattern in composed())
    return any(
        match.groupdict().get("head", wording) in literals() | {wording} for match in found if match
    )


def _calls() -> Iterator[tuple[Path, str, str]]:
    """Each call whose first argument is written out: file, called name, that argument."""
    for path, tree in trees():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield path, ast.unparse(node.func), first.value


def asked() -> set[tuple[str, str]]:
    """Where (file) and what (id) the source asks a translator for, as far as it is written out."""
    translators = re.compile(r"(?:^|\.)_?(?:t|translator)(?:\.n)?$")
    return {(path.name, wording) for path, name, wording in _calls() if translators.search(name)}


def raised() -> set[tuple[str, str]]:
    """Where (file) and with which code the source raises an error of the tree."""
    kinds = {"SimulatorError", "UsageError", "NotFound", "BadFile", "ActorError", "StorageError"}
    return {(path.name, code) for path, name, code in _calls() if name in kinds}
