"""Two thousand strings that nobody means well with, the same in every run.

They try to be markup that runs an action, sequences that a terminal obeys, text that runs the
other way, letters without width or with towers on them, words longer than any line.
"""

import json
import random
from pathlib import Path

PIECES = (
    "[@click=app.quit]leave[/]",
    "[@click=screen.action_stop()]x[/]",
    "[bold red on blue]loud",
    "[/foo]",
    "[/]",
    "[link=file:///etc/passwd]a[/link]",
    "[$error]x[/$error]",
    "\\[b]",
    "{{ 7 * 7 }}",
    "{% for a in range(9) %}x{% endfor %}",
    "%(name)s %s %d %%",
    "{0} {name!r:>999}",
    "\x1b[2J\x1b[H",
    "\x1b]52;c;aGVsbG8=\x07",
    "\x1b]0;title\x1b\\",
    "\x1b]8;;http://a.example\x07b\x1b]8;;\x07",
    "\x1bP1$r0m\x1b\\",
    "\x9b31m",
    "\x9d0;t\x9c",
    "\x90q\x9c",
    "\x1b[?1049l",
    "\x1bc",
    "\x07\x08\x7f\x00",
    "\r\n",
    "\r",
    "\x0b\x0c\x85\u2028\u2029",
    "\t\t",
    "\u202e gnorw \u202c",
    "\u2066\u2067\u2068 x",
    "\u200b\u200d\ufeff\u2060",
    "e" + "\u0301" * 40,
    "\u0e33\u0e33\u0e49",
    "👩‍👩‍👧‍👦🏳️‍🌈",
    "\U000e0041\U000e0042",
    "\ud800",
    "\ufdfa\ufdfd",
    "漢字かな交じり文",
    "אבגד عربى",
    "a" * 400,
    "é" * 90 + " ",
    "' OR 1=1 --",
    '" NEAR( * AND',
    "<script>alert(1)</script>",
    "`rm -rf` $(id) ${IFS}",
    "../../etc/passwd",
    "/quit",
    "//",
    "/",
    "",
    " \u00a0\u202f\u3000",
    "None",
    "-1e309",
    "ordinary words, said calmly.",
)
COUNT = 2_000


def strings(root: Path) -> tuple[str, ...]:
    """All of them; those that others have collected among them, where they are at hand."""
    known = _known(root.parent / "shared" / "attacks" / "known.jsonl")
    draw = random.Random(7)
    made = ("".join(draw.choices(PIECES, k=draw.randint(1, 4))) for _ in range(COUNT))
    return (*PIECES, *known, *made)[:COUNT]


def is_obeyed(char: str) -> bool:
    """Whether a terminal acts on `char` instead of showing it."""
    return ord(char) < 0x20 or 0x7F <= ord(char) < 0xA0 or char in "\u202a\u202b\u202d\u202e\u2066"


def _known(path: Path) -> tuple[str, ...]:
    if not path.is_file():
        return ()
    lines = path.read_text(encoding="utf-8").split("\n")
    return tuple(json.loads(line)["text"] for line in lines if line.strip())
