"""What a deal may hold, whatever was put forward and however it was worded, in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.config import Language
from simulator.director import apply, decide, start
from simulator.director.amounts import amount
from simulator.director.demands import demanded
from simulator.director.packages import Sheet, Value, as_told
from simulator.director.state import BeatKind, State
from simulator.library.scenario import NegotiatedIssue
from simulator.practice.stage import Stage
from tests.playtest.shelf import LANGUAGES, SCENARIOS, staged

TABLES = tuple(name for name in SCENARIOS if staged(name, "en").scenario.negotiation is not None)
ROOMS = [(name, language) for name in TABLES for language in LANGUAGES]
LEADS: Mapping[Language, tuple[str, ...]] = {
    "en": ("I'd propose ", "So: ", "Then I'd offer ", "Let's say ", "What about "),
    "fr": ("Je propose ", "Donc : ", "Alors je vous propose ", "Disons ", "Et si on disait "),
}
TAILS: Mapping[Language, tuple[str, ...]] = {
    "en": (". Would that work?", ".", ". How does that sound?", ", agreed?"),
    "fr": (". Ça vous irait ?", ".", ". Qu'en pensez-vous ?", ", d'accord ?"),
}
YES: Mapping[Language, tuple[str, ...]] = {
    "en": ("Agreed, I accept that.", "Yes, deal."),
    "fr": ("D'accord, j'accepte.", "Oui, marché conclu."),
}
NO: Mapping[Language, tuple[str, ...]] = {
    "en": ("No, that isn't what I said.", "I haven't agreed to that.", "No, I can't sign that."),
    "fr": ("Non, ce n'est pas ce que j'ai dit.", "Je n'ai rien accepté.", "Non, pas comme ça."),
}
ASKED: Mapping[Language, tuple[str, ...]] = {
    "en": ("What is behind that for you?", "I see. That must be hard for you."),
    "fr": ("Qu'est-ce qu'il y a derrière, pour vous ?", "Je vois, ça doit être dur pour vous."),
}


@dataclass(frozen=True)
class Line:
    """One line of a mentee, and what it says for sure."""

    text: str
    kind: Literal["terms", "yes", "no", "other"]
    values: Mapping[str, Value]


def figures(issue: NegotiatedIssue) -> st.SearchStrategy[Value]:
    """What could be said on an issue: an option, or a figure between opening and limit."""
    if issue.options:
        return st.sampled_from([one.id for one in issue.options])
    assert issue.opens is not None
    assert issue.limit is not None
    low, high = sorted((issue.opens, issue.limit))
    steps = int((high - low) / issue.step)
    return st.integers(0, steps).map(lambda count: low + count * issue.step)


@st.composite
def terms(draw: st.DrawFn, stage: Stage) -> Line:
    """A list of terms, of some issues or of all."""
    scenario = stage.scenario
    assert scenario.negotiation is not None
    language: Language = scenario.language
    issues = draw(
        st.lists(
            st.sampled_from(scenario.negotiation.issues), min_size=1, unique_by=lambda one: one.id
        )
    )
    values = {one.id: draw(figures(one)) for one in issues}
    said = ", ".join(amount(values[one.id], one, language) for one in issues)
    text = f"{draw(st.sampled_from(LEADS[language]))}{said}{draw(st.sampled_from(TAILS[language]))}"
    return Line(text, "terms", values)


def lines(stage: Stage) -> st.SearchStrategy[list[Line]]:
    language = stage.scenario.language

    def spoken(
        texts: tuple[str, ...], kind: Literal["yes", "no", "other"]
    ) -> st.SearchStrategy[Line]:
        return st.sampled_from(texts).map(lambda text: Line(text, kind, {}))

    one = st.one_of(
        terms(stage),
        terms(stage),
        spoken(YES[language], "yes"),
        spoken(NO[language], "no"),
        spoken(ASKED[language], "other"),
    )
    return st.lists(one, min_size=2, max_size=7)


def heard(stage: Stage, state: State, line: Line) -> State:
    reading = stage.recogniser.read(line.text, vocabulary=stage.vocabulary)
    decision = decide(stage.scenario, stage.personas, state, reading, line.text, level=2, seed=1)
    return apply(state, decision)


def given_by(stage: Stage, state: State) -> dict[str, list[Value]]:
    """What was granted, by issue."""
    found: dict[str, list[Value]] = {}
    for one in stage.scenario.concessions:
        for name, value in one.gives.items() if one.id in state.granted else ():
            found.setdefault(name, []).append(value)
    return found


def check_deal(stage: Stage, before: State, after: State, line: Line) -> None:
    """The law: nothing but what was said now, granted, or put forward just before and accepted."""
    negotiation = stage.scenario.negotiation
    assert negotiation is not None
    assert after.table.agreed is not None
    agreed = after.table.agreed.values
    offered = before.table.offered.values if before.table.offered is not None else {}
    granted = given_by(stage, after)
    was_put = any(beat.kind is BeatKind.COUNTER for beat in before.beats)
    says_all = set(line.values) == {issue.id for issue in negotiation.issues}
    for name, value in agreed.items():
        is_said = line.values.get(name) == value or value in granted.get(name, ())
        is_taken = was_put and line.kind != "no" and offered.get(name) == value
        assert is_said or is_taken, (name, line)
    assert agreed.keys() == {issue.id for issue in negotiation.issues}
    sheet = Sheet(as_told(negotiation, before.spoken))
    assert says_all or not sheet.is_no_better(agreed, offered), line
    assert not (set(offered) >= set(agreed) and sheet.is_no_better(agreed, offered)), line


@pytest.mark.parametrize(("name", "language"), ROOMS)
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_a_deal_holds_only_what_was_said_or_accepted(
    name: str, language: Language, data: st.DataObject
) -> None:
    stage = staged(name, language)
    state = start(stage.scenario, stage.personas, 2)
    for line in data.draw(lines(stage)):
        before, state = state, heard(stage, state, line)
        if state.table.agreed is not None and before.table.agreed is None:
            check_deal(stage, before, state, line)
        if state.ended is not None:
            break


@pytest.mark.parametrize(("name", "language"), ROOMS)
def test_a_no_right_after_a_deal_opens_it_again_and_is_answered(
    name: str, language: Language
) -> None:
    stage = staged(name, language)
    negotiation = stage.scenario.negotiation
    assert negotiation is not None
    opening = Sheet(negotiation).opening
    said = ", ".join(amount(opening[one.id], one, language) for one in negotiation.issues)
    sure = {"en": "I accept", "fr": "J'accepte"}[language]
    state = start(stage.scenario, stage.personas, 2)
    state = heard(stage, state, Line(ASKED[language][0], "other", {}))
    state = heard(stage, state, Line(f"{LEADS[language][0]}{said}. {sure}.", "terms", opening))
    assert state.table.agreed is not None

    for no in NO[language]:
        opened = heard(stage, state, Line(no, "no", {}))
        assert opened.table.agreed is None, no
        assert opened.ended is None, no
        assert any(beat.kind is BeatKind.REOPEN for beat in opened.beats), no


@pytest.mark.parametrize(("name", "language"), ROOMS)
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_a_list_of_terms_is_read_term_by_term(
    name: str, language: Language, data: st.DataObject
) -> None:
    stage = staged(name, language)
    assert stage.scenario.negotiation is not None
    line = data.draw(terms(stage))
    reading = stage.recogniser.read(line.text, vocabulary=stage.vocabulary)
    asked = demanded(stage.scenario.negotiation, reading, line=line.text, table=())

    assert asked.items() <= line.values.items(), line
