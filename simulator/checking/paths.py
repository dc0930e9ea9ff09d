"""The one door to checking: files and folders in, every diagnostic out, in reading order.

A scenario is checked in every language it is offered in, together with the people cast in it. A
base file's own problems are told once, however many translations repeat them. Nothing here fails
because a file is bad; a path that is not there is the caller's error.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from simulator.checking import hearing, reach
from simulator.errors import BadFile, NotFound
from simulator.library import check, naming
from simulator.library.catalogue import Library
from simulator.library.diagnostics import Diagnostic, Place, error, in_reading_order, warning
from simulator.library.load import Loaded, load_persona, load_scenario
from simulator.library.persona import Persona
from simulator.library.scenario import Scenario
from simulator.library.yamlfile import Document, read_yaml
from simulator.reading.moves import Language

_FOLDERS = ("scenarios", "personas")


def check_paths(paths: Iterable[Path], library: Library | None = None) -> tuple[Diagnostic, ...]:
    """Every problem of the files at `paths`; a folder stands for the definitions in it.

    Without paths, all that stands on the shelves of `library`, which is also where personas are
    looked for that do not stand beside their scenario. Raises NotFound for a path that is not
    there.
    """
    library = library or Library(())
    files = list(_files(paths)) or [path for path, _ in library.files()]
    found: dict[tuple[object, ...], Diagnostic] = {}
    told = set(files)
    for path in files:
        base, language = naming.split(path)
        if language is not None and base in told and base.is_file():
            continue
        for one in _check_file(path, library):
            found.setdefault((one.path, one.line, one.col, one.code, str(one)), one)
    return tuple(sorted(found.values(), key=in_reading_order))


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            folders = [path, *(path / name for name in _FOLDERS)]
            for folder in folders:
                yield from sorted(folder.glob(f"*{naming.SUFFIX}"))
        elif path.exists():
            yield path
        else:
            raise NotFound("no-such-file", path=str(path))


def _check_file(path: Path, library: Library) -> Iterator[Diagnostic]:
    base, language = naming.split(path)
    if language is not None and not base.is_file():
        yield error(Place(str(path)), "overlay-without-base", value=base.name)
        return
    document = read_yaml(base)
    name = document.data.get("id", base.stem)
    if name != base.stem and language is None:
        yield warning(document.place(("id",)), "id-not-file-name", id=str(name), name=base.stem)
    languages: Sequence[Language | None] = (
        [language] if language is not None else [None, *_translations(base)]
    )
    is_persona = base.parent.name == "personas" or "temperament" in document.data
    for one in languages:
        if is_persona:
            yield from _check_persona(document, one)
        else:
            yield from _check_scenario(document, one, library)


def _translations(base: Path) -> list[Language]:
    return [one for one in naming.LANGUAGES if naming.translation_path(base, one).is_file()]


def _check_persona(base: Document, language: Language | None) -> Iterable[Diagnostic]:
    try:
        return check.check_persona(load_persona(Path(base.path), language, base))
    except BadFile as refused:
        return [one for one in refused.diagnostics if isinstance(one, Diagnostic)]


def _check_scenario(
    base: Document, language: Language | None, library: Library
) -> Iterator[Diagnostic]:
    try:
        loaded = load_scenario(Path(base.path), language, base)
    except BadFile as refused:
        yield from (one for one in refused.diagnostics if isinstance(one, Diagnostic))
        return
    cast: dict[str, Loaded[Persona]] = {}
    for at, member in enumerate(loaded.value.cast):
        place = loaded.document.place(("cast", at, "persona"))
        found = _cast(member.persona, loaded, place, library)
        if isinstance(found, Diagnostic):
            yield found
        else:
            cast[member.persona] = found
    yield from check.check_scenario(loaded, cast)
    yield from hearing.check(loaded.value, loaded.document)
    if len(cast) == len({member.persona for member in loaded.value.cast}):
        personas = {name: one.value for name, one in cast.items()}
        yield from reach.check(loaded.value, personas, loaded.document)


def _cast(
    name: str, scenario: Loaded[Scenario], place: Place, library: Library
) -> Loaded[Persona] | Diagnostic:
    """The persona `name` in the scenario's language, or why they cannot be cast."""
    language = scenario.value.language
    try:
        return library.persona(name, language, Path(scenario.document.path))
    except BadFile as refused:
        return error(place, "persona-broken", value=name, path=str(refused.values.get("path", "")))
    except NotFound as missing:
        code = "unknown-persona" if missing.code == "unknown-persona" else "persona-not-in-language"
        return error(place, code, value=name, language=language)
