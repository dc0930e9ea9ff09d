"""A second opinion: an LLM judge beside the rules, and an LLM's words for a hint.

Neither is ever needed: without an LLM, or where it fails, what the rules found stands alone. What
is to leave the machine is told first; what a judge answered is recorded once code has checked it.
A pause that either makes is told like one of the persona's, and a hint is paid from its session's
purse.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.debrief.across import ITEMS
from simulator.debrief.course import Course
from simulator.debrief.hints import Hint, coached, hint
from simulator.debrief.judging.asking import Across, Asking, Judge, askings
from simulator.debrief.judging.judging import judged
from simulator.errors import ActorError, UsageError
from simulator.i18n import Translator
from simulator.practice.events import ItemJudged
from simulator.practice.session import Session
from simulator.practice.stage import Stage

if TYPE_CHECKING:
    from simulator.wiring.house import House


@dataclass(slots=True)
class _Noting:
    """A judge, and whether anything came of asking it."""

    judge: Judge
    has_answered: bool = False
    failed: ActorError | None = None

    @property
    def name(self) -> str:
        return self.judge.name

    async def ask(self, asking: Asking) -> str:
        try:
            reply = await self.judge.ask(asking)
        except ActorError as error:
            self.failed = error
            raise
        self.has_answered = True
        return reply


@dataclass(frozen=True, slots=True)
class Leaving:
    """What an LLM would be sent."""

    who: str
    """The name by which litellm knows it."""
    address: str
    """Where it is, if that is not its provider's own address."""
    is_hosted: bool
    """Whether it leaves this machine."""
    utterances: int
    items: int
    """Questions asked, each with the whole talk."""


class SecondOpinion:
    """LLMs asked about a session of one workspace, never for a mark."""

    def __init__(self, house: "House") -> None:
        self._house = house

    def leaving(self, ref: str, name: str) -> Leaving:
        """What the LLM `name` would get of the session of `ref`; nothing is sent.

        Raises `UsageError`: `nothing-to-judge` where it was stopped or nothing was said.
        """
        from simulator.llm.endpoint import Endpoint

        endpoint = Endpoint.of(name)
        session, stage = self._kept(ref)
        asked = askings(session, stage, _across(stage))
        if not asked:
            raise UsageError("nothing-to-judge", session=session.id)
        said = len(asked[0].lines)
        return Leaving(name, endpoint.address, endpoint.is_hosted, said, len(asked))

    async def judge(self, ref: str, name: str, times: int = 1) -> tuple[ItemJudged, ...]:
        """The answers of the LLM `name` to every item, each asked `times` times; recorded.

        Raises `ActorError` where it never answered at all: then there is nothing to record.
        """
        from simulator.llm.client import Client
        from simulator.llm.endpoint import Endpoint
        from simulator.llm.judge import PATIENT, LlmJudge

        session, stage = self._kept(ref)
        client = Client(Endpoint.of(name), PATIENT, waited=self._house.casting.waited)
        judge = _Noting(LlmJudge(client))
        answers = judged(judge, askings(session, stage, _across(stage)), times)
        found = tuple([one async for one in answers])
        if judge.failed is not None and not judge.has_answered:
            raise judge.failed
        self._house.afterwards(session.id).judge(found)
        return found

    async def hint(self, session: Session, stage: Stage) -> Hint:
        """A hint in the words of the LLM that the settings name as coach; else an offline one."""
        course = Course.of(session, stage)
        name = self._house.settings.coach
        if not name:
            return hint(course)
        from simulator.llm.client import Client
        from simulator.llm.coach import PROMPT_TO_HELP, LlmCoach
        from simulator.llm.endpoint import Endpoint

        casting = self._house.casting
        purse = casting.purse(session)
        client = Client(Endpoint.of(name), PROMPT_TO_HELP, waited=casting.waited, purse=purse)
        return await coached(course, LlmCoach(client))

    def _kept(self, ref: str) -> tuple[Session, Stage]:
        session = self._house.session(ref)
        return session, self._house.stage_of(session)


def _across(stage: Stage) -> tuple[Across, ...]:
    """The questions put to every talk, in its own language."""
    t = Translator.of(stage.scenario.language)
    return tuple(Across(one.id, t(one.id), one.avoid) for one in ITEMS.values())
