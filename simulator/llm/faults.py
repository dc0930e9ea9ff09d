"""Every way an LLM can fail, as one of the codes of the error tree.

The one place where errors of litellm, and of what it stands on, become ours. What counts, in this
order: what broke in the connection, the code that the server wrote into its reply, the class where
it says more than a status, the status, and only where these are silent the words. No message of
theirs is passed on but scrubbed and short, and only where nothing else tells what happened.

    llm-busy, llm-rate-limited      too many requests; the latter names the seconds to wait
    llm-quota                       nothing left to spend
    llm-server-error, -overloaded   5xx; 529
    llm-key-refused, -key-missing, -forbidden
    llm-unknown, -too-long, -filtered, -refused
    llm-unreachable, -reset, -stalled, -too-slow, -garbage, -empty, -interrupted, -cut-off, -looping
    llm-fault                       the library itself failed
    llm-cap-reached, llm-cost-cap-reached
                                    the session's own cap, before anything is sent (see `purse`)
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from simulator.errors import ActorError
from simulator.llm.endpoint import Endpoint, command
from simulator.llm.keys import to_keep
from simulator.llm.retry_after import seconds_asked
from simulator.llm.scrub import scrubbed

BY_CLASS = {
    "ContextWindowExceededError": "llm-too-long",
    "ContentPolicyViolationError": "llm-filtered",
    "RejectedRequestError": "llm-filtered",
    "GuardrailRaisedException": "llm-filtered",
    "BlockedPiiEntityError": "llm-filtered",
    "ModifyResponseException": "llm-filtered",
    "SensitiveDataRouteException": "llm-filtered",
    "PermissionDeniedError": "llm-forbidden",
    "PaymentRequiredError": "llm-quota",
    "BudgetExceededError": "llm-quota",
    "LiteLLMUnknownProvider": "llm-unknown",
    "ModelNotMappedError": "llm-unknown",
    "APIResponseValidationError": "llm-garbage",
    "Timeout": "llm-stalled",
    "MidStreamFallbackError": "llm-reset",
    "APIConnectionError": "llm-unreachable",
}
"""Classes, by name, that say more than the status they carry."""
BY_STATUS = {
    401: "llm-key-refused", 402: "llm-quota", 403: "llm-forbidden", 404: "llm-unknown",
    408: "llm-stalled", 413: "llm-too-long", 429: "llm-busy", 504: "llm-stalled",
    529: "llm-overloaded",
}  # fmt: skip
BY_TOLD = {
    "insufficient_quota": "llm-quota",
    "billing_error": "llm-quota",
    "rate_limit_exceeded": "llm-busy",
    "rate_limit_error": "llm-busy",
    "context_length_exceeded": "llm-too-long",
    "exceed_context_size_error": "llm-too-long",
    "content_policy_violation": "llm-filtered",
    "content_filter": "llm-filtered",
    "invalid_api_key": "llm-key-refused",
    "authentication_error": "llm-key-refused",
    "model_not_found": "llm-unknown",
    "overloaded_error": "llm-overloaded",
}
"""The codes that servers write into their replies."""
BY_WORDS = (
    (r"\boverloaded", "llm-overloaded"),
    (r"missing credentials|no key is set|missing .{0,20}api key", "llm-key-missing"),
    (r"provider not provided", "llm-unknown"),
    (r"credit balance|insufficient.quota|exceeded your current quota(?!.*retry)", "llm-quota"),
    (r"empty or invalid response", "llm-garbage"),
    (
        r"context (?:length|size|window)|maximum context|too many tokens|request_too_large",
        "llm-too-long",
    ),
    (r"content (?:policy|filter|management)|safety system", "llm-filtered"),
)
"""Asked only where what was found so far says little."""
_VAGUE = frozenset({"llm-busy", "llm-refused", "llm-server-error", "llm-unreachable", "llm-fault"})
_LOST = frozenset({
    "RemoteProtocolError", "ReadError", "WriteError", "CloseError", "ConnectionResetError",
    "BrokenPipeError", "ServerDisconnectedError", "ClientPayloadError",
})  # fmt: skip
_LATE = frozenset({"ReadTimeout", "WriteTimeout", "PoolTimeout", "TimeoutError"})
_NOWHERE = frozenset({
    "ConnectError", "ConnectTimeout", "gaierror", "ConnectionRefusedError", "UnsupportedProtocol",
    "InvalidURL", "ClientConnectorError", "SocketBlockedError",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Faults:
    """Reads the errors that calls to one LLM end in."""

    endpoint: Endpoint
    secrets: Sequence[str] = field(default=(), repr=False)
    variables: tuple[str, ...] = ()
    """The environment variables that its provider's key is read from."""

    def of(self, error: BaseException) -> ActorError:
        """`error` as an error of ours, which carries nothing of it."""
        chain = tuple(_chain(error))
        code = self._code(error, chain)
        if code == "llm-busy" and (seconds := seconds_asked(error)) is not None:
            return self.named("llm-rate-limited", seconds=seconds)
        if code == "llm-server-error":
            return self.named(code, status=_status(error))
        if code in {"llm-refused", "llm-fault"}:
            return self.named(code, detail=scrubbed(str(error), self.secrets))
        return self.named(code)

    def named(self, code: str, **values: object) -> ActorError:
        """The failure `code`, with what its wording names of this LLM."""
        if code == "llm-unreachable":
            values["address"] = self.endpoint.address or self.endpoint.name.partition("/")[0]
        if code in {"llm-key-missing", "llm-key-refused"}:
            values |= {"command": command(self.variables), "keyring": to_keep(self.variables)}
        return ActorError(code, actor=self.endpoint.name, **values)

    def _code(self, error: BaseException, chain: tuple[BaseException, ...]) -> str:
        found = _broken(chain) or _told(chain) or _classed(chain)
        if found is None:
            found = _by_status(_status(error))
        if found in _VAGUE:
            text = " ".join(str(one) for one in chain)
            words = (code for words, code in BY_WORDS if re.search(words, text, re.IGNORECASE))
            found = next(words, found)
        return found


