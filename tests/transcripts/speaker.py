"""A program that talks and acknowledges each line once it is kept, until it is killed."""

import sys
from itertools import count
from pathlib import Path

from simulator.transcripts.journal import StoreJournal
from simulator.transcripts.store import Store
from tests.transcripts.scene import Ticking, define, exchange, greeting, opened


def main(path: Path, session: str) -> None:
    """Open the store at `path` and talk in `session`; one event an append, as in practice."""
    with Store.open(path) as store:
        define(store)
        journal = StoreJournal(store, session, Ticking())
        seq = len(journal.append((opened(session), *greeting()), 0))
        for turn in count(2, 2):
            for event in exchange(turn, f"line {turn}", f"reply {turn + 1}"):
                seq = journal.append((event,), seq)[-1].seq
                sys.stdout.write(f"{seq}\n")
                sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
