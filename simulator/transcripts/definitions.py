"""Definitions: the full text of every scenario and persona that was played, each once.

A session pins its definitions by hash, so that resuming, trying again and debriefing never depend
on a file that was edited since. The text is kept as it was given and never changed.
"""

import json

from sqlite_utils import Database

from simulator.errors import StorageError
from simulator.practice.events import SessionOpened
from simulator.transcripts.chain import digest
from simulator.transcripts.store import Store


class Definitions:
    """The definitions kept in `store`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def put(self, text: str) -> str:
        """Keep `text` and return its hash; keeping it again changes nothing."""
        name = digest(text)
        with self._store.writing() as database:
            if text_of(database, name) is None:
                database.execute("INSERT INTO definitions VALUES (?, ?)", (name, text))
        return name

    def get(self, name: str) -> str:
        """The text whose hash is `name`.

        Raises `StorageError` if it is not kept (`definition-missing`) or is no longer what was
        kept (`definition-altered`).
        """
        with self._store.reading() as database:
            text = text_of(database, name)
        if text is None:
            raise StorageError("definition-missing", hash=name)
        if digest(text) != name:
            raise StorageError("definition-altered", hash=name)
        return text


def text_of(database: Database, name: str) -> str | None:
    """The text kept under the hash `name`."""
    found = database.execute("SELECT text FROM definitions WHERE hash = ?", (name,))
    row = found.fetchone()
    return None if row is None else str(row[0])


def title_of(database: Database, event: SessionOpened) -> str:
    """The title in the scenario's own definition; its id where there is none."""
    try:
        definition = json.loads(text_of(database, event.scenario_hash) or "")
    except ValueError:
        return event.scenario
    title = definition.get("title") if isinstance(definition, dict) else None
    return title if isinstance(title, str) else event.scenario
