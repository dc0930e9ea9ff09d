"""The app as it is, in a process of its own, on whatever terminal it was given.

python -m benches.app.run talk HOME SESSION     one session, its partner a fast talker
python -m benches.app.run open HOME SESSION     the library; F12 opens the session
"""

import sys
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType

from benches.app.partner import LONG, RATE, Talker, endless, talkative
from benches.app.stored import settings
from simulator.tui import app as tui
from simulator.tui.app import SimulatorApp
from simulator.wiring import House

OPEN_KEY = "f12"


class Opening(SimulatorApp):
    """The app with one more key, which opens one session and nothing else."""

    session = ""
    CSS_PATH = str(Path(tui.__file__).with_suffix(".tcss"))
    BINDINGS: ClassVar[list[BindingType]] = [Binding(OPEN_KEY, "open_session", show=False)]

    def action_open_session(self) -> None:
        """Open the session as choosing it in the list would."""
        self.go_on(self.session)


def main() -> None:
    """Run what the arguments name."""
    kind, home, session = sys.argv[1:]
    with House.build(settings(Path(home))) as house:
        if kind == "talk":
            conversation = house.resume(session)
            stage = talkative(conversation.stage)
            conversation.play_on(endless(stage, Talker(LONG, RATE)))
            SimulatorApp(house, conversation=conversation).run()
        else:
            app = Opening(house)
            app.session = session
            app.run()


if __name__ == "__main__":
    main()
