"""The steps that bring a file to the present shape, each applied once and all or none.

The whole runs inside one BEGIN IMMEDIATE: two processes that start together do not both migrate.
A step is never edited after a release; a new shape is a new step and a higher `VERSION`. Event
tables are never rebuilt: `table.transform()` would drop their guards in silence.
"""

from sqlite_utils import Database, Migrations

from simulator.transcripts.schema import APPLICATION_ID, EVENT_GUARDS, FORK_GUARDS, VERSION

_TABLES = (
    """
    CREATE TABLE events (
        session TEXT NOT NULL,
        seq INTEGER NOT NULL CHECK (seq > 0),
        at TEXT NOT NULL,
        event TEXT NOT NULL,
        prev TEXT NOT NULL CHECK (length(prev) = 64),
        hash TEXT NOT NULL CHECK (length(hash) = 64),
        PRIMARY KEY (session, seq)
    ) STRICT, WITHOUT ROWID
    """,  # a row number beside the key would be one more thing for REPLACE to replace
    """
    CREATE TABLE tombstones (
        session TEXT NOT NULL PRIMARY KEY,
        at TEXT NOT NULL,
        entries INTEGER NOT NULL,
        head TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE definitions (
        hash TEXT NOT NULL PRIMARY KEY,
        text TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE sessions (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        scenario TEXT NOT NULL,
        title TEXT NOT NULL,
        mentee TEXT NOT NULL,
        language TEXT NOT NULL,
        level INTEGER NOT NULL,
        actor TEXT NOT NULL,
        opened_at TEXT NOT NULL,
        last_at TEXT NOT NULL,
        turns INTEGER NOT NULL,
        cause TEXT,
        ending TEXT,
        score REAL,
        parent TEXT,
        parent_turn INTEGER,
        entries INTEGER NOT NULL,
        head TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE pins (
        session TEXT NOT NULL,
        definition TEXT NOT NULL REFERENCES definitions (hash),
        PRIMARY KEY (session, definition)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE spoken (
        id INTEGER PRIMARY KEY,
        session TEXT NOT NULL,
        turn INTEGER NOT NULL,
        speaker TEXT NOT NULL,
        text TEXT NOT NULL,
        UNIQUE (session, turn)
    ) STRICT
    """,
)

_REVIEW_TABLES = (
    """
    CREATE TABLE reviews (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        session TEXT NOT NULL,
        reviewer TEXT NOT NULL,
        scenario TEXT NOT NULL,
        opened_at TEXT NOT NULL,
        last_at TEXT NOT NULL,
        points INTEGER NOT NULL,
        rulings INTEGER NOT NULL,
        signed INTEGER NOT NULL,
        is_amended INTEGER NOT NULL,
        entries INTEGER NOT NULL,
        head TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX reviews_of_session ON reviews (session)",
    """
    CREATE TABLE forks (
        id TEXT NOT NULL PRIMARY KEY,
        of TEXT NOT NULL,
        seq INTEGER NOT NULL CHECK (seq > 0),
        hash TEXT NOT NULL CHECK (length(hash) = 64)
    ) STRICT, WITHOUT ROWID
    """,
    "ALTER TABLE sessions ADD COLUMN shared_with TEXT NOT NULL DEFAULT '[]'",
)


def bring_up(database: Database) -> None:
    """Apply every step that `database` has not had; raises what SQLite raises, nothing applied."""
    database.execute("BEGIN IMMEDIATE")
    try:
        (found,) = database.execute("PRAGMA user_version").fetchone()
        if found < VERSION:  # another process may have been here while this one waited
            steps().apply(database)
            database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            database.execute(f"PRAGMA user_version = {VERSION}")
        database.execute("COMMIT")
    except BaseException:
        database.rollback()
        raise


def steps() -> Migrations:
    """All steps, in order; as many as `VERSION` says."""
    migrations = Migrations("transcripts")

    @migrations()
    def keep_events(database: Database) -> None:
        for statement in (*_TABLES, *EVENT_GUARDS.values()):
            database.execute(statement)
        database.table("spoken").enable_fts(
            ["text"], tokenize="unicode61 remove_diacritics 2", create_triggers=True
        )

    @migrations()
    def keep_reviews_and_forks(database: Database) -> None:
        for statement in (*_REVIEW_TABLES, *FORK_GUARDS.values()):
            database.execute(statement)

    return migrations
