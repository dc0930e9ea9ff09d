"""The plain mode alone: from the first line to the last, without knowing any command.

Whatever fails is told and the menu comes again. The end of the input, and Ctrl+C at a prompt,
leave with everything stored and say how to go on.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from simulator.cli.inside import brought
from simulator.cli.plain.adjusting import adjust
from simulator.cli.plain.channel import Channel, EndOfInput
from simulator.cli.plain.earlier import browse, go_on, search
from simulator.cli.plain.holding import hold
from simulator.cli.plain.learning import look_ahead
from simulator.cli.plain.mentoring import desk
from simulator.cli.plain.sitting import Option, Sitting, SteppedBack
from simulator.cli.plain.starting import prepared, scenarios
from simulator.practice.conversation import Conversation
from simulator.transcripts.rows import OPEN
from simulator.views.exchange import contents
from simulator.wiring import House


def run_menu(house: House, channel: Channel) -> None:
    """Say what this is, then offer everything, until it is left."""
    sitting = Sitting(house, channel)

    def visit() -> None:
        for line in ("what", "stored", "asking"):
            sitting.say(f"cli.plain.welcome.{line}", path=sitting.house.home)
        _offer(sitting)

    _visited(sitting, visit)


def run_talk(house: House, channel: Channel, conversation: Conversation) -> None:
    """Hold one talk that was begun already, and whatever follows from it."""
    sitting = Sitting(house, channel)
    _visited(sitting, lambda: hold(sitting, conversation))


def _visited(sitting: Sitting, visit: Callable[[], None]) -> None:
    """A visit to its end, however it is left; the house of another language is closed with it."""
    try:
        visit()
    except (EndOfInput, SteppedBack):
        _farewell(sitting)
    except KeyboardInterrupt:
        sitting.channel.end_line()
        _farewell(sitting)
        raise
    else:
        _farewell(sitting)
    finally:
        sitting.house.close()


def _farewell(sitting: Sitting) -> None:
    """Everything is kept; how to go on with what is open."""
    sitting.say("cli.plain.farewell")
    held = [one for one in sitting.house.sessions() if one.outcome == OPEN]
    if held:
        sitting.say("cli.plain.farewell.open", title=held[0].title, session=held[0].id)


def _offer(sitting: Sitting) -> None:
    """The menu, as often as somebody comes back to it."""
    while key := sitting.choose(
        "cli.plain.menu", lambda: tuple(_options(sitting)), "cli.plain.leave"
    ):
        with sitting.telling():
            _DEEDS[key](sitting)


def _options(sitting: Sitting) -> Iterator[Option]:
    for key in _DEEDS:
        yield Option(key, sitting.t(f"cli.plain.menu.{key}"))


def _practise(sitting: Sitting) -> None:
    scenario = sitting.choose("cli.plain.scenarios", scenarios(sitting))
    if scenario:
        hold(sitting, prepared(sitting, scenario), is_told=True)


def _bring_in(sitting: Sitting) -> None:
    """Keep what is in a file that somebody sent, once it was heard what that is."""
    name = sitting.line("cli.plain.bring-in")
    if not name:
        sitting.say("cli.plain.unchanged")
        return
    path = Path(name).expanduser()
    sitting.say_all(contents(sitting.house.post.look(path), sitting.t))
    if sitting.agrees("cli.plain.bring-in.keep"):
        sitting.say_all(brought(sitting.house.post.receive(path), sitting.t))
    else:
        sitting.say("cli.plain.unchanged")


def _help(sitting: Sitting) -> None:
    for part in ("choices", "words", "talk", "leaving", "stored", "screen"):
        sitting.say(f"cli.plain.help-page.{part}")


_DEEDS: Mapping[str, Callable[[Sitting], None]] = {
    "practise": _practise,
    "go-on": go_on,
    "earlier": browse,
    "search": search,
    "progress": look_ahead,
    "mentor": desk,
    "bring-in": _bring_in,
    "settings": adjust,
    "help": _help,
}
"""What the menu offers, in its order."""
