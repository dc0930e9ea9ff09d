"""Sessions to open: played through the conversation, and kept as any other."""

import asyncio
from contextlib import aclosing
from pathlib import Path

from benches.app.partner import SCENARIO, SHORT, Talker, endless, talkative
from simulator.config import Settings
from simulator.wiring import House

LINES = (
    "I would like to understand how you see this before I say more about it.",
    "That makes sense to me, and I can see why it matters to the whole team.",
    "What would have to be true for this to work in a month from now?",
    "Let me say it in my own words, so that you can tell me where I am wrong.",
    "I had not thought of that, and I would like to hear a little more of it.",
)


def settings(home: Path) -> Settings:
    """Those of everybody here: English, and nothing that waits for a reader."""
    return Settings(home=home, mentee="Sam", seed=1, reduced_motion=True)


def played(home: Path, turns: int) -> str:
    """Keep a session of so many utterances that is still open; its id."""
    with House.build(settings(home)) as house:
        stage = talkative(house.stage(SCENARIO))
        conversation = house.begin(stage)
        conversation.play_on(endless(stage, Talker(SHORT)))

        async def talk() -> None:
            while conversation.session.last_turn < turns:
                line = LINES[conversation.session.last_turn // 2 % len(LINES)]
                async with aclosing(conversation.say(line)) as entries:
                    async for _ in entries:
                        pass

        asyncio.run(talk())
        return conversation.session.id


def shelf(home: Path, sessions: int) -> None:
    """Keep so many sessions that were only begun."""
    with House.build(settings(home)) as house:
        stage = house.stage(SCENARIO)
        for _ in range(sessions):
            house.begin(stage)
