"""How each setting is changed: what is asked, and what its answer stands for.

A choice is checked as any other: what it cannot be is said where it was written, and nothing is kept.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.config import LANGUAGES, OFFLINE, THEMES, check
from simulator.tui import choosing
from simulator.tui.screens.settings_ask import (
    Answer,
    Asked,
    Found,
    PickScreen,
    WriteScreen,
    confirmed,
)
from simulator.views.settings import DAYS, LLMS, value_words

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


async def changed(app: "SimulatorApp", name: str) -> object | None:
    """Ask for a setting; its new value, or None where it stays as it is."""
    if name in LLMS:
        return await _llm(app, name)
    if name in _PICKED:
        return await _picked(app, name)
    return await _written(app, name)


async def _picked(app: "SimulatorApp", name: str) -> object | None:
    now = getattr(app.house.settings, name)
    values = list(_PICKED[name])
    if name in WITH_OTHER and now not in values:
        values.append(now)

    def ask() -> Asked:
        answers = [Answer(str(one), value_words(name, one, app.t)) for one in values]
        if name in WITH_OTHER:
            answers.append(Answer(OTHER, app.t("tui.settings.other")))
        return _asked(app, name, answers, str("" if now is None else now))

    if name != "theme":
        answer = await app.push_screen_wait(PickScreen(ask))
        return await _written(app, name) if answer == OTHER else answer
    by_name = {str(one): one for one in THEMES}

    def wear(theme: str) -> None:
        choosing.dress(app, by_name[theme])

    answer = await app.push_screen_wait(PickScreen(lambda: replace(ask(), preview=wear)))
    wear(answer or now)
    return answer


async def _written(app: "SimulatorApp", name: str, value: str | None = None) -> object | None:
    now = getattr(app.house.settings, name) if value is None else value
    shown = "" if now is None else f"{now:g}" if isinstance(now, float) else str(now)

    def ask() -> Asked:
        hint = app.t("tui.settings.llm.name") if name in LLMS else ""
        return replace(_asked(app, name), placeholder=hint)

    return await app.push_screen_wait(WriteScreen(ask, shown, lambda line: check(name, line)))


async def _llm(app: "SimulatorApp", name: str) -> object | None:
    now = str(getattr(app.house.settings, name))
    none = OFFLINE if name == "actor" else ""
    others = (str(getattr(app.house.settings, one)) for one in LLMS)
    names = dict.fromkeys((none, now, *(one for one in others if one not in {"", OFFLINE})))

    def ask() -> Asked:
        answers = [Answer(one, value_words(name, one, app.t)) for one in names]
        answers.append(Answer(OTHER, app.t("tui.settings.other")))
        return replace(_asked(app, name, answers, now), more=lambda: _found(app))

    answer = await app.push_screen_wait(PickScreen(ask))
    if answer != OTHER:
        return answer
    return await _written(app, name, "" if now == OFFLINE else now)


def _asked(app: "SimulatorApp", name: str, answers: Sequence[Answer] = (), now: str = "") -> Asked:
    """The question for a setting, in the language of now."""
    title, about = app.t(f"tui.settings.{name}.title"), app.t(f"tui.settings.{name}.about")
    return Asked(title, about, tuple(answers), now)


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

    def ask() -> Asked:
        return confirmed(
            app.t("tui.settings.try.title", name=name),
            app.t("tui.settings.try.text"),
            app.t("tui.settings.try.back"),
            app.t("tui.settings.try.call"),
        )

    return await app.push_screen_wait(PickScreen(ask)) == "go"


async def forgotten(app: "SimulatorApp") -> int:
    """Forget the sessions that are old, once they were listed and somebody said so; how many went."""
    choices = app.house.choices
    rows = choices.aged()

    def ask() -> Asked:
        listed = [f"{app.t.date(one.last_at.astimezone())}  {one.title}" for one in rows[:SHOWN]]
        more = [f"+ {len(rows) - SHOWN}"] if len(rows) > SHOWN else []
        return confirmed(
            app.t.n("tui.settings.forget.title", len(rows)),
            "\n".join((app.t("tui.settings.forget.text"), "", *listed, *more)),
            app.t("tui.settings.forget.keep"),
            app.t.n("tui.settings.forget.go", len(rows)),
        )

    if await app.push_screen_wait(PickScreen(ask)) == "go":
        with app.telling():
            return len(choices.forget(one.id for one in rows))
    return 0
