"""What was found out about LLMs, in words: for whoever sets one up."""

from collections.abc import Iterator, Sequence

from simulator.i18n import Translator
from simulator.llm.purse import Purse
from simulator.llm.servers import TITLES, Server, Tried, practise

LONGEST = 60
"""Code points of an LLM's answer that are shown."""


def used_told(t: Translator, purse: Purse) -> str:
    """What a session has used so far, on one short line; empty where nothing was."""
    if not purse.used:
        return ""
    cost = purse.usage.cost
    if not cost:
        return t.n("llm.used.tokens", purse.used, tokens=t.number(purse.used))
    return t.n("llm.used.cost", purse.used, tokens=t.number(purse.used), cost=t.number(cost, 3))


def servers_told(t: Translator, found: Sequence[Server]) -> Iterator[str]:
    """Each server with its LLMs and what to type for each; what to do where there is none."""
    if not found:
        yield t("llm.servers.none", titles=", ".join(TITLES.values()))
    for server in found:
        names = server.names
        if not names:
            yield t("llm.servers.empty", title=server.title, address=server.base)
            continue
        yield t.n("llm.servers.found", len(names), title=server.title, address=server.base)
        yield from (f"  {practise(name)}" for name in names)


def tried_told(t: Translator, tried: Tried) -> Iterator[str]:
    """What came of one small call, and what to type next."""
    if tried.fault is not None:
        yield t("llm.try.failed", name=tried.name)
        yield t(tried.fault.wording_id, **tried.fault.values)
        yield t(tried.fault.hint_id, **tried.fault.values)
        return
    yield t(
        "llm.try.works",
        name=tried.name,
        first=t.number(tried.first, 1),
        whole=t.number(tried.whole, 1),
    )
    yield t("llm.try.said", said=tried.said[:LONGEST])
    if tried.is_hosted:
        yield t("llm.try.hosted", where=tried.address or tried.name.partition("/")[0])
    else:
        yield t("llm.try.here")
    yield t("llm.try.type", command=tried.command)
