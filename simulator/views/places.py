"""Places in earlier talks where words were said, told so that one knows which talk it was."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from simulator.i18n import Translator
from simulator.text import Span
from simulator.views.shelf import Shelf, ShelfSession
from simulator.views.words import one_line

MOST = 50
"""Places that one search gives at most."""


class Hit(Protocol):
    """What a store says of a place; `found` is where the words stand in `snippet`."""

    @property
    def session(self) -> str: ...
    @property
    def turn(self) -> int: ...
    @property
    def speaker(self) -> Literal["mentee", "persona"]: ...
    @property
    def snippet(self) -> str: ...
    @property
    def found(self) -> tuple[Span, ...]: ...


@dataclass(frozen=True, slots=True)
class Place:
    """One turn in which the words were said."""

    session: str
    turn: int
    title: str
    """Which session it is."""
    when: str
    who: str
    """The turn and who spoke, in words."""
    text: str
    """The words around, on one line."""
    found: tuple[Span, ...]
    """Where what was looked for stands in `text`."""


@dataclass(frozen=True, slots=True)
class Places:
    """The answer to `words`, best first."""

    words: str = ""
    places: tuple[Place, ...] = ()

    def counted(self, t: Translator) -> str:
        """How many there are; empty for none."""
        count = len(self.places)
        if count >= MOST:
            return t("views.places.most", most=MOST)
        return t.n("views.places", count) if count else ""

    def nothing(self, t: Translator) -> str:
        """What to say where there are none."""
        if not self.words.strip():
            return t("views.places.how")
        return t("views.places.none", words=t.quoted(one_line(self.words)))


def places(words: str, hits: Iterable[Hit], shelf: Shelf, t: Translator) -> Places:
    """The hits on `words`, each under the title of its session on the `shelf`."""
    held = {one.id: one for one in shelf.sessions}
    found = []
    for hit in _once(hits, held):
        session = held.get(hit.session)
        who = t("views.places.you") if hit.speaker == "mentee" else t("views.places.other")
        text, spans = _on_one_line(hit.snippet, hit.found)
        found.append(
            Place(
                session=hit.session,
                turn=hit.turn,
                title=session.title if session else hit.session,
                when=session.when if session else "",
                who=t("views.places.turn", turn=hit.turn, who=who),
                text=text,
                found=spans,
            )
        )
    return Places(words, tuple(found))


def _once(hits: Iterable[Hit], held: Mapping[str, ShelfSession]) -> Iterator[Hit]:
    """The hits without those that another try took along from a talk that is found as well."""
    every = tuple(hits)
    own_from = {hit: held[hit.session].own_from if hit.session in held else 1 for hit in every}
    own = {(hit.turn, hit.snippet) for hit in every if hit.turn >= own_from[hit]}
    for hit in every:
        if hit.turn >= own_from[hit] or (hit.turn, hit.snippet) not in own:
            yield hit


def _on_one_line(text: str, spans: Iterable[Span]) -> tuple[str, tuple[Span, ...]]:
    """`text` with a space for each line end, which leaves every place where it was."""
    flat = "".join(" " if char in "\r\n\t" else char for char in text)
    return flat, tuple(spans)
