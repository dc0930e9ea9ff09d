"""Rules about a negotiation's figures: their order, their completeness, and room for agreement."""

from collections.abc import Iterator

from simulator.library.diagnostics import Diagnostic, error, warning
from simulator.library.scenario import MenteeIssue, NegotiatedIssue, Negotiation, Scenario
from simulator.library.yamlfile import Document, Trail


def check(scenario: Scenario, document: Document) -> Iterator[Diagnostic]:
    """All rules about the scenario's negotiation, if it has one."""
    negotiation = scenario.negotiation
    if negotiation is None:
        if scenario.kind == "negotiation":
            yield warning(document.place(("kind",)), "nothing-to-negotiate")
        return
    if not any(_wants_deal(scenario)):
        yield warning(document.key_place(("negotiation",)), "deal-has-no-ending")
    for at, issue in enumerate(negotiation.issues):
        yield from _check_issue(issue, ("negotiation", "issues", at), document)
    for name, aim in scenario.brief.issues.items():
        if issue_of := _issue(negotiation, name):
            yield from _check_aim(aim, issue_of, ("brief", "issues", name), document)


def _wants_deal(scenario: Scenario) -> Iterator[bool]:
    for ending in scenario.endings:
        conditions = [ending.when]
        while conditions:
            one = conditions.pop()
            conditions += [*(one.all or ()), *(one.any or ())]
            yield one.deal is True


def _check_issue(issue: NegotiatedIssue, trail: Trail, document: Document) -> Iterator[Diagnostic]:
    place = document.place(trail)
    figures = {"opens": issue.opens, "target": issue.target, "limit": issue.limit}
    given = [name for name, value in figures.items() if value is not None]
    if issue.options:
        if given:
            yield error(document.key_place((*trail, given[0])), "figures-and-options", id=issue.id)
        return
    if len(given) < len(figures):
        missing = ", ".join(name for name in figures if name not in given)
        yield error(place, "figures-missing", id=issue.id, missing=missing)
        return
    opens, target, limit = issue.opens or 0, issue.target or 0, issue.limit or 0
    if not _in_order(issue.prefers, opens, target, limit):
        order = "opens ≤ target ≤ limit" if issue.prefers == "low" else "opens ≥ target ≥ limit"
        yield error(place, "figures-out-of-order", id=issue.id, prefers=issue.prefers, order=order)
    elif opens == limit:
        yield warning(place, "figures-without-room", id=issue.id)
    elif issue.step > abs(limit - opens):
        yield warning(document.place((*trail, "step")), "step-too-wide", id=issue.id)


def _in_order(prefers: str, opens: float, target: float, limit: float) -> bool:
    return opens <= target <= limit if prefers == "low" else opens >= target >= limit


def _check_aim(
    aim: MenteeIssue, issue: NegotiatedIssue, trail: Trail, document: Document
) -> Iterator[Diagnostic]:
    options = {option.id for option in issue.options}
    for key, value in (("target", aim.target), ("limit", aim.limit)):
        place = document.place((*trail, key))
        if options and value not in options:
            listed = ", ".join(sorted(options))
            yield error(place, "unknown-option", value=str(value), expected=listed)
        elif not options and isinstance(value, str):
            yield error(place, "wrong-type", key=key, kind="number", value=value)
    if isinstance(aim.target, str) or isinstance(aim.limit, str) or issue.limit is None:
        return
    wants_high = issue.prefers == "low"
    if (aim.target < aim.limit) if wants_high else (aim.target > aim.limit):
        yield error(document.place(trail), "aim-out-of-order", id=issue.id)
    elif (aim.limit > issue.limit) if wants_high else (aim.limit < issue.limit):
        yield warning(document.place((*trail, "limit")), "no-common-ground", id=issue.id)


def _issue(negotiation: Negotiation, name: str) -> NegotiatedIssue | None:
    return next((issue for issue in negotiation.issues if issue.id == name), None)
