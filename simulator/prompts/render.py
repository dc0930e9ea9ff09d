"""From an audience, a language and plain values to the two texts that an LLM is given.

A template has two blocks: `system`, the stable part, which comes first so that a provider's cache
hits, and `user`, what changes. A name that nobody gave is an error, and so is one that the
template does not use: neither a hole nor a value that went nowhere passes unseen. Values are
strings, whole numbers, and rows of strings or of tuples of strings; nothing in them is ever read as
a template.
"""

from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from typing import Literal, NamedTuple, TypeAlias

from jinja2 import Environment, PackageLoader, StrictUndefined, meta

Audience = Literal["judge", "coach", "persona", "reader"]
Plain: TypeAlias = str | int | Sequence[str] | Sequence[tuple[str, ...]]


class Prompt(NamedTuple):
    """What an LLM is given."""

    system: str
    user: str


def render(audience: Audience, language: Literal["en", "fr"], **values: Plain) -> Prompt:
    """The prompt for `audience` in `language`.

    Raises `TypeError` for a value that is no plain text or for one that the template has no place
    for, and jinja2's `UndefinedError` for a place without a value.
    """
    environment = _environment()
    name = f"{audience}.{language}.jinja"
    unused = values.keys() - _places(name)
    odd = {key for key, value in values.items() if not _is_plain(value)}
    if unused or odd:
        raise TypeError(name, sorted(unused | odd))
    template = environment.get_template(name)
    context = template.new_context(dict(values))
    blocks = ("".join(template.blocks[block](context)) for block in ("system", "user"))
    return Prompt(*(one.strip() for one in blocks))


def version(audience: Audience, language: Literal["en", "fr"]) -> str:
    """What is pinned with a session: the template's hash, so that a change in it is seen."""
    source = _source(f"{audience}.{language}.jinja")
    return sha256(source.encode()).hexdigest()[:12]


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("simulator.prompts"),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 - what is rendered is read by an LLM, never by a browser
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.clear()
    return environment


@cache
def _places(name: str) -> frozenset[str]:
    """The names that the template asks for."""
    return frozenset(meta.find_undeclared_variables(_environment().parse(_source(name))))


def _source(name: str) -> str:
    environment = _environment()
    if environment.loader is None:
        raise LookupError(name)
    return environment.loader.get_source(environment, name)[0]


def _is_plain(value: object) -> bool:
    if isinstance(value, str | int):
        return True
    return isinstance(value, tuple | list) and all(
        isinstance(one, str)
        or (isinstance(one, tuple) and all(isinstance(part, str) for part in one))
        for one in value
    )
