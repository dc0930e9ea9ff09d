"""What the documents say of the file is what is in the file."""

import contextlib
import re
from pathlib import Path
from typing import get_args

import pytest

from simulator.practice.events import Event
from simulator.transcripts.proof import Flaw
from simulator.transcripts.schema import APPLICATION_ID, VERSION
from simulator.transcripts.sessions import Sessions
from simulator.transcripts.store import Store
from tests.transcripts.scene import play, tamper


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


def sample_run(formats: str, store: Store) -> object:
    """The last hash that the sample in the document comes to."""
    (sample,) = re.findall(r"```python\n(.*?)```", formats, re.DOTALL)
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
