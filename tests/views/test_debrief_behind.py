"""What stands behind the page says it in words, and calls nothing a difference that is none."""

from dataclasses import replace

import pytest

from simulator.debrief.draft import Debrief
from simulator.i18n import Translator
from simulator.practice.events import HintGiven, ItemJudged
from simulator.practice.followup import FollowUp
from simulator.views.debrief_behind import hints, judged
from tests.debrief.talks import drafted

ENGLISH = Translator.of("en", strict=True)


def with_followup(followup: FollowUp) -> Debrief:
    return replace(drafted("pay-and-presence", "unskilled"), followup=followup)


def answer(verdict: str, item: str) -> ItemJudged:
    return ItemJudged.model_validate({"item": item, "verdict": verdict, "by": "some/llm"})


def test_a_hint_names_the_skill_in_words() -> None:
    given = HintGiven(
        turn=3, code="hint.chance-skill", values={"who": "Claire", "skill": "open-questions"}
    )

    (line,) = hints(with_followup(FollowUp(hints=(given,))), ENGLISH)

    assert "open questions" in line.text
    assert "open-questions" not in line.text


@pytest.mark.parametrize(
    ("verdict", "differs"), [("other", True), ("same", False), ("could-not-judge", False)]
)
def test_only_another_verdict_is_called_a_difference(verdict: str, differs: bool) -> None:
    debrief = drafted("pay-and-presence", "unskilled")
    found = next(one for one in debrief.findings if one.verdict == "not-observed")
    given = {"same": "not-observed", "other": "observed"}.get(verdict, verdict)

    lines = list(judged(with_followup(FollowUp(judged=(answer(given, found.id),))), ENGLISH))

    other = ENGLISH("debrief.judged.differs", verdict="").split("%")[0][:8]
    assert any(other in line.text for line in lines) is differs
