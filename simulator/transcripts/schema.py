"""What makes a SQLite file a store of ours: its identity, and the guards on what is kept.

The guards are triggers, so that they hold against any program that opens the file, not only this
one. Events know three: none is changed, none is deleted but those of a session whose tombstone
stands, and a new one must be the next of its session and name the hash before it. The insert
guard is what stops `INSERT OR REPLACE`, which walks past the other two.
"""

from collections.abc import Mapping

APPLICATION_ID = 0x52485352
"""Written into the file's header, where SQLite keeps the kind of file it is ("RHSR")."""

VERSION = 2
"""Of the file's shape, kept as `user_version`; a file with a higher one is refused."""

OLDEST_SQLITE = (3, 37, 0)
"""STRICT tables exist from there on."""

FIRST_SOUND_WAL = (3, 51, 3)
"""Below it a write-ahead log can be reset under a second connection and lose commits."""

GENESIS = "0" * 64
"""What the first event of a session names as the hash before it."""

EVENT_GUARDS: Mapping[str, str] = {
    "events_never_change": """
        CREATE TRIGGER events_never_change BEFORE UPDATE ON events BEGIN
            SELECT RAISE(ABORT, 'an event is never changed');
        END""",
    "events_never_go": """
        CREATE TRIGGER events_never_go BEFORE DELETE ON events
        WHEN NOT EXISTS (SELECT 1 FROM tombstones WHERE session = OLD.session) BEGIN
            SELECT RAISE(ABORT, 'an event is deleted only where a tombstone stands');
        END""",
    "events_only_follow": """
        CREATE TRIGGER events_only_follow BEFORE INSERT ON events
        WHEN EXISTS (SELECT 1 FROM tombstones WHERE session = NEW.session)
            OR NEW.seq IS NOT 1 + coalesce(
                (SELECT max(seq) FROM events WHERE session = NEW.session), 0)
            OR NEW.prev IS NOT coalesce(
                (SELECT hash FROM events WHERE session = NEW.session ORDER BY seq DESC LIMIT 1),
                '0000000000000000000000000000000000000000000000000000000000000000') BEGIN
            SELECT RAISE(ABORT, 'an event is the next of its session or it is none');
        END""",
    "tombstones_never_change": """
        CREATE TRIGGER tombstones_never_change BEFORE UPDATE ON tombstones BEGIN
            SELECT RAISE(ABORT, 'a tombstone is never changed');
        END""",
    "tombstones_never_go": """
        CREATE TRIGGER tombstones_never_go BEFORE DELETE ON tombstones BEGIN
            SELECT RAISE(ABORT, 'a tombstone is never removed');
        END""",
    "tombstones_stand_once": """
        CREATE TRIGGER tombstones_stand_once BEFORE INSERT ON tombstones
        WHEN EXISTS (SELECT 1 FROM tombstones WHERE session = NEW.session) BEGIN
            SELECT RAISE(ABORT, 'a session is forgotten once');
        END""",
    "definitions_never_change": """
        CREATE TRIGGER definitions_never_change BEFORE UPDATE ON definitions BEGIN
            SELECT RAISE(ABORT, 'a definition is never changed');
        END""",
    "definitions_stand_once": """
        CREATE TRIGGER definitions_stand_once BEFORE INSERT ON definitions
        WHEN EXISTS (SELECT 1 FROM definitions WHERE hash = NEW.hash) BEGIN
            SELECT RAISE(ABORT, 'a definition is kept once');
        END""",
}
"""Those on events, tombstones and definitions."""

FORK_GUARDS: Mapping[str, str] = {
    "forks_never_change": """
        CREATE TRIGGER forks_never_change BEFORE UPDATE ON forks BEGIN
            SELECT RAISE(ABORT, 'where a fork began is never changed');
        END""",
    "forks_never_go": """
        CREATE TRIGGER forks_never_go BEFORE DELETE ON forks
        WHEN NOT EXISTS (SELECT 1 FROM tombstones WHERE session = OLD.id) BEGIN
            SELECT RAISE(ABORT, 'a fork is let go only where a tombstone stands');
        END""",
    "forks_stand_once": """
        CREATE TRIGGER forks_stand_once BEFORE INSERT ON forks
        WHEN EXISTS (SELECT 1 FROM forks WHERE id = NEW.id) BEGIN
            SELECT RAISE(ABORT, 'a fork begins once');
        END""",
}
"""Those on the records of forks."""

GUARDS: Mapping[str, str] = {**EVENT_GUARDS, **FORK_GUARDS}
"""Name → the statement that makes it, which `verify` compares with what it finds."""

INDEX_KEEPERS = frozenset({"spoken_ai", "spoken_ad", "spoken_au"})
"""Triggers by which the search index follows the table it indexes."""
