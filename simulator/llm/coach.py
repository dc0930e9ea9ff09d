"""The coach: a hint in an LLM's words, from what the mentee knows and nothing else.

What was said stands line by line in a fence, each line under who spoke it. The mentee's name is not
sent. Whether the words will do is decided by whoever asked.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.debrief.hints import WORDS, CoachBrief
from simulator.debrief.judging.asking import boundary
from simulator.llm.client import Client, Sampling
from simulator.llm.patience import Limits
from simulator.prompts.render import Prompt, render

PROMPT_TO_HELP = Limits(first=12.0, silence=6.0, turn=20.0, attempts=2)
"""Somebody is stuck in a talk and waits; there is a hint offline as well."""
TOKENS = 1_500
"""A hint takes 60; the rest is for an LLM that thinks first."""
LATEST = 24
"""Utterances that are shown, so that the prompt is bounded however long the talk."""


@dataclass(slots=True)
class LlmCoach:
    """The port `Coach` over a client."""

    client: Client

    @property
    def name(self) -> str:
        """The name by which litellm knows the LLM."""
        return self.client.endpoint.name

    async def hint(self, brief: CoachBrief) -> str:
        """The words; raises `ActorError` when there are none."""
        said = await self.client.ask(prompt_of(brief), Sampling(tokens=TOKENS))
        return said.strip().strip('"“”«»\u202f\u00a0 ')


def prompt_of(brief: CoachBrief) -> Prompt:
    """What a coach is given for `brief`."""
    lines = tuple(_lines(brief))
    cues = tuple(_one_line(one) for one in brief.cues)
    mark = boundary("", "coach", (*lines, *cues))
    return render(
        "coach",
        brief.language,
        words=WORDS,
        level=brief.level,
        role=_one_line(brief.role),
        situation=_one_line(brief.situation),
        goals=tuple(_one_line(one) for one in brief.goals),
        skills=brief.skills,
        given=tuple(_one_line(one.text) for one in brief.given if one.text),
        opens=f"=== {mark} BEGIN ===",
        lines=lines,
        cues=cues,
        closes=f"=== {mark} END ===",
    )


def _lines(brief: CoachBrief) -> Iterator[str]:
    for one in brief.said[-LATEST:]:
        who = "mentee" if one.speaker == "mentee" else brief.personas.get(one.voice, one.voice)
        yield f"{one.turn} {who} | {_one_line(one.text)}"


def _one_line(text: str) -> str:
    return " ".join(text.split())
