"""What packages are worth to the persona, and which one they would put forward.

A value runs from 0 (the persona's limit) to 1 (their opening, or better); a package is the mean of
its issues by weight, and an issue nobody asked about stays at the opening. The counter-offer is
found by logrolling: from what was already offered, steps go first where they mean much to the
mentee and cost the persona little, until one more would fall below what the persona aims for.
No step goes past a limit, past what was asked, or back behind an earlier offer.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from simulator.library.scenario import NegotiatedIssue, Negotiation

Value = float | str
Values = Mapping[str, Value]

EPSILON = 1e-9
MOST_STEPS = 400
"""Steps on one issue between two figures; a finer `step` is read as coarser."""


@dataclass(frozen=True, slots=True)
class Scale:
    """One issue as the persona values it."""

    issue: NegotiatedIssue

    @property
    def opening(self) -> Value | None:
        """What the persona starts from; None where the author gave nothing to start from."""
        if self.issue.options:
            return max(self.issue.options, key=lambda option: option.value).id
        return self.issue.opens if self.issue.opens is not None else self.issue.target

    @property
    def target(self) -> Value | None:
        return self.issue.target if self.issue.target is not None else self.opening

    def worth(self, value: Value) -> float:
        """Worth to the persona: below 0 past their limit, at most 1."""
        if isinstance(value, str):
            found = (option.value for option in self.issue.options if option.id == value)
            return next(found, -1.0)
        opening, limit = self.opening, self.issue.limit
        if not isinstance(opening, float) or limit is None:
            return 1.0
        if opening == limit:
            is_better = value <= limit if self.issue.prefers == "low" else value >= limit
            return 1.0 if is_better else -1.0
        return min(1.0, (value - limit) / (opening - limit))

    def is_sayable(self, value: float) -> bool:
        """Whether a figure is one to bargain about: not better for the persona than their opening."""
        opening, limit = self.opening, self.issue.limit
        if not isinstance(opening, float) or limit is None or opening == limit:
            return True
        return (value - limit) / (opening - limit) <= 1 + EPSILON

    def steps(self, now: Value, asked: Value) -> Iterator[Value]:
        """The values from `now` to `asked`, in steps, as far as the persona's limit allows."""
        if isinstance(now, str) or isinstance(asked, str):
            if now != asked and self.worth(asked) >= 0:
                yield asked
            return
        if self.worth(asked) >= self.worth(now):
            return
        reach = asked if self.worth(asked) >= 0 else self.issue.limit
        distance = (asked if reach is None else reach) - now
        size = max(self.issue.step, abs(distance) / MOST_STEPS)
        for count in range(1, int(abs(distance) / size + EPSILON) + 1):
            yield round(now + (size if distance > 0 else -size) * count, 6)


def as_told(negotiation: Negotiation, told: Collection[str]) -> Negotiation:
    """The negotiation once the facts in `told` are known.

    An option that one of them rules out for the persona is worth no more to them than the best that
    remains, and comes after it.
    """
    return negotiation.model_copy(
        update={"issues": tuple(_as_told(issue, told) for issue in negotiation.issues)}
    )


def _as_told(issue: NegotiatedIssue, told: Collection[str]) -> NegotiatedIssue:
    live = [one for one in issue.options if one.until not in told]
    if not live or len(live) == len(issue.options):
        return issue
    most = max(one.value for one in live)
    stale = (
        one.model_copy(update={"value": min(most, one.value)})
        for one in issue.options
        if one.until in told
    )
    return issue.model_copy(update={"options": (*live, *stale)})


