"""Drawing screens: 80×24 in English and 120×40 in French, on a stage of the tests' own."""

from dataclasses import replace
from pathlib import Path

from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from textual.widgets import Input, TextArea

from simulator.config import Language
from simulator.library.catalogue import Card
from simulator.library.scenario import Scenario
from simulator.tui.app import SimulatorApp
from tests.practice.stage import SCENARIO, stage
from tests.tui.hand import (
    LARGE,
    SMALL,
    Hand,
    Speaking,
    caught_up,
    house_in,
)

ALIKE, LOOKS = 3, 100
"""Looks in a row that have to be the same, and after how many it is given up."""


class Svg(SingleFileSnapshotExtension):
    """One picture a file."""

    file_extension = "svg"
    _write_mode = WriteMode.TEXT


class Given:
    """What is shown in one language, and in how much room."""

    def __init__(self, home: Path, language: Language) -> None:
        self.is_french = language == "fr"
        self.size = LARGE if self.is_french else SMALL
        self.house = house_in(home, language)
        self.house.cards = self._cards  # type: ignore[method-assign]
        actor = Speaking(
            "mardis, tout le monde est là. " if self.is_french else "Tuesdays, all are in. "
        )
        self.stage = replace(stage(actor), scenario=self._scenario())

    def _scenario(self) -> Scenario:
        if not self.is_french:
            return SCENARIO
        goal = SCENARIO.brief.goals[0].model_copy(update={"text": "Comprendre pourquoi."})
        brief = SCENARIO.brief.model_copy(
            update={
                "role": "Analyste",
                "situation": "Vous voudriez deux jours chez vous ; la règle, c’est la règle.",
                "goals": (goal,),
            }
        )
        relation = SCENARIO.relation.model_copy(update={"persona_is": "votre responsable"})
        return SCENARIO.model_copy(
            update={
                "title": "La règle de présence",
                "opening": "Vous vouliez me voir ?",
                "brief": brief,
                "relation": relation,
            }
        )

    def _cards(self) -> tuple[Card, ...]:
        scenario = self.stage.scenario
        one = Card(
            id=scenario.id,
            title=scenario.title,
            kind=scenario.kind,
            level=2,
            minutes=12,
            skills=("open-questions", "proposing"),
            language=self.house.settings.language,
            languages=("en", "fr"),
            summary=scenario.brief.situation,
            status="draft",
            path=Path("presence.yaml"),
        )
        return one, replace(one, id="other", title="Mediation", kind="conflict", level=3)


async def still(hand: Hand) -> str:
    """The picture of the screen once it is drawn alike again and again, with cursors that stand."""
    for screen in hand.app.screen_stack:
        for area in screen.query(TextArea):
            area.cursor_blink = False
        for field in screen.query(Input):
            field.cursor_blink = False
    drawn: list[str] = []
    while len(drawn) < ALIKE or len(set(drawn[-ALIKE:])) > 1:
        assert len(drawn) < LOOKS, "the screen does not come to rest"
        await caught_up(hand)
        await hand.pause()
        drawn.append("\n".join(one.text for one in hand.app.screen._compositor.render_strips()))
    return hand.app.export_screenshot(simplify=True)


def app_of(given: Given) -> SimulatorApp:
    return SimulatorApp(given.house, seconds_per_word=0)


def before_anything_was_said(given: Given) -> SimulatorApp:
    """The app of somebody whose home is the same on every machine."""
    given.house.workspace = replace(given.house.workspace, root=Path("/home/sam"))
    given.house.sessions = tuple  # type: ignore[method-assign]
    return app_of(given)
