import inspect
from collections.abc import Iterator
from typing import Any

import pytest

from simulator.i18n import Translator
from simulator.llm.endpoint import Endpoint
from simulator.llm.faults import BY_CLASS, BY_STATUS, BY_TOLD, BY_WORDS, Faults, foreign
from simulator.reading.moves import Language

EXPECTED = {
    "APIConnectionError": "llm-unreachable",
    "APIError": "llm-server-error",
    "APIResponseValidationError": "llm-garbage",
    "AuthenticationError": "llm-key-refused",
    "BadGatewayError": "llm-server-error",
    "BadRequestError": "llm-refused",
    "BlockedPiiEntityError": "llm-filtered",
    "BudgetExceededError": "llm-quota",
    "ContentPolicyViolationError": "llm-filtered",
    "ContextWindowExceededError": "llm-too-long",
    "GuardrailRaisedException": "llm-filtered",
    "ImageFetchError": "llm-refused",
    "InternalServerError": "llm-server-error",
    "InvalidRequestError": "llm-refused",
    "JSONSchemaValidationError": "llm-garbage",
    "LiteLLMUnknownProvider": "llm-unknown",
    "MidStreamFallbackError": "llm-reset",
    "MockException": "llm-server-error",
    "ModelNotMappedError": "llm-unknown",
    "ModifyResponseException": "llm-filtered",
    "NotFoundError": "llm-unknown",
    "OpenAIError": "llm-fault",
    "PaymentRequiredError": "llm-quota",
    "PermissionDeniedError": "llm-forbidden",
    "RateLimitError": "llm-busy",
    "RejectedRequestError": "llm-filtered",
    "SensitiveDataRouteException": "llm-filtered",
    "ServiceUnavailableError": "llm-server-error",
    "Timeout": "llm-stalled",
    "UnprocessableEntityError": "llm-refused",
    "UnsupportedParamsError": "llm-refused",
    "VectorStoreSearchError": "llm-refused",
}
"""Every class of the library's → what it becomes where nothing else tells more."""
PLANTED = "sk-planted-4f9a8b7c6d5e4f3a2b1c"


def classes(litellm: Any) -> Iterator[type[Exception]]:
    """The exception classes that the library defines."""
    for one in vars(litellm.exceptions).values():
        if inspect.isclass(one) and issubclass(one, Exception):
            yield one


def made(kind: type[Exception]) -> Exception:
    """An error of `kind`, with a plain value for whatever it cannot be made without."""
    if kind.__init__ in {Exception.__init__, BaseException.__init__}:
        return kind("no")
    import httpx

    request = httpx.Request("POST", "http://127.0.0.1/")
    values = {
        "status_code": 500,
        "request": request,
        "response": httpx.Response(418, request=request),
        "current_cost": 2.0,
        "max_budget": 1.0,
        "request_data": {},
        "schema": "{}",
        "failures": ({"vector_store_id": "no", "error": "no"},),
    }
    needed = [
        name
        for name, one in inspect.signature(kind).parameters.items()
        if one.default is inspect.Parameter.empty
        and one.kind not in {inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD}
    ]
    return kind(**{name: values.get(name, "no") for name in needed})


def test_every_error_of_the_library_is_known(litellm: Any) -> None:
    faults = Faults(Endpoint("openai/tiny"), (), ("OPENAI_API_KEY",))

    found = {kind.__name__: faults.of(made(kind)).code for kind in classes(litellm)}

    assert found == EXPECTED


def test_every_error_of_the_library_is_caught(litellm: Any) -> None:
    caught = foreign(litellm)

    assert [kind for kind in classes(litellm) if not issubclass(kind, caught)] == []


def test_no_class_is_named_that_the_library_does_not_have(litellm: Any) -> None:
    assert BY_CLASS.keys() <= {kind.__name__ for kind in classes(litellm)}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_fault_has_its_words_and_what_to_do(language: Language) -> None:
    codes = {
        *BY_CLASS.values(), *BY_STATUS.values(), *BY_TOLD.values(),
        *(code for _, code in BY_WORDS),
        "llm-rate-limited", "llm-refused", "llm-server-error", "llm-too-slow", "llm-empty",
        "llm-interrupted", "llm-cut-off", "llm-looping", "llm-fault", "llm-cap-reached",
        "llm-cost-cap-reached",
    }  # fmt: skip
    t = Translator.of(language)
    values = {"seconds": 3, "status": 500, "detail": "D", "used": 1, "cap": 1, "cost": 1}

    for code in codes:
        error = Faults(Endpoint("A")).named(code, **values)
        assert t(error.wording_id, **error.values) != error.wording_id
        assert t(error.hint_id, **error.values) != error.hint_id
        assert t.has(f"why.{code}")


def test_no_message_of_theirs_carries_a_key(litellm: Any) -> None:
    error = litellm.exceptions.BadRequestError(
        f"api_key={PLANTED}, Bearer abc, http://me:pw@host/ and {PLANTED[:12]}", "tiny", "openai"
    )

    told = str(Faults(Endpoint("openai/tiny"), (PLANTED,)).of(error))

    assert not any(secret in told for secret in (PLANTED, "abc", "me:pw", "4f9a"))


def test_an_endpoint_does_not_show_its_key() -> None:
    endpoint = Endpoint("openai/tiny", f"http://me:{PLANTED}@127.0.0.1:8080/v1", PLANTED)

    assert PLANTED not in f"{Endpoint('openai/tiny', 'http://x', PLANTED)!r}{endpoint.address}"
