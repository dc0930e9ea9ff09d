"""The fault table: what a server may do, and what it is called."""

from simulator.llm.patience import Limits
from tests.llm.server import Reply, cut, failure, given, raw, streamed
from tests.llm.talk import KEY

SHORT = Limits(first=0.08, silence=0.05, turn=0.2, attempts=1)
"""Deadlines that nobody waits for."""

EITHER_WAY: dict[str, tuple[Reply, str]] = {
    "429 with Retry-After": (failure(429, retry_after="30"), "llm-rate-limited"),
    "429": (failure(429, "rate_limit_exceeded"), "llm-busy"),
    "quota": (failure(429, "insufficient_quota"), "llm-quota"),
    "no money": (failure(402), "llm-quota"),
    "500": (failure(500), "llm-server-error"),
    "502": (failure(502), "llm-server-error"),
    "503": (failure(503), "llm-server-error"),
    "504": (failure(504), "llm-stalled"),
    "529": (failure(529, "overloaded_error"), "llm-overloaded"),
    "529 without a word": (raw("", status=529), "llm-overloaded"),
    "wrong key": (failure(401, "invalid_api_key", f"Incorrect key {KEY}"), "llm-key-refused"),
    "forbidden": (failure(403), "llm-forbidden"),
    "unknown LLM": (failure(404, "model_not_found"), "llm-unknown"),
    "context": (failure(400, "context_length_exceeded"), "llm-too-long"),
    "context, llama.cpp": (
        failure(400, "exceed_context_size_error", "exceeds the available context size"),
        "llm-too-long",
    ),
    "body too large": (failure(413), "llm-too-long"),
    "filter, as an error": (failure(400, "content_policy_violation"), "llm-filtered"),
    "bad request": (failure(400, "invalid_request_error", f"no such thing {KEY}"), "llm-refused"),
    "teapot": (failure(418), "llm-refused"),
    "reset before a word": (Reply(end="reset"), "llm-reset"),
    "torn before a word": (Reply(end="torn"), "llm-reset"),
}
"""What a server answers, streamed or whole → the code."""
STREAMED: dict[str, tuple[Reply, str, str]] = {
    "filter, as an empty 200": (streamed([], finish="content_filter"), "", "llm-filtered"),
    "filter, midway": (streamed(["a", "b"], finish="content_filter"), "ab", "llm-filtered"),
    "empty": (streamed([]), "", "llm-empty"),
    "blank": (streamed([" ", "\n"]), "", "llm-empty"),
    "choices=[]": (given({"choices": []}), "", "llm-empty"),
    "nothing at all": (raw(""), "", "llm-empty"),
    "a web page": (raw("<html>hello</html>", "text/html"), "", "llm-empty"),
    "garbage": (raw('data: {"choi\n\ndata: nonsense\n\n'), "", "llm-garbage"),
    "an error in the stream": (
        raw('data: {"error": {"message": "no", "code": 500}}\n\n'),
        "",
        "llm-server-error",
    ),
    "clean early end": (cut(["a", "b"]), "ab", "llm-interrupted"),
    "early end with [DONE]": (streamed(["a"], finish=None), "a", "llm-interrupted"),
    "torn": (cut(["a", "b"], "torn"), "ab", "llm-reset"),
    "reset": (cut(["a", "b"], "reset"), "ab", "llm-reset"),
    "cut off": (streamed(["a"], finish="length"), "a", "llm-cut-off"),
    "thought until cut off": (streamed(["<think>a"], finish="length"), "", "llm-cut-off"),
    "thought and said nothing": (streamed(["<think>", "a", "</think>"]), "", "llm-empty"),
}
"""What a stream may do → the words that came of it, and the code."""
LATE: dict[str, tuple[Reply, str, str]] = {
    "stall before a word": (Reply(end="hang"), "", "llm-stalled"),
    "stall after some": (cut(["a ", "b "], "hang"), "a b ", "llm-stalled"),
    "drip-feed": (streamed([f"{n} " for n in range(90)], pause=0.01), "", "llm-too-slow"),
}
"""What a server may do to time, under `SHORT`; a drip-feed's words depend on the machine."""
LOOPING = cut(["and then he said "], repeats=True)
