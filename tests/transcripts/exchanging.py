"""Two people with a store each, real definitions, and files that go between them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from simulator.library.load import canonical
from simulator.practice.events import Event
from simulator.transcripts.definitions import Definitions
from simulator.transcripts.exchange.gather import Choice, gather, sealed
from simulator.transcripts.exchange.merging import Imported, merge
from simulator.transcripts.exchange.parcel import Parcel
from simulator.transcripts.exchange.reading import read
from simulator.transcripts.journal import StoreJournal
from simulator.transcripts.place import FILE_NAME
from simulator.transcripts.store import Store
from tests.practice.stage import PERSONA, SCENARIO
from tests.transcripts.scene import Ticking, talk

SESSION = "aaaaaaaaaa"
REVIEW = "rrrrrrrrrr"
NOW = datetime(2026, 3, 3, tzinfo=UTC)
PINS = {
    "scenario_hash": canonical(SCENARIO).hash,
    "personas": {"manager": canonical(PERSONA).hash},
}


@contextmanager
def home(folder: Path, name: str) -> Iterator[Store]:
    """Somebody's own store."""
    with Store.open(folder / name / FILE_NAME) as store:
        yield store


def rehearse(
    store: Store, *lines: tuple[str, str], session: str = SESSION, **changes: object
) -> StoreJournal:
    """A whole talk with definitions that can be played again."""
    definitions = Definitions(store)
    definitions.put(canonical(SCENARIO).text)
    definitions.put(canonical(PERSONA).text)
    journal = StoreJournal(store, session, Ticking())
    journal.append(talk(session, *lines, **{**PINS, **changes}), 0)
    return journal


def go_on(store: Store, events: Sequence[Event], *, session: str = SESSION, later: int = 1) -> None:
    """More of a session that is there, so many days later."""
    journal = StoreJournal(store, session, Ticking(NOW + timedelta(days=later)))
    for event in events:
        journal.append((event,), len(journal.read()))


def sent(store: Store, choice: Choice | None = None, *, session: str = SESSION) -> bytes:
    """The file that leaves."""
    return packed(gather(store, session, choice or Choice()))


def packed(parcel: Parcel) -> bytes:
    """The file that holds `parcel`."""
    return sealed(parcel, program="1", at=NOW).encode()


def received(store: Store, content: bytes) -> Imported:
    """What bringing a file in did."""
    return merge(store, read(content))
