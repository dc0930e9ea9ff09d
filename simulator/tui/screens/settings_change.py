"""How each setting is changed: what is asked, and what its answer stands for.

A choice is checked as any other: what it cannot be is said where it was written, and nothing is kept.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from simulator.config import LANGUAGES, OFFLINE, THEMES, check
from simulator.tui import choosing
from simulator.tui.screens.settings_ask import (
    Answer,
    Asked,
    Found,
    PickScreen,
    WriteScreen,
    chosen_from,
    confirmed,
)
from simulator.views.settings import DAYS, LLMS, SettingRow, value_words

if TYPE_CHECKING:
    from simulator.tui.app import SimulatorApp

SHOWN = 12
"""Old sessions that are listed by name before they are forgotten; the rest is counted."""
OTHER = "?"
"""The answer that asks for a line; no value of a setting."""
_PICKED: dict[str, Sequence[object]] = {
    "language": LANGUAGES,
    "theme": THEMES,
    "reduced_motion": (False, True),
    "retention_days": DAYS,
    "level": ("", 1, 2, 3),
}
"""What can be chosen from a list; the other settings are written, or are an LLM."""
WITH_OTHER = {"retention_days"}
"""Lists that any other value may follow."""


async def changed(app: "SimulatorApp", row: SettingRow) -> object | None:
    """Ask for the setting of a row; its new value, or None where it stays as it is."""
    if row.name in LLMS:
        return await _llm(app, row)
    if row.name in _PICKED:
        return await _picked(app, row)
    return await _written(app, row)


async def _picked(app: "SimulatorApp", row: SettingRow) -> object | None:
    values = _PICKED[row.name]
    now = getattr(app.house.settings, row.name)
    answers = [Answer(str(one), value_words(row.name, one, app.t)) for one in values]
    if row.name in WITH_OTHER:
        if now not in values:
            answers.append(Answer(str(now), value_words(row.name, now, app.t)))
        answers.append(Answer(OTHER, app.t("tui.settings.other")))
    asked = chosen_from(row.title, row.about[0], answers, str("" if now is None else now))
    if row.name != "theme":
        answer = await app.push_screen_wait(PickScreen(asked))
        return await _written(app, row) if answer == OTHER else answer
    return await _previewed(app, asked)


async def _previewed(app: "SimulatorApp", asked: Asked) -> object | None:
    """A theme, worn while it is looked at."""
    by_name = {str(one): one for one in THEMES}

    def wear(name: str) -> None:
        choosing.dress(app, by_name[name])

    shown = Asked(asked.title, asked.text, asked.answers, asked.now, preview=wear)
    answer = await app.push_screen_wait(PickScreen(shown))
    wear(answer or asked.now)
    return answer


async def _written(app: "SimulatorApp", row: SettingRow) -> object | None:
    now = getattr(app.house.settings, row.name)
    text = row.about[0]
    value = "" if now is None else f"{now:g}" if isinstance(now, float) else str(now)
    return await app.push_screen_wait(
        WriteScreen(row.title, text, value, lambda line: check(row.name, line))
    )


async def _llm(app: "SimulatorApp", row: SettingRow) -> object | None:
    now = str(getattr(app.house.settings, row.name))
    none = OFFLINE if row.name == "actor" else ""
    names = dict.fromkeys(
        one
        for one in (none, now, *(getattr(app.house.settings, one) for one in LLMS))
        if one != OFFLINE or one == none
    )
    answers = tuple(
        Answer(one, value_words(row.name, one, app.t)) for one in names if one or one == none
    )
    other = Answer(OTHER, app.t("tui.settings.other"))
    asked = Asked(row.title, row.about[0], (*answers, other), now, more=lambda: _found(app))
    answer = await app.push_screen_wait(PickScreen(asked))
    if answer != OTHER:
        return answer
    screen = WriteScreen(
        row.title,
        row.about[0],
        now if now != OFFLINE else "",
        lambda line: check(row.name, line),
        app.t("tui.settings.llm.name"),
    )
    return await app.push_screen_wait(screen)


async def _found(app: "SimulatorApp") -> Found:
    """The LLMs of this machine, and the providers there is a key for."""
    reach = await app.house.choices.reach()
    told = [] if reach.names else [app.t("tui.settings.none-here")]
    providers = app.house.choices.providers()
    if providers:
        told.append(
            app.t("tui.settings.providers", names=app.t.listed(f"{one}/" for one in providers))
        )
    return Found(tuple(Answer(one, one) for one in reach.names), "\n".join(told))


async def is_agreed(app: "SimulatorApp", name: str) -> bool:
    """Whether an LLM may be called to see if it answers; one elsewhere is named first."""
    if not app.house.choices.is_hosted(name):
        return True
    asked = confirmed(
        app.t("tui.settings.try.title", name=name),
        app.t("tui.settings.try.text"),
        app.t("tui.settings.try.back"),
        app.t("tui.settings.try.call"),
    )
    return await app.push_screen_wait(PickScreen(asked)) == "go"


async def forgotten(app: "SimulatorApp") -> int:
    """Forget the sessions that are old, once they were listed and somebody said so; how many went."""
    choices = app.house.choices
    rows = choices.aged()
    listed = [f"{app.t.date(one.last_at.astimezone())}  {one.title}" for one in rows[:SHOWN]]
    more = [f"+ {len(rows) - SHOWN}"] if len(rows) > SHOWN else []
    asked = confirmed(
        app.t.n("tui.settings.forget.title", len(rows)),
        "\n".join((app.t("tui.settings.forget.text"), "", *listed, *more)),
        app.t("tui.settings.forget.keep"),
        app.t.n("tui.settings.forget.go", len(rows)),
    )
    if await app.push_screen_wait(PickScreen(asked)) == "go":
        with app.telling():
            return len(choices.forget(one.id for one in rows))
    return 0