@dataclass(frozen=True, slots=True)
class Sheet:
    """All issues of a negotiation, ready for reckoning."""

    negotiation: Negotiation

    @property
    def scales(self) -> dict[str, Scale]:
        return {issue.id: Scale(issue) for issue in self.negotiation.issues}

    @property
    def opening(self) -> dict[str, Value]:
        return {
            name: scale.opening for name, scale in self.scales.items() if scale.opening is not None
        }

    @property
    def target(self) -> dict[str, Value]:
        return {
            name: scale.target for name, scale in self.scales.items() if scale.target is not None
        }

    def value(self, values: Values) -> float:
        """Worth of a package, 0 to 1; what it leaves out stays at the opening."""
        total = sum(issue.weight for issue in self.negotiation.issues)
        worth = sum(
            issue.weight * max(0.0, self.scales[issue.id].worth(values[issue.id]))
            if issue.id in values
            else issue.weight
            for issue in self.negotiation.issues
        )
        return worth / total

    def value_beside(self, values: Values, given: Values) -> float:
        """Worth of what goes beyond `given`, which was granted before and is paid for."""
        scales = self.scales
        rest = [
            issue
            for issue in self.negotiation.issues
            if issue.id not in given
            or scales[issue.id].worth(values.get(issue.id, given[issue.id]))
            < scales[issue.id].worth(given[issue.id]) - EPSILON
        ]
        if not rest:
            return 1.0
        alone = Sheet(self.negotiation.model_copy(update={"issues": tuple(rest)}))
        return alone.value(values)

    def is_within_limits(self, values: Values) -> bool:
        """Whether no issue goes past the persona's limit."""
        scales = self.scales
        return all(
            scales[name].worth(value) >= -EPSILON
            for name, value in values.items()
            if name in scales
        )

    def beyond(self, values: Values, offered: Values) -> dict[str, Value]:
        """Those of `values` that are no worse for the mentee than what was `offered`."""
        scales = self.scales
        return {
            name: value
            for name, value in values.items()
            if name not in offered
            or name not in scales
            or scales[name].worth(value) <= scales[name].worth(offered[name]) + EPSILON
        }

    def is_no_better(self, values: Values, offered: Values) -> bool:
        """Whether `values` gives the mentee less than was `offered` somewhere, and more nowhere."""
        scales = self.scales
        gaps = [
            scales[name].worth(values[name]) - scales[name].worth(offered[name])
            for name in offered
            if name in values and name in scales
        ]
        is_all_offered = offered.keys() >= values.keys()
        return (
            is_all_offered
            and min(gaps, default=0.0) >= -EPSILON
            and max(gaps, default=0.0) > EPSILON
        )

    def said(self, values: Values) -> dict[str, Value]:
        """`values` as the persona says them: none better for them than their opening."""
        scales, opening = self.scales, self.opening
        return {
            name: opening[name]
            if name in opening and not isinstance(value, str) and not scales[name].is_sayable(value)
            else value
            for name, value in values.items()
        }

    def giving(self, offered: Values, given: Values) -> dict[str, Value]:
        """`offered` with each value of `given` that is within the limits and goes further."""
        scales = self.scales
        return {
            **offered,
            **{
                name: value
                for name, value in given.items()
                if name in scales
                and scales[name].worth(value) >= 0
                and (
                    name not in offered
                    or scales[name].worth(value) < scales[name].worth(offered[name])
                )
            },
        }

    def given_up(self, first: Values, now: Values) -> float:
        """How much the mentee conceded since their first demands, on the persona's scale."""
        return self.value(now) - self.value({**now, **first})


def counter_offer(
    sheet: Sheet, offered: Values, asked: Values, least: float, weights: Mapping[str, float]
) -> dict[str, Value]:
    """The package nearest to `asked` that is worth at least `least`, from `offered` on.

    `weights` guess how much each issue means to the mentee. What was offered before stays offered
    even if it is worth less than `least` by now; where the mentee asks for less, they get that.
    """
    scales = sheet.scales
    package: dict[str, Value] = {**sheet.opening, **offered}
    for name, value in asked.items():
        if name in scales and scales[name].worth(value) > scales[name].worth(package[name]):
            package[name] = value
    while True:
        affordable = [
            (gain / max(cost, EPSILON), name, value)
            for name, value, gain, cost in _next_steps(scales, package, asked, weights)
            if sheet.value({**package, name: value}) >= least - EPSILON
        ]
        if not affordable:
            return package
        _, name, value = max(affordable, key=lambda step: step[0])
        package[name] = value


def _next_steps(
    scales: Mapping[str, Scale],
    package: Values,
    asked: Values,
    weights: Mapping[str, float],
) -> Iterator[tuple[str, Value, float, float]]:
    """The next step on each issue: its value, what it gains the mentee and costs the persona."""
    for name, wanted in asked.items():
        if name not in scales:
            continue
        scale = scales[name]
        now = package[name]
        value = next(scale.steps(now, wanted), None)
        if value is None:
            continue
        cost = scale.issue.weight * (scale.worth(now) - scale.worth(value))
        yield name, value, weights.get(name, 1.0) * _progress(scale, now, value, wanted), cost


def _progress(scale: Scale, now: Value, value: Value, wanted: Value) -> float:
    """Which part of the way from the opening to what is wanted this step covers."""
    opening = scale.opening
    if not all(isinstance(one, float) for one in (now, value, wanted, opening)):
        return 1.0
    whole = abs(float(wanted) - float(opening or 0.0))
    return abs(float(value) - float(now)) / whole if whole else 0.0