def foreign(litellm: Any) -> tuple[type[Exception], ...]:
    """What may come out of a call: litellm's own classes, its client's, and what slips through."""
    own = {
        one
        for one in vars(litellm.exceptions).values()
        if isinstance(one, type) and issubclass(one, Exception)
    }
    slips = (OSError, ValueError, TypeError, LookupError, AttributeError, RuntimeError)
    return (*own, litellm.exceptions.openai.OpenAIError, litellm.exceptions.httpx.HTTPError, *slips)


def _chain(error: BaseException) -> Iterator[BaseException]:
    """`error` and whatever it came from, each once, as far as it is not ours."""
    waiting: list[BaseException | None] = [error]
    seen: set[int] = set()
    while waiting:
        one = waiting.pop(0)
        if one is None or id(one) in seen or isinstance(one, ActorError):
            continue
        seen.add(id(one))
        yield one
        waiting += (getattr(one, "original_exception", None), one.__cause__, one.__context__)


def _broken(chain: Sequence[BaseException]) -> str | None:
    """What happened to the connection, or to what came through it."""
    names = {kind.__name__ for one in chain for kind in type(one).__mro__}
    if any(isinstance(one, json.JSONDecodeError | UnicodeDecodeError) for one in chain):
        return "llm-garbage"
    for known, code in (
        (_NOWHERE, "llm-unreachable"),
        (_LOST, "llm-reset"),
        (_LATE, "llm-stalled"),
    ):
        if names & known:
            return code
    return None


def _told(chain: Sequence[BaseException]) -> str | None:
    """What the body of the reply calls its error."""
    for one in chain:
        body = getattr(one, "body", None)
        if not isinstance(body, Mapping):
            continue
        inner = body.get("error")
        said = inner if isinstance(inner, Mapping) else body
        for key in ("code", "type"):
            value = said.get(key)
            if isinstance(value, int):
                return _by_status(value)
            if isinstance(value, str) and value in BY_TOLD:
                return BY_TOLD[value]
    return None


def _classed(chain: Sequence[BaseException]) -> str | None:
    error = chain[0]
    original = getattr(error, "original_exception", None)
    if isinstance(original, BaseException):
        inner = tuple(_chain(original))
        return _classed(inner) or _by_status(_status(original))
    kinds = (kind.__name__ for kind in type(error).__mro__ if "litellm" in kind.__module__)
    found = next((BY_CLASS[kind] for kind in kinds if kind in BY_CLASS), None)
    if found == "llm-unreachable" and any(_is_stranger(one) for one in chain):
        return "llm-fault"
    return found


def _is_stranger(error: BaseException) -> bool:
    """Whether `error` is of neither library: litellm wraps its own mishaps as lost connections."""
    return type(error).__module__.partition(".")[0] not in {"litellm", "openai", "httpx"}


def _status(error: BaseException) -> int:
    status = getattr(error, "status_code", None)
    return int(status) if isinstance(status, int | str) and str(status).isdigit() else 0


def _by_status(status: int) -> str:
    if status in BY_STATUS:
        return BY_STATUS[status]
    if 500 <= status < 600:
        return "llm-server-error"
    return "llm-refused" if 400 <= status < 500 else "llm-fault"
