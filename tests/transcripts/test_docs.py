"""What the documents say of the file is what is in the file."""

import contextlib
import hashlib
import re
from pathlib import Path
from typing import get_args

import pytest

from simulator.debrief.review.records import ReviewEvent
from simulator.practice.events import Event
from simulator.transcripts.chain import forge
from simulator.transcripts.exchange.form import LARGEST, SUFFIX, Rehearsal
from simulator.transcripts.forks import fork_at
from simulator.transcripts.ids import ALPHABET
from simulator.transcripts.proof import Flaw
from simulator.transcripts.schema import APPLICATION_ID, VERSION
from simulator.transcripts.sessions import Sessions
from simulator.transcripts.store import Store
from tests.transcripts.exchanging import rehearse, sent
from tests.transcripts.scene import Ticking, opened, play, tamper


@pytest.fixture
def formats(root: Path) -> str:
    return (root / "docs" / "formats.md").read_text(encoding="utf-8")


def section(text: str, title: str) -> str:
    """What stands under the heading `title`."""
    return re.split(r"^#+ ", text.partition(f"# {title}\n")[2], maxsplit=1, flags=re.MULTILINE)[0]


def first_cells(text: str) -> set[str]:
    """The codes in the first column of the tables in `text`."""
    cells = re.findall(r"^\| (`[^|]*`) \|", text, re.MULTILINE)
    return {code for cell in cells for code in re.findall(r"`([^`]+)`", cell)}


def test_the_header_is_as_written(formats: str) -> None:
    assert f"| `application_id` | `{APPLICATION_ID:#x}` |" in formats
    assert f"| `user_version` | `{VERSION}` |" in formats


def test_every_table_and_column_is_described(formats: str, store: Store) -> None:
    described = section(formats, "What is kept") + section(formats, "What is derived")
    with store.reading() as database:
        tables = {
            name: [column.name for column in database.table(name).columns]
            for name in database.table_names()
            if name in first_cells(described)
        }
        shadows = {name for name in database.table_names() if name.startswith("spoken_fts_")}
        assert set(database.table_names()) == {*tables, *shadows, "_sqlite_migrations"}

    internal = {("spoken", "id")}
    for table, columns in tables.items():
        (row,) = re.findall(rf"^\| `{table}` \|.*$", described, re.MULTILINE)
        if table != "spoken_fts":
            missing = {one for one in columns if f"`{one}`" not in row}
            assert {(table, one) for one in missing} <= internal


def test_every_kind_of_event_is_described(formats: str) -> None:
    union = get_args(get_args(Event)[0])

    assert first_cells(section(formats, "Events")) == {
        one.model_fields["kind"].default for one in union
    }


def test_every_flaw_is_described(formats: str) -> None:
    assert first_cells(section(formats, "What `simulator verify` finds")) == {
        flaw.value for flaw in Flaw
    }


def samples(formats: str) -> list[str]:
    """The programs in the document."""
    return re.findall(r"```python\n(.*?)```", formats, re.DOTALL)


def sample_run(formats: str, store: Store) -> object:
    """The last hash that the sample in the document comes to."""
    sample, _ = samples(formats)
    names: dict[str, object] = {"session": "aaaa"}
    with contextlib.chdir(store.path.parent):
        exec(sample, names)
    return names["head"]


def test_the_sample_proves_a_chain(formats: str, store: Store) -> None:
    play(store, "aaaa", ("« L’été » ?", 'He said "no".'))

    assert sample_run(formats, store) == Sessions(store).find("aaaa").head


def test_the_sample_finds_a_changed_word(formats: str, store: Store) -> None:
    play(store, "aaaa")
    tamper(store.path, "UPDATE events SET event = replace(event, 'badges', 'hats')")

    with pytest.raises(AssertionError):
        sample_run(formats, store)


def test_the_sample_checks_an_exchange_file(formats: str, store: Store, tmp_path: Path) -> None:
    rehearse(store, ("« L’été » ?", 'He said "no".'))
    path = tmp_path / "one.rehearsal.json"
    path.write_bytes(sent(store))
    _, sample = samples(formats)
    exec(sample, {"name": path})
    path.write_bytes(sent(store).replace("été".encode(), b"ete"))

    with pytest.raises(AssertionError):
        exec(sample, {"name": path})


def test_every_key_of_an_exchange_file_is_described(formats: str) -> None:
    described = first_cells(section(formats, "Exchange files: `SESSION.rehearsal.json`"))

    assert described == set(Rehearsal.model_fields)
    assert SUFFIX == ".rehearsal.json"
    assert f"{LARGEST // 2**20} MB" in formats


def test_every_kind_of_event_of_a_review_is_described(formats: str) -> None:
    union = get_args(get_args(ReviewEvent)[0])

    assert first_cells(section(formats, "Events of a review")) == {
        one.model_fields["kind"].default for one in union
    }


def test_the_id_of_a_fork_is_drawn_as_described() -> None:
    link = forge("0" * 64, "aaaaaaaaaa", 1, Ticking().now(), opened("aaaaaaaaaa"))
    drawn = hashlib.sha256(f"fork aaaaaaaaaa {link.hash}".encode()).digest()
    bits = int.from_bytes(drawn) % 2**50

    assert fork_at(link).id == "".join(ALPHABET[bits >> 5 * at & 31] for at in range(10))
