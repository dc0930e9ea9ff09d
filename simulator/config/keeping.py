"""Keeping a choice: one setting written into the user's own file, and nothing else in it touched.

Comments, blanks and the order of what stands there stay. The file is replaced whole or not at all,
and only its owner may read it. A file that cannot be read as it is meant is refused with the place
and left alone; so is a change that would say anything but what was asked.
"""

import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from simulator.config.settings import meant, settings_file, written_in
from simulator.config.values import NAMES, Remap, checked
from simulator.errors import StorageError, UsageError

_TABLE = "keys"


def keep(name: str, value: object, file: Path | None = None) -> object:
    """Write that the setting `name` is `value`; the value as settings hold it.

    `keys.COMMAND` names the keys of one command. None is what an absent setting says: it is dropped.
    Raises `UsageError` for a name or value that cannot be, `BadFile` for a file that cannot be used,
    `StorageError` with `settings-not-kept` where nothing can be written.
    """
    if value is None:
        drop(name, file)
        return None
    setting, _, command = _known(name).partition(".")
    given = {command: value} if command else value
    value = checked(setting, given, UsageError, "choice", name)
    _write(name, value, settings_file() if file is None else file)
    return value


def check(name: str, value: object) -> object:
    """`value` as the setting `name` would hold it; raises `UsageError` for what it cannot be."""
    return checked(_known(name), value, UsageError, "choice", name)


def drop(name: str, file: Path | None = None) -> None:
    """Take the setting `name`, or `keys.COMMAND`, out of the file; raises what `keep` raises."""
    _write(_known(name), None, settings_file() if file is None else file)


def _known(name: str) -> str:
    setting, _, command = name.partition(".")
    if setting not in NAMES or (command and setting != _TABLE):
        raise UsageError("no-such-setting", setting=name, known=", ".join(NAMES))
    return name


def _write(name: str, value: object, file: Path) -> None:
    import tomlkit

    before = written_in(file)
    said = meant(before, file)
    document = tomlkit.parse(before.decode("utf-8"))
    setting, _, command = name.partition(".")
    if setting == _TABLE:
        chosen = {one.command: one for one in said.get(_TABLE, ())}  # type: ignore[attr-defined]
        chosen = {**chosen, command: None} if command else {}
        chosen |= {one.command: one for one in _remaps(value)}
        wanted = tuple(chosen[one] for one in sorted(chosen) if chosen[one] is not None)
        _put_keys(document, wanted)
        said = {**said, _TABLE: wanted} if wanted else _without(said, _TABLE)
    elif value is None:
        document.pop(name, None)
        said = _without(said, name)
    else:
        document[name] = str(value) if isinstance(value, Path) else value
        said = {**said, name: value}
    after = tomlkit.dumps(document).encode("utf-8")
    if meant(after, file) != said:
        raise StorageError("settings-not-kept", path=str(file), reason=name)
    if after != before:
        _replace(file, after)


def _remaps(value: object) -> tuple[Remap, ...]:
    return value if isinstance(value, tuple) else ()


def _put_keys(document: Any, wanted: tuple[Remap, ...]) -> None:
    """Make the table say `wanted`; what it says already stays as it is written."""
    if not wanted:
        document.pop(_TABLE, None)
        return
    if _TABLE not in document:
        import tomlkit

        document[_TABLE] = tomlkit.table()
    table = document[_TABLE]
    left = {one.command: one.keys for one in wanted}
    _prune(table, left, "")
    for command, keys in left.items():
        table[command] = keys


def _prune(table: Any, left: dict[str, str], head: str) -> None:
    """Take out what is not in `left` any more, put right what differs, and strike off what is there."""
    for name in list(table):
        whole = f"{head}{name}"
        if isinstance(table[name], dict):
            _prune(table[name], left, f"{whole}.")
            if not table[name]:
                del table[name]
        elif whole not in left:
            del table[name]
        else:
            keys = left.pop(whole)
            if table[name] != keys:
                table[name] = keys


def _without(said: dict[str, object], name: str) -> dict[str, object]:
    return {one: value for one, value in said.items() if one != name}


def _replace(file: Path, text: bytes) -> None:
    """Put `text` in the place of the file, or of the one that a link there stands for."""
    import tempfile

    try:
        target = file.resolve()
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, made = tempfile.mkstemp(dir=target.parent, prefix=".settings-")
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(text)
                out.flush()
                os.fsync(out.fileno())
            Path(made).replace(target)
        except OSError:
            with suppress(OSError):
                Path(made).unlink()
            raise
    except OSError as error:
        raise StorageError(
            "settings-not-kept", path=str(file), reason=error.strerror or ""
        ) from error
